// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Latin spelling of a letter from its Unicode name, for scripts that have no other romanization.
///
/// CHEROKEE LETTER TSA is tsa, VAI SYLLABLE KPEE is kpee, BALINESE VOWEL SIGN ULU is ulu. The
/// names of letters of an abugida carry their vowel, as the letters do.
///
/// - Reference: Unicode Character Database, 15.0, field Name.
enum LetterNames {
  private static let markers = [
    " SYLLABLE ", " SYLLABICS ", " LETTER ", " VOWEL SIGN ", " CONSONANT SIGN ", " SIGN ",
    " LIGATURE ", " IDEOGRAPH-", " CHARACTER-", " HIEROGLYPH ", " CHARACTER ", " LOGOGRAM ",
  ]
  /// The spelling, nil for what is no letter or mark.
  static func spelling(of value: UInt32) -> [UInt8]? {
    let script = ICU.Properties.scriptCode(value)
    guard ICU.Properties.isAlphabetic(value), !["Latn", "Zyyy", "Zinh"].contains(script) else {
      return nil
    }
    let name = ICU.Properties.name(value)
    for marker in markers {
      guard let range = firstRange(of: marker, in: name) else { continue }
      // What it is WITH says nothing of its sound.
      let words = name[range.upperBound...].split { $0 == " " || $0 == "-" }
        .prefix { $0 != "WITH" }
      guard let letter = words.last else { return nil }
      let isCapital = name.contains(" CAPITAL ")
      let small = letter.lowercased().filter { $0.isASCII }
      return Array((isCapital ? small.prefix(1).uppercased() + small.dropFirst() : small).utf8)
    }
    return nil
  }

  private static func firstRange(of marker: String, in name: String) -> Range<String.Index>? {
    var start = name.startIndex
    while start < name.endIndex {
      if name[start...].hasPrefix(marker) {
        return start..<(name.index(start, offsetBy: marker.count))
      }
      start = name.index(after: start)
    }
    return nil
  }
}
