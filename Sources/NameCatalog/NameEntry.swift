// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// A word of a name in an index: a word's number with how it stands there, in 32 bits.
///
/// From the lowest: two bits for the number of words joined, one for the name's last entry, one for
/// a word that counts, three for the role, the rest for the word.
struct NameEntry: Sendable, Equatable {
  let bits: UInt32

  /// Words that an index can hold.
  static let mostWords = 1 << 25 - 1

  private static let last: UInt32 = 1 << 2
  private static let counted: UInt32 = 1 << 3
  private static let roles: [NameToken.Role] = [
    .name, .initial, .particle, .honorific, .office, .generation, .legalForm, .number,
  ]

  init(bits: UInt32) { self.bits = bits }

  /// What stands for a name without words.
  static let none = NameEntry(bits: UInt32(mostWords) << 7 | last)

  /// Whether it stands for a name without words.
  var isNone: Bool { bits >> 7 == UInt32(Self.mostWords) }

  /// A word of the name.
  init(word: Int, role: NameToken.Role, isCounted: Bool) {
    let place = Self.roles.firstIndex(of: role) ?? 0
    bits = UInt32(word) << 7 | UInt32(place) << 4 | (isCounted ? Self.counted : 0)
  }

  /// The last words of the name so far, joined.
  init(word: Int, joining count: Int) { bits = UInt32(word) << 7 | UInt32(count) }

  /// Number of the word.
  var word: Int { Int(bits >> 7) }
  /// Number of words joined; 0 for a word of its own.
  var joined: Int { Int(bits & 3) }
  /// Whether it is a word of its own that speaks against a name in which it is missing.
  var isCounted: Bool { bits & Self.counted != 0 }
  /// Whether the name ends with it.
  var isLast: Bool { bits & Self.last != 0 }
  /// What part the word plays.
  var role: NameToken.Role { Self.roles[Int(bits >> 4 & 7)] }
  /// What tells a word in a role from others.
  var wordAndRole: UInt32 { bits >> 4 }
  /// Whether it is a letter that stands for a name.
  var isInitial: Bool { joined == 0 && !isCounted && role == .initial }
  /// The same entry with another word's number.
  func with(word: Int) -> NameEntry { NameEntry(bits: UInt32(word) << 7 | bits & 0x7F) }
  /// The same entry as the name's last.
  var asLast: NameEntry { NameEntry(bits: bits | Self.last) }
}
