// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Classes of characters that the engine itself knows; rule files add more behind them.
enum RomanClass: Int, CaseIterable {
  case word, upper, consonant, interacting, sign, killer, nukta, schwa, syllable, mark

  var bit: UInt32 { 1 << UInt32(rawValue) }
}

/// The classes and languages of all rule files together.
struct RomanVocabulary {
  /// Classes of a character, 24 bits.
  var classes: [UInt32: UInt32] = [:]
  /// Languages that write a letter, 22 bits; a character in no alphabet says nothing.
  var alphabets: [UInt32: UInt32] = [:]
  private var classNames = RomanClass.allCases.map { "\($0)" }
  private(set) var languages: [String] = []

  /// Languages that have an alphabet come first, so that their bits fit into an entry.
  static let mostAlphabets = 22
  private static let mostClasses = 24
  private static let mostLanguages = 32

  mutating func bit(ofClass name: Substring) throws -> UInt32 {
    if let number = classNames.firstIndex(of: String(name)) { return 1 << UInt32(number) }
    guard classNames.count < Self.mostClasses else { throw ForgeError("too many classes") }
    classNames.append(String(name))
    return 1 << UInt32(classNames.count - 1)
  }

  mutating func bit(ofLanguage tag: Substring) throws -> UInt32 {
    if let number = languages.firstIndex(of: String(tag)) { return 1 << UInt32(number) }
    guard languages.count < Self.mostLanguages else { throw ForgeError("too many languages") }
    languages.append(String(tag))
    return 1 << UInt32(languages.count - 1)
  }

  func known(class name: Substring) throws -> UInt32 {
    guard let number = classNames.firstIndex(of: String(name)) else {
      throw ForgeError("no class \(name)")
    }
    return 1 << UInt32(number)
  }

  func known(language tag: Substring) throws -> UInt32 {
    guard let number = languages.firstIndex(of: String(tag)) else {
      throw ForgeError("no language or condition \(tag)")
    }
    return 1 << UInt32(number)
  }

  /// Languages whose letters are of a script.
  func languages(of script: String) -> UInt32 {
    var bits: UInt32 = 0
    for (scalar, languages) in alphabets where ICU.Properties.scriptCode(scalar) == script {
      bits |= languages
    }
    return bits
  }

  /// All classes of a character: those of the files and those that its properties say.
  func classBits(of value: UInt32) -> UInt32 {
    var bits = classes[value] ?? 0
    let category = ICU.Properties.generalCategory(value)
    if ICU.Properties.isAlphabetic(value) || (6...9).contains(category) {
      bits |= RomanClass.word.bit
    }
    if ICU.Properties.isUppercase(value) || category == 3 { bits |= RomanClass.upper.bit }
    if (6...8).contains(category) { bits |= RomanClass.mark.bit }
    if ICU.Properties.composesBackward(value) || ICU.Properties.combiningClass(value) != 0 {
      bits |= RomanClass.interacting.bit
    }
    let script = ICU.Properties.scriptCode(value)
    if script == "Hani" { bits |= RomanClass.syllable.bit }
    guard BrahmicRules.isInherent(script) else { return bits }
    switch ICU.Properties.indicRole(value) {
    case .consonant: bits |= RomanClass.consonant.bit
    case .vowelless: bits |= RomanClass.sign.bit
    case .other: break
    }
    switch ICU.Properties.combiningClass(value) {
    case 7: bits |= RomanClass.nukta.bit
    case 9: bits |= RomanClass.killer.bit | RomanClass.sign.bit
    default: break
    }
    return bits
  }
}
