// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import SystemPackage
import TextBytes

/// What each scalar becomes in the `latin` and `ascii` profiles where no neighbour matters.
///
/// ICU's Any-Latin is the floor; our rules replace it where newsrooms write otherwise or where
/// ICU makes two letters one; letters that ICU leaves are spelled by their Unicode name. `ascii`
/// is the same passed through Latin-ASCII. `RomanTable` holds the rules that look at neighbours.
struct RomanMapping {
  /// Plain rules by character; those of `ascii` alone are apart.
  private var plain: [UInt32: [UInt8]] = [:]
  private var plainASCII: [UInt32: [UInt8]] = [:]
  private var rules: [RomanRule]
  private let vocabulary: RomanVocabulary
  private let toLatin: ICU.Transform
  private let toASCII: ICU.Transform

  /// The rule files in the order in which their rules are tried.
  private static let files = [
    "latin", "cyrillic", "greek", "armenian", "georgian", "arabic", "hebrew", "brahmic",
    "sinhala", "burmese", "kana", "han", "letters",
  ]

  init(folder: FilePath) throws {
    toLatin = try openTransform("Any-Latin; NFC")
    toASCII = try openTransform("Latin-ASCII")
    var vocabulary = RomanVocabulary()
    try BrahmicRules.addLabials(to: &vocabulary)
    var rules: [RomanRule] = []
    for name in Self.files {
      let path = folder.appending("\(name).tsv")
      rules += try RomanRuleFile(path: path, vocabulary: &vocabulary).rules
    }
    rules += EthiopicRules.rules(&vocabulary)
    self.rules = rules
    self.vocabulary = vocabulary
    let brahmic = try BrahmicRules(toLatin: toLatin, toASCII: ascii(of:)).rules(vocabulary)
    self.rules += brahmic
    for rule in self.rules.flatMap(Capitals.variants(of:)) where rule.isPlain {
      let vowel: [UInt8] = rule.flags & RomanRule.Flags.inherent != 0 ? [0x61] : []
      let target = rule.target + vowel
      if rule.profiles & RomanRule.Profiles.latin != 0, plain[rule.source[0]] == nil {
        plain[rule.source[0]] = target
      }
      if rule.profiles & RomanRule.Profiles.ascii != 0, plainASCII[rule.source[0]] == nil {
        plainASCII[rule.source[0]] = ascii(of: target)
      }
    }
  }

  /// The table of the rules that look at neighbours.
  func forgeRules() throws -> [UInt8] {
    try RomanTable(rules: rules, vocabulary: vocabulary, toASCII: ascii(of:)).forge()
  }

  func forgeLatin() -> [UInt8] {
    forge { isAssigned($0) ? latin($0) : utf8([$0]) }
  }

  func forgeASCII() -> [UInt8] { forge(ascii) }

  private func forge(_ mapping: (UInt32) -> [UInt8]) -> [UInt8] {
    ScalarTableBuilder { value, builder in
      guard !(0xD800..<0xE000).contains(value) else { return MappingEntry.identity }
      var entry = MappingEntry(output: mapping(value))
      precondition(entry.output.count <= 128, "longer than an emission may be")
      entry.setContext(of: value)
      return entry.packed(for: value, in: &builder)
    }.serialized()
  }

  private func latin(_ value: UInt32) -> [UInt8] {
    if value < 0x80 { return utf8([value]) }
    if let target = plain[value] { return target }
    if let digit = ICU.Properties.digit(value) { return [0x30 + UInt8(digit)] }
    let output = toLatin(utf8([value]))
    if output == utf8([value]), let letters = LetterNames.spelling(of: value) { return letters }
    return output
  }

  private func ascii(_ value: UInt32) -> [UInt8] {
    guard isAssigned(value) else { return [0x3F] }
    if let target = plainASCII[value] { return target }
    let output = ascii(of: latin(value))
    let compatible = scalars(ICU.normalize(.nfkc, utf8([value])))
    guard output.contains(0x3F), compatible != [value] else { return output }
    // ㍿ is 株式会社: its parts, ideographs with a space between.
    let parts = compatible.map { ascii($0) }
    let isHan = ICU.Properties.scriptCode(compatible[0]) == "Hani"
    return Array(parts.joined(separator: isHan ? [0x20] : []))
  }

  /// Latin letters without marks.
  private func ascii(of latin: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for scalar in scalars(latin) where !Self.isSilent(scalar) {
      let plain = scalar < 0x80 ? utf8([scalar]) : toASCII(utf8([scalar]))
      if plain.allSatisfy({ $0 < 0x80 }) {
        output += plain
      } else {
        output += fallback(scalar)
      }
    }
    return output
  }

  /// ASCII for what Latin-ASCII leaves: modifier letters and marks go, the rest is marked.
  private func fallback(_ scalar: UInt32) -> [UInt8] {
    if scalar == 0x018F { return [0x41] }
    if scalar == 0x0259 { return [0x61] }
    let stripped = scalars(ICU.normalize(.nfkd, utf8([scalar]))).filter { $0 < 0x80 }
    if !stripped.isEmpty { return utf8(stripped) }
    switch Category(of: scalar) {
    case .nonspacingMark, .enclosingMark, .spacingMark, .modifierLetter, .modifierSymbol, .format:
      return []
    default: return [0x3F]
    }
  }

  /// Signs that stand for a soft or hard sign, a hamza or an ayn: nobody types them in ASCII.
  private static func isSilent(_ scalar: UInt32) -> Bool {
    (0x02B9...0x02BF).contains(scalar) || scalar == 0x1D25
  }
}
