// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes
public import TextNormalization

/// The letters of a word as the learned aligner reads them.
///
/// Latin words keep their marks (ş is not s: which readers write one for the other is learned);
/// other scripts come from the match key. Hangul syllables are taken apart into letters, hiragana
/// is read as katakana, and the Thai and Lao vowels that are written before their consonant follow
/// it. Hyphens, apostrophes and digits are no letters.
public enum NameLetters {
  /// Number of the alphabet of romanized words, beside the scripts' own numbers.
  public static let romanAlphabet: UInt8 = 255

  /// Number of a script's alphabet: kana are one.
  public static func alphabet(of script: Script) -> UInt8 {
    script == .hiragana ? Script.katakana.number : script.number
  }

  /// Letters of a word.
  ///
  /// - Parameter text: The word in the `fold` profile for Latin script, in `key` for others.
  /// - Returns: UTF-16 units; letters beyond the basic plane are left out.
  /// - Complexity: O(*n*).
  public static func letters(of text: Span<UInt8>) -> [UInt16] {
    var letters: [UInt16] = []
    letters.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let decoded = text.scalar(at: index)
      index += decoded.length
      append(decoded.value, to: &letters)
    }
    return letters
  }

  /// Letters a–z of a romanized word.
  public static func romanLetters(of roman: [UInt8]) -> [UInt16] {
    roman.compactMap { byte in
      let lower = byte | 0x20
      return (0x61...0x7A).contains(lower) ? UInt16(lower) : nil
    }
  }

  private static func append(_ scalar: UInt32, to letters: inout [UInt16]) {
    switch scalar {
    case 0x61...0x7A:
      letters.append(UInt16(scalar))
    case 0..<0xAA, 0x2000..<0x2C00, 0x3000..<0x3041, 0x10000...:
      return
    case 0xAC00...0xD7A3:
      let syllable = scalar - 0xAC00
      letters.append(UInt16(0x1100 + syllable / 588))
      letters.append(UInt16(0x1161 + syllable % 588 / 28))
      if syllable % 28 != 0 { letters.append(UInt16(0x11A7 + syllable % 28)) }
    case 0x3041...0x3096:
      letters.append(UInt16(scalar + 0x60))
    default:
      letters.append(UInt16(scalar))
      if let vowel = letters.dropLast().last, isLeadingVowel(vowel), !isLeadingVowel(UInt16(scalar))
      {
        letters.swapAt(letters.count - 1, letters.count - 2)
      }
    }
  }

  /// เ แ โ ใ ไ and their Lao kin.
  private static func isLeadingVowel(_ letter: UInt16) -> Bool {
    (0x0E40...0x0E44).contains(letter) || (0x0EC0...0x0EC4).contains(letter)
  }
}
