// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Rules of the Brahmic scripts of India, made from ICU's letters.
///
/// `latin` is ISO 15919:2001; `ascii` is the Hunterian system, the national one of India, in
/// which च and श are ch and sh, so that letters stay apart without marks. A consonant carries the
/// vowel a; whether it is spoken is decided at run time, word by word.
struct BrahmicRules {
  private let toLatin: ICU.Transform
  private let toASCII: ([UInt8]) -> [UInt8]

  init(toLatin: ICU.Transform, toASCII: @escaping ([UInt8]) -> [UInt8]) {
    self.toLatin = toLatin
    self.toASCII = toASCII
  }

  /// First code point of each block; all nine lie letter by letter alike (ISCII).
  private static let blocks: [UInt32] = [
    0x900, 0x980, 0xA00, 0xA80, 0xB00, 0xB80, 0xC00, 0xC80, 0xD00,
  ]
  private static let scripts: Set<String> = [
    "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym",
  ]

  /// Whether a script's consonants carry a vowel that the next sign takes away.
  static func isInherent(_ script: String) -> Bool {
    scripts.contains(script) || script == "Sinh" || script == "Mymr"
  }

  /// Classes that the nasals look at: p, ph, b, bh, m of every block.
  static func addLabials(to vocabulary: inout RomanVocabulary) throws {
    let bit = try vocabulary.bit(ofClass: "labial")
    for block in blocks {
      for offset in UInt32(0x2A)...0x2E { vocabulary.classes[block + offset, default: 0] |= bit }
    }
  }

  func rules(_ vocabulary: RomanVocabulary) throws -> [RomanRule] {
    let labial = try vocabulary.known(class: "labial")
    var rules: [RomanRule] = []
    for block in Self.blocks {
      for value in block..<block + 0x80 where isAssigned(value) {
        guard Self.scripts.contains(ICU.Properties.scriptCode(value)) else { continue }
        switch value - block {
        case 0x01: rules += nasal(value, latin: "m̐", labial: labial)
        case 0x02 where block != 0xB80: rules += nasal(value, latin: "ṁ", labial: labial)
        default: rules += letter(value, nukta: block + 0x3C)
        }
      }
    }
    return rules
  }

  private func nasal(_ value: UInt32, latin: String, labial: UInt32) -> [RomanRule] {
    var marked = RomanRule([value], Array(latin.utf8))
    marked.profiles = RomanRule.Profiles.latin
    var before = RomanRule([value], [0x6D])
    before.profiles = RomanRule.Profiles.ascii
    before.after = labial
    var other = RomanRule([value], [0x6E])
    other.profiles = RomanRule.Profiles.ascii
    return [marked, before, other]
  }

  private func letter(_ value: UInt32, nukta: UInt32) -> [RomanRule] {
    let combiningClass = ICU.Properties.combiningClass(value)
    if combiningClass == 7 || combiningClass == 9 { return [RomanRule([value], [])] }
    switch ICU.Properties.indicRole(value) {
    case .consonant:
      var rules = profiled([value], withoutVowel(latin([value])), isInherent: true)
      let dotted = latin([value, nukta])
      if isAssigned(nukta), dotted.last == 0x61, !dotted.contains(0xE0) {
        rules += profiled([value, nukta], withoutVowel(dotted), isInherent: true)
      }
      return rules
    case .vowelless, .other:
      let output = latin([value])
      guard output != utf8([value]), ICU.Properties.digit(value) == nil else { return [] }
      return profiled([value], output, isInherent: false)
    }
  }

  private func profiled(_ source: [UInt32], _ latin: [UInt8], isInherent: Bool) -> [RomanRule] {
    var marked = RomanRule(source, latin)
    marked.flags = isInherent ? RomanRule.Flags.inherent : 0
    var plain = marked
    marked.profiles = RomanRule.Profiles.latin
    plain.profiles = RomanRule.Profiles.ascii
    plain.target = hunterian(latin)
    return [marked, plain]
  }

  private func latin(_ source: [UInt32]) -> [UInt8] {
    let output = toLatin(utf8(source))
    if source.count == 1, output == utf8(source) {
      return LetterNames.spelling(of: source[0]) ?? output
    }
    // ICU marks a vowel sign without its consonant by U+0314; here the consonant is there.
    return output.starts(with: [0xCC, 0x94]) ? [UInt8](output.dropFirst(2)) : output
  }

  private func withoutVowel(_ output: [UInt8]) -> [UInt8] {
    output.last == 0x61 ? output.dropLast() : output
  }

  /// Hunterian spelling of ISO 15919 letters.
  private func hunterian(_ latin: [UInt8]) -> [UInt8] {
    let text = String(decoding: latin, as: UTF8.self)
    let known = Self.spellings.first { $0.iso == text }?.plain
    return known.map { Array($0.utf8) } ?? toASCII(latin)
  }

  private static let spellings: [(iso: String, plain: String)] = [
    ("c", "ch"), ("ch", "chh"), ("ś", "sh"), ("ṣ", "sh"), ("r̥", "ri"), ("r̥̄", "ri"),
    ("l̥", "li"), ("l̥̄", "li"), ("ḻ", "zh"), ("ġ", "gh"), ("k͟h", "kh"), ("ḵẖ", "kh"),
    ("ṅ", "ng"),
  ]
}
