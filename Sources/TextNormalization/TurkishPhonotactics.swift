// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Whether a word could be Turkish by its sounds, with every I read as ı.
///
/// Turkish has no q, w or x, no cluster at the start of a word, no two vowels in a row, few
/// clusters at the end of a syllable, and ı stands with back vowels only. Loans break these rules,
/// so a "no" is not proof; it keeps INTEL, IMF and FBI from becoming ıntel, ımf and fbı.
///
/// - Reference: Göksel and Kerslake, "Turkish: A Comprehensive Grammar", 2005, chapters 1 and 3.
enum TurkishPhonotactics {
  private enum Letter { case backVowel, frontVowel, consonant(UInt8), foreign }

  /// Final clusters of Turkish syllables: sonorant or fricative and a stop.
  private static let codas: Set<[UInt8]> = Set(
    [
      "rt", "rk", "rp", "rç", "rs", "rz", "rd", "rn", "rm", "rf", "rh", "rj", "lt", "lk", "lp",
      "lç", "ld", "nt", "nk", "nç", "nd", "ns", "nc", "mp", "st", "sk", "sp", "şt", "şk", "ft",
      "vk", "yt", "yk", "yn", "yl", "ks", "ht", "rc",
    ].map { String($0).unicodeScalars.map(letterCode) })

  private static func letterCode(_ scalar: Unicode.Scalar) -> UInt8 {
    scalar == "ç" ? 0x01 : scalar == "ş" ? 0x02 : UInt8(truncatingIfNeeded: scalar.value)
  }

  /// Whether the token may be read with ı for each I.
  ///
  /// - Parameters:
  ///   - token: Letters in UTF-8.
  ///   - hasQWX: Whether the language's own words have q, w and x, as Azerbaijani and Tatar do.
  /// - Returns: False when Turkish sound rules speak against it.
  static func allows(_ token: Span<UInt8>, hasQWX: Bool = false) -> Bool {
    let letters = String(decoding: token.array, as: UTF8.self).unicodeScalars.map {
      classify($0, hasQWX: hasQWX)
    }
    var consonants: [UInt8] = []
    var vowels = 0
    var afterVowel = false
    for (position, letter) in letters.enumerated() {
      switch letter {
      case .foreign, .frontVowel: return false
      case .backVowel:
        if afterVowel { return false }
        // Before the first vowel one consonant at most; inside a word a coda and an onset.
        if vowels == 0, consonants.count > 1 { return false }
        if consonants.count > 2, !codas.contains(Array(consonants.dropLast())) { return false }
        vowels += 1
        consonants = []
        afterVowel = true
      case .consonant(let code):
        consonants.append(code)
        afterVowel = false
        if position == letters.count - 1, consonants.count > 1 {
          return vowels > 0 && consonants.count == 2 && codas.contains(consonants)
        }
      }
    }
    return vowels > 0
  }

  private static func classify(_ scalar: Unicode.Scalar, hasQWX: Bool) -> Letter {
    switch scalar {
    case "A", "a", "I", "ı", "O", "o", "U", "u", "Â", "â", "Û", "û": .backVowel
    case "E", "e", "i", "İ", "Ö", "ö", "Ü", "ü", "Î", "î": .frontVowel
    case "Ç", "ç": .consonant(0x01)
    case "Ş", "ş": .consonant(0x02)
    case "Ğ", "ğ": .consonant(0x03)
    case "Q", "q", "W", "w", "X", "x":
      hasQWX ? .consonant(UInt8(truncatingIfNeeded: scalar.value | 0x20)) : .foreign
    case "A"..."Z": .consonant(UInt8(truncatingIfNeeded: scalar.value | 0x20))
    case "a"..."z": .consonant(UInt8(truncatingIfNeeded: scalar.value))
    default: .foreign
    }
  }
}
