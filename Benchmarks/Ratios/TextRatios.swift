// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Foundation
import Namesake
import Rivals
import WireTexts

/// Prints the speed of the profiles beside ICU, simdutf and a plain copy, on one core, in one
/// process: best and median of the runs in MB/s.
///
/// The first argument names a folder of texts `en.txt`, `tr.txt`, …; without it the sample wire is
/// read, repeated to a megabyte. Answers are checked: the whole must be what its lines give, and
/// NFC what ICU gives.
@main
struct TextRatios {
  static let languages = ["en", "tr", "ru", "el", "ar", "he", "hi", "zh", "ja", "ko", "th"]

  static func main() {
    let folder = CommandLine.arguments.dropFirst().first
    for language in languages {
      var text = Wire.shared.texts[language] ?? []
      if let folder {
        text = Array(FileManager.default.contents(atPath: "\(folder)/\(language).txt") ?? Data())
        text = Array(text.prefix(1_000_000))
        while let last = text.last, last >= 0x80 { text.removeLast() }
      }
      if !text.isEmpty { measure(text, language) }
    }
  }

  private static func measure(_ text: [UInt8], _ language: String) {
    var speeds: [Profile: Double] = [:]
    var line = language
    for profile in Profile.allCases {
      let speed = ours(text, profile, LanguageTag(language))
      speeds[profile] = speed.best
      line += "  \(profile.rawValue) \(speed)"
    }
    print(line)
    let theirs = Rival(text)
    let casefold = theirs.normalizer(rival_nfkc_casefold)
    let nfc = theirs.normalizer(rival_nfc)
    let transliterator = theirs.transliterator("Any-Latin; Latin-ASCII; Lower")
    let stripping = theirs.transliterator("NFKD; [:M:] Remove; Lower")
    let copy = theirs.copy()
    print(
      "    ICU nfkc_casefold \(casefold)  nfc \(nfc)  Any-Latin \(transliterator)"
        + "  NFKD-strip-lower \(stripping)  memcpy \(copy)")
    func ratio(_ profile: Profile, _ rival: Speed) -> String {
      String(format: "%.2f", (speeds[profile] ?? 0) / rival.best)
    }
    print(
      "    key/casefold \(ratio(.key, casefold))  fold/casefold \(ratio(.fold, casefold))"
        + "  nfc/nfc \(ratio(.nfc, nfc))  key/Any-Latin \(ratio(.key, transliterator))"
        + "  key/NFKD-strip-lower \(ratio(.key, stripping))  key/memcpy \(ratio(.key, copy))")
    if let conversion = theirs.simdutf() {
      let shares = Profile.allCases.map { "\($0.rawValue) \(ratio($0, conversion))" }
      print(
        "    simdutf utf-8 to utf-16 \(conversion); share of it: "
          + shares.joined(separator: "  "))
    }
  }

  private static func ours(_ text: [UInt8], _ profile: Profile, _ tag: LanguageTag?) -> Speed {
    var normalizer = TextNormalizer(profile, language: tag)
    var output = ByteBuffer(capacity: text.count * 5)
    let speed = Speed(of: text.count) {
      output.removeAll()
      normalizer.normalize(text.span, into: &output)
    }
    check(output.array(), text, profile, tag)
    return speed
  }

  /// The whole must be what its lines give one by one: only spaces carry over a seam.
  ///
  /// NFC must be what ICU gives.
  private static func check(
    _ result: [UInt8], _ text: [UInt8], _ profile: Profile, _ tag: LanguageTag?
  ) {
    if profile == .nfc {
      var expected = [UInt8](repeating: 0, count: text.count * 3)
      let count = rival_nfc(text, text.count, &expected, expected.count)
      if result != Array(expected[..<Int(count)]) { fatalError("NFC is not what ICU gives") }
      return
    }
    // Romanization looks at the whole text: its answers are the tests' business.
    if profile == .latin || profile == .ascii { return }
    var normalizer = TextNormalizer(profile, language: tag)
    var lines = ByteBuffer()
    for line in text.split(separator: 0x0A) { normalizer.normalize(Array(line).span, into: &lines) }
    let same = result.filter { $0 > 0x20 } == lines.array().filter { $0 > 0x20 }
    if !same { fatalError("\(profile) is not what the lines give") }
  }
}
