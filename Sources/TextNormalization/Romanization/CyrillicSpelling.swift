// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Spellings that tell languages apart which share their letters.
enum CyrillicSpelling {
  private static let notBulgarian = bits(["ru", "ky", "mn", "kk"])
  private static let notUkrainian = bits(["ru"])

  private static func bits(_ tags: [String]) -> UInt32 {
    tags.reduce(0) { $0 | RomanRules.standard.bit(of: $1) }
  }

  /// The small letter of a Cyrillic one.
  static func small(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    default: value
    }
  }

  /// Languages that a hard sign before a letter speaks against: in Russian it stands before е, ё,
  /// ю and я, in Bulgarian it is a vowel.
  static func excluded(behind before: UInt32, _ value: UInt32) -> UInt32 {
    guard before == 0x44A else { return 0 }
    switch value {
    case 0x435, 0x451, 0x44E, 0x44F: return 0
    default: return notBulgarian
    }
  }

  /// Languages that three letters speak against: Ukrainian has -ський, -цький, where Russian has
  /// -ский, -цкий.
  static func excluded(by first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    let isSoft = second == 0x44C && third == 0x43A
    return isSoft && (first == 0x441 || first == 0x446 || first == 0x437) ? notUkrainian : 0
  }
}
