// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// A word of a name in an index: a word's number with how it stands there, in 32 bits.
struct NameEntry: Sendable, Equatable {
  let bits: UInt32

  /// Words that an index can hold.
  static let mostWords = 1 << 28

  init(bits: UInt32) { self.bits = bits }

  /// A word of the name.
  init(word: Int, weight: IndexWord.Weight) {
    bits = UInt32(word) << 4 | UInt32(weight.rawValue)
  }

  /// The last words of the name so far, joined.
  init(word: Int, joining count: Int) { bits = UInt32(word) << 4 | UInt32(count) << 2 }

  /// Number of the word.
  var word: Int { Int(bits >> 4) }
  /// Number of words joined; 0 for a word of its own.
  var joined: Int { Int(bits >> 2 & 3) }
  /// Whether it is a word of its own that speaks against a name in which it is missing.
  var isCounted: Bool { bits & 0xF == 0 }
  /// Whether it is a letter that stands for a name.
  var isInitial: Bool { bits & 0xF == UInt32(IndexWord.Weight.initial.rawValue) }
  /// The same entry with another word's number.
  func with(word: Int) -> NameEntry { NameEntry(bits: UInt32(word) << 4 | bits & 0xF) }
}
