// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Khmer, syllable by syllable.
///
/// A vowel sign has two sounds, by the series of the consonant that bears it; a consonant without
/// a sign ends the syllable before it. ភ្នំពេញ phnumpenh, ហ៊ុន ម៉ាណែត hun manet.
///
/// - Reference: Geographic Department of Cambodia, 1995, as BGN/PCGN 1972 without its marks.
enum KhmerRomanization {
  private static let letters: [StaticString] = [
    "k", "kh", "k", "kh", "ng", "ch", "chh", "ch", "chh", "nh", "d", "th", "d", "th", "n", "t",
    "th", "t", "th", "n", "b", "ph", "p", "ph", "m", "y", "r", "l", "v", "sh", "s", "s", "h", "l",
    "",
  ]
  /// One bit a letter: the second series, whose own vowel is o.
  private static let secondSeries: UInt64 = 0x1FCE_339C
  /// Vowel signs from U+17B6 on, in the first and the second series.
  private static let vowels: [(StaticString, StaticString)] = [
    ("a", "ea"), ("e", "i"), ("ei", "i"), ("oe", "ue"), ("oe", "ueu"), ("o", "u"), ("ou", "u"),
    ("uo", "uo"), ("aeu", "eu"), ("oea", "oea"), ("ie", "ie"), ("e", "e"), ("e", "e"),
    ("ai", "ey"), ("ao", "ou"), ("au", "ov"),
  ]
  private static let independent: [StaticString] = [
    "a", "a", "e", "ei", "o", "ok", "u", "uv", "ru", "ru", "lu", "lu", "e", "ai", "ao", "ao", "au",
  ]
  private static let digits: [StaticString] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
  private static let coeng: UInt32 = 0x17D2

  private static func isConsonant(_ value: UInt32) -> Bool { (0x1780...0x17A2).contains(value) }
  private static func isSecond(_ value: UInt32) -> Bool {
    secondSeries >> UInt64(value - 0x1780) & 1 != 0
  }

  static func syllable(at position: Int, in source: RomanSource) -> RomanSyllable {
    var result = RomanSyllable()
    func at(_ number: Int) -> UInt32 { source.scalar(at: position + 3 * number).value }
    guard isConsonant(at(0)) else {
      takeAlone(at(0), &result)
      return result
    }
    var index = 1
    var isSecondSeries = isSecond(at(0))
    result.append(letters[Int(at(0) - 0x1780)])
    while at(index) == coeng, isConsonant(at(index + 1)), index < 8 {
      result.append(letters[Int(at(index + 1) - 0x1780)])
      isSecondSeries = isSecond(at(index + 1)) || isSecondSeries && at(index + 1) >= 0x1798
      index += 2
    }
    if at(index) == 0x17C9 || at(index) == 0x17CA {
      isSecondSeries = at(index) == 0x17CA
      index += 1
    }
    index = takeVowel(at, from: index, isSecondSeries, &result)
    // A consonant without a vowel closes the syllable, unless it is killed.
    let hasBody = result.count > 0
    if hasBody, isConsonant(at(index)), isBare(at, index + 1) {
      if at(index + 1) == 0x17CD {
        index += 2
      } else {
        result.append(final(at(index)))
        index += 1
        if at(index) == 0x17CB { index += 1 }
      }
    }
    result.scalars = index
    return result
  }

  /// Whether no sign follows the letter before a place, so that it has no vowel of its own.
  private static func isBare(_ at: (Int) -> UInt32, _ next: Int) -> Bool {
    let value = at(next)
    if value == coeng || (0x17B6...0x17CA).contains(value) { return false }
    return true
  }

  private static func final(_ value: UInt32) -> StaticString {
    switch value {
    case 0x1794: "p"
    case 0x178A, 0x178C: "t"
    default: letters[Int(value - 0x1780)]
    }
  }

  private static func takeVowel(
    _ at: (Int) -> UInt32, from start: Int, _ isSecondSeries: Bool, _ result: inout RomanSyllable
  ) -> Int {
    var index = start
    let sign = at(index)
    let hasSign = (0x17B6...0x17C5).contains(sign)
    if hasSign { index += 1 }
    switch (sign, at(index)) {
    case (0x17BB, 0x17C6): result.append(isSecondSeries ? "um" : "om")
    case (0x17B6, 0x17C6): result.append(isSecondSeries ? "oam" : "am")
    case (_, 0x17C6) where !hasSign: result.append(isSecondSeries ? "um" : "am")
    case (_, 0x17C7) where !hasSign: result.append(isSecondSeries ? "eah" : "ah")
    default:
      if hasSign {
        let pair = vowels[Int(sign - 0x17B6)]
        result.append(isSecondSeries ? pair.1 : pair.0)
      } else {
        result.append(isSecondSeries ? "o" : "a")
      }
      if at(index) == 0x17C6 { result.append("m") }
      if at(index) == 0x17C7 { result.append("h") }
    }
    // Signs behind the vowel have been read, or say nothing.
    while (0x17C6...0x17D1).contains(at(index)), index < start + 4 { index += 1 }
    return index
  }

  private static func takeAlone(_ value: UInt32, _ result: inout RomanSyllable) {
    switch value {
    case 0x17A3...0x17B3: result.append(independent[Int(value - 0x17A3)])
    case 0x17B6...0x17C5: result.append(vowels[Int(value - 0x17B6)].0)
    case 0x17D4, 0x17D5: result.append(".")
    case 0x17D6: result.append(":")
    case 0x17E0...0x17E9: result.append(digits[Int(value - 0x17E0)])
    default: break
    }
  }
}
