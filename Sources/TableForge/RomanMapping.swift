// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import TextBytes

/// What each scalar becomes in the `latin` and `ascii` profiles.
///
/// ICU's Any-Latin is the floor; our rule files replace it where newsrooms write otherwise or
/// where ICU makes two letters one. `ascii` is the same passed through Latin-ASCII.
struct RomanMapping {
  let rules: [RuleFile]
  private let toLatin: ICU.Transform
  private let toASCII: ICU.Transform

  init(rules: [RuleFile]) throws {
    self.rules = rules
    toLatin = try openTransform("Any-Latin; NFC")
    toASCII = try openTransform("Latin-ASCII")
  }

  func forgeLatin() -> [UInt8] { forge(latin) }

  func forgeASCII() -> [UInt8] { forge(ascii) }

  private func forge(_ mapping: (UInt32) -> [UInt8]) -> [UInt8] {
    ScalarTableBuilder { value, builder in
      guard isAssigned(value) else { return MappingEntry.identity }
      var entry = MappingEntry(output: mapping(value))
      entry.setContext(of: value)
      setInherentVowel(of: value, in: &entry)
      entry.isSyllable = ICU.Properties.scriptCode(value) == "Hani"
      return entry.packed(for: value, in: &builder)
    }.serialized()
  }

  /// The Brahmic scripts that ICU romanizes letter by letter, after ISO 15919.
  private static let brahmic: Set<String> = [
    "Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym",
  ]

  /// A consonant is written with its vowel, and the sign behind it takes the vowel away.
  private func setInherentVowel(of value: UInt32, in entry: inout MappingEntry) {
    guard Self.brahmic.contains(ICU.Properties.scriptCode(value)) else { return }
    switch ICU.Properties.indicRole(value) {
    case .consonant: entry.carriesVowel = entry.output.last == 0x61
    case .vowelless: entry.replacesVowel = true
    case .other: break
    }
  }

  /// Viramas and nuktas of those scripts: what they do shows on their consonant.
  private static func isSilentSign(_ value: UInt32) -> Bool {
    let combiningClass = ICU.Properties.combiningClass(value)
    return (combiningClass == 7 || combiningClass == 9)
      && brahmic.contains(ICU.Properties.scriptCode(value))
  }

  func latin(_ value: UInt32) -> [UInt8] {
    if value < 0x80 { return utf8([value]) }
    if Self.isSilentSign(value) { return [] }
    for file in rules { if let target = file.rules[value] { return target } }
    let output = toLatin(utf8([value]))
    // ICU marks a vowel sign without its consonant by U+0314; here the consonant is there.
    let mark: [UInt8] = [0xCC, 0x94]
    let isSign = ICU.Properties.indicRole(value) == .vowelless
    return isSign && output.starts(with: mark) ? [UInt8](output.dropFirst(2)) : output
  }

  func ascii(_ value: UInt32) -> [UInt8] {
    var output: [UInt8] = []
    for scalar in scalars(latin(value)) where !Self.isSilent(scalar) {
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
