// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Bits of a mapping entry; `TableForge` writes them (`MappingEntry`).
enum MappingFlags {
  static let identity = 14
  static let composes: UInt64 = 1 << 4
  static let context: UInt64 = 3 << 4
  static let space: UInt64 = 1 << 6
  static let syllable: UInt64 = 1 << 7
  static let forward: UInt64 = 1 << 56
  private static let carries: UInt64 = 1 << 59
  private static let replaces: UInt64 = 1 << 60

  /// Whether an entry takes away the inherent vowel that the output ends in, and NFC does not join
  /// its scalar with the one before.
  static func replacesVowel(_ entry: UInt64, behind previous: UInt64) -> Bool {
    takesVowel(entry, behind: previous) && previous & forward == 0
  }

  /// Whether an entry takes away the inherent vowel that the output ends in.
  static func takesVowel(_ entry: UInt64, behind previous: UInt64) -> Bool {
    entry & replaces != 0 && previous & carries != 0 && entry & 15 <= 5 && previous & 15 <= 5
  }

  /// What the next entry must know of the one before it: what goes hands an inherent vowel on.
  static func last(_ entry: UInt64, behind previous: UInt64) -> UInt64 {
    entry & 15 == 0 && entry & replaces == 0 ? entry | previous & carries : entry
  }
}
