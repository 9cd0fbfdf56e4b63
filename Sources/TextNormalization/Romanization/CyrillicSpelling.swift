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
  private static func small(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    default: value
    }
  }

  static func isHardSign(_ value: UInt32) -> Bool { value == 0x44A || value == 0x42A }
  static func isSoftSign(_ value: UInt32) -> Bool { value == 0x44C || value == 0x42C }

  /// Languages that a hard sign before a letter speaks against: in Russian it stands before е, ё,
  /// ю and я, in Bulgarian it is a vowel.
  static func excluded(behindHardSign value: UInt32) -> UInt32 {
    switch small(value) {
    case 0x435, 0x451, 0x44E, 0x44F: 0
    default: notBulgarian
    }
  }

  /// Languages that two letters around a soft sign speak against: Ukrainian has -ський, -цький,
  /// where Russian has -ский, -цкий.
  static func excluded(by first: UInt32, _ third: UInt32) -> UInt32 {
    let isSibilant = [0x441, 0x446, 0x437].contains(small(first))
    return isSibilant && small(third) == 0x43A ? notUkrainian : 0
  }
}
