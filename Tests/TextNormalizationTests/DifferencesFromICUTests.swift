// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing
import TextNormalization

/// Why a key is not what NFKC_Casefold gives.
private enum Reason: String, CaseIterable {
  case spaces, dashes, digits, quotes, apostrophes, invisible, unassigned
  case spacingAccent = "spacing accent"
  case strokes
  case marks
  case arabicLetters = "Arabic letters"
  case han = "Han"
  case other
}

@Suite("key and fold against ICU", .enabled(if: ICU.unicodeVersion == (15, 0), "other Unicode"))
struct DifferencesFromICUTests {
  @Test("fold is ICU's case folding in NFC, but for İ")
  func foldDiffersInOneScalar() {
    var fold = TextNormalizer(.fold, language: LanguageTag("en"))
    var different: [UInt32] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      if normalized(bytes, &fold) != ICU.normalize(.nfc, ICU.foldCase(bytes)) {
        different.append(value)
      }
    }
    #expect(different == [0x130])
  }

  @Test("every scalar whose key is not NFKC_Casefold has a reason")
  func keyDiffersForAReason() {
    var key = TextNormalizer(.key)
    var counts: [String: Int] = [:]
    var unexplained: [String] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      // A sign between letters keeps the spaces at its ends.
      let ours = Array(normalized([0x78] + bytes + [0x78], &key).dropFirst().dropLast())
      let theirs = ICU.normalize(.nfkcCasefold, bytes)
      guard ours != theirs else { continue }
      let reason = reason(value, ours, theirs)
      counts[reason.rawValue, default: 0] += 1
      if reason == .other { unexplained.append(String(value, radix: 16)) }
    }
    #expect(unexplained.isEmpty, "\(unexplained.prefix(50))")
    #expect(counts == Self.expected(), "a changed count is a changed key: a new profile version")
  }

  private func reason(_ value: UInt32, _ ours: [UInt8], _ theirs: [UInt8]) -> Reason {
    let category = ICU.Properties.generalCategory(value)
    let theirScalars = String(decoding: theirs, as: UTF8.self).unicodeScalars
    func all(_ holds: (UInt32) -> Bool) -> Bool { theirScalars.allSatisfy { holds($0.value) } }
    if category == 0 { return .unassigned }
    if ours == [0x20] { return .spaces }
    if ours == [0x2D] { return .dashes }
    if ours.isEmpty, category == 16 || ICU.Properties.isIgnorable(value) { return .invisible }
    if ours.isEmpty, theirs.first == 0x20 || category == 27 || category == 26 {
      return .spacingAccent
    }
    if ours.contains(0x22) { return .quotes }
    if ours.allSatisfy({ (0x30...0x39).contains($0) }), !ours.isEmpty { return .digits }
    if theirScalars.contains(where: { ICU.Properties.scriptCode($0.value) == "Hani" }) {
      return .han
    }
    if theirScalars.contains(where: { ICU.Properties.scriptCode($0.value) == "Arab" }) {
      return .arabicLetters
    }
    // Without their marks both are the same: a mark was left out.
    if stripped(ours) == stripped(theirs) { return .marks }
    if ours.isEmpty { return .apostrophes }
    if ours.contains(0x20) || ours.contains(0x2D) { return .spaces }
    let isLatin = all { ICU.Properties.scriptCode($0) != "Cyrl" }
    return isLatin ? .strokes : .other
  }

  private func stripped(_ bytes: [UInt8]) -> [UInt32] {
    String(decoding: ICU.normalize(.nfd, bytes), as: UTF8.self).unicodeScalars.map(\.value)
      .filter { !(6...8).contains(ICU.Properties.generalCategory($0)) }
  }

  /// The written list: reason, number of scalars.
  private static func expected() -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in TestData.rows("key-differences.tsv") {
      if row.count >= 2, let count = Int(row[1]) { counts[String(row[0])] = count }
    }
    return counts
  }
}
