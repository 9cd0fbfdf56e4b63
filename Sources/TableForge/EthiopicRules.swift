// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Rules of the Ethiopic syllables, made from their Unicode names.
///
/// BGN/PCGN 1967 for Amharic, without its dots: SYLLABLE LA is le, LU lu, LI li, LAA la, LEE le,
/// LE l, LO lo. The sixth order is a consonant whose vowel, i, is spoken or not; that is decided
/// at run time, word by word.
enum EthiopicRules {
  private static let vowels: [(name: String, latin: String)] = [
    ("AA", "a"), ("EE", "é"), ("OA", "oa"), ("A", "e"), ("U", "u"), ("I", "i"), ("E", ""),
    ("O", "o"),
  ]
  private static let consonants: [String: String] = [
    "HH": "h", "SZ": "s", "X": "h", "GLOTTAL ": "", "PHARYNGEAL ": "", "KX": "kh", "DD": "d",
    "GG": "ng", "TH": "tʼ", "CH": "chʼ", "PH": "pʼ", "TS": "tsʼ", "TZ": "tsʼ", "C": "ch",
    "QH": "qʼ", "QX": "qʼ",
  ]

  static func rules(_ vocabulary: inout RomanVocabulary) -> [RomanRule] {
    var rules: [RomanRule] = []
    for block in [0x1200...0x137F, 0x1380...0x139F, 0x2D80...0x2DDF, 0xAB00...0xAB2F] {
      for value in block.map({ UInt32($0) }) where isAssigned(value) {
        let name = ICU.Properties.name(value)
        let marker = "ETHIOPIC SYLLABLE "
        guard name.hasPrefix(marker) else { continue }
        rules.append(rule(value, name.dropFirst(marker.count), &vocabulary))
      }
    }
    return rules
  }

  private static func rule(
    _ value: UInt32, _ name: Substring, _ vocabulary: inout RomanVocabulary
  ) -> RomanRule {
    let name = name.hasPrefix("SEBATBEIT ") ? name.dropFirst(10) : name
    let vowel = vowels.first { name.hasSuffix($0.name) } ?? ("", "")
    var letter = String(name.dropLast(vowel.name.count))
    let isLabial = letter.count > 1 && letter.hasSuffix("W")
    if isLabial { letter.removeLast() }
    // The gutturals have lost the first vowel; it is a in them, as in አበበ.
    let isGuttural = ["H", "HH", "X", "GLOTTAL ", "PHARYNGEAL "].contains(letter)
    var latin = vowel.latin
    if vowel.name == "A", isGuttural || isLabial { latin = "a" }
    if vowel.name == "E" { vocabulary.classes[value, default: 0] |= RomanClass.schwa.bit }
    let consonant = consonants[letter] ?? letter.lowercased()
    return RomanRule([value], Array((consonant + (isLabial ? "w" : "") + latin).utf8))
  }
}
