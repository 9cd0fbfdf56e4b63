// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing
import TextBytes
import TextNormalization

/// Why a key is not what NFKC_Casefold gives.
private enum Reason: String, CaseIterable {
  case spaces, dashes, digits, quotes, apostrophes, invisible, unassigned
  case spacingAccent = "spacing accent"
  case strokes
  case kashida
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
    // Otherwise each step that the rules name must by itself give what the key has.
    let expected = theirScalars.map(\.value)
    if stripped(ours) == replaced(expected, by: Self.strokes) { return .strokes }
    if stripped(ours) == expected.filter({ !Self.apostrophes.contains($0) && !isMark($0) }) {
      return .apostrophes
    }
    if stripped(ours).isEmpty, expected.contains(0x640),
      expected.allSatisfy({ $0 == 0x640 || $0 == 0x20 || isMark($0) })
    {
      return .kashida
    }
    let spaced = expected.map { Self.spaces.contains($0) ? 0x20 : isDash($0) ? 0x2D : $0 }
    return trimmed(stripped(ours)) == trimmed(spaced.filter { !isMark($0) }) ? .spaces : .other
  }

  /// Letters of key.tsv that have a stroke, hook or ligature and no decomposition.
  private static let strokes: [UInt32: String] = {
    let pairs: [(String, String)] = [
      ("ı", "i"), ("ł", "l"), ("đ", "d"), ("ø", "o"), ("ħ", "h"), ("ŧ", "t"), ("ɨ", "i"),
      ("ʉ", "u"), ("ƀ", "b"), ("ǥ", "g"), ("ɓ", "b"), ("ɗ", "d"), ("ɖ", "d"), ("ƙ", "k"),
      ("ƴ", "y"), ("ƶ", "z"), ("ɉ", "j"), ("ɍ", "r"), ("ɏ", "y"), ("ȼ", "c"), ("ⱥ", "a"),
      ("ɇ", "e"), ("ƚ", "l"), ("æ", "ae"), ("œ", "oe"), ("ĸ", "k"),
    ]
    var map: [UInt32: String] = [:]
    for (letter, plain) in pairs {
      for scalar in letter.unicodeScalars { map[scalar.value] = plain }
    }
    return map
  }()
  /// Apostrophes of key.tsv and the letters that stand for one.
  private static let apostrophes: Set<UInt32> = [
    0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF,
    0x2C8, 0x2032, 0x55A, 0x5F3, 0xA78C,
  ]
  /// Middle dots of key.tsv, which part the words of a name.
  private static let spaces: Set<UInt32> = [0xB7, 0x30FB, 0x2027, 0x2022, 0x2E31, 0x20]

  private func replaced(_ scalars: [UInt32], by map: [UInt32: String]) -> [UInt32] {
    let decomposed = stripped(Array(String(decoding: utf8(scalars), as: UTF8.self).utf8))
    return decomposed.flatMap { scalar in
      map[scalar].map { $0.unicodeScalars.map(\.value) } ?? [scalar]
    }
  }

  private func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in scalars { bytes.append(scalar: scalar) }
    return bytes
  }

  private func isMark(_ scalar: UInt32) -> Bool {
    (6...8).contains(ICU.Properties.generalCategory(scalar))
  }

  private func isDash(_ scalar: UInt32) -> Bool { ICU.Properties.isDash(scalar) }

  private func trimmed(_ scalars: [UInt32]) -> [UInt32] {
    let start = scalars.firstIndex { $0 != 0x20 } ?? scalars.count
    let end = scalars.lastIndex { $0 != 0x20 } ?? -1
    return start > end ? [] : Array(scalars[start...end])
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
