// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// 48-bit codes of what tells languages apart: letters, triples of letters, and words.
///
/// The table of languages is written with them and read by them. Codes of different kinds never
/// meet; two words may, once in 2⁴⁷.
public enum LetterFeature {
  /// What stands before the first and behind the last letter of a word, in a triple.
  public static let edge: UInt32 = 0x20
  /// The code of no word yet.
  public static let emptyWord: UInt64 = 0xCBF2_9CE4_8422_2325

  /// A single letter; letters past U+FFFF have no code and give nil.
  @inlinable
  public static func letter(_ scalar: UInt32) -> UInt64? {
    scalar <= 0xFFFF ? UInt64(scalar) : nil
  }

  /// Three letters in a row; letters past U+7FFF have no code and give nil.
  @inlinable
  public static func triple(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt64? {
    guard (a | b | c) <= 0x7FFF else { return nil }
    return UInt64(a) << 32 | UInt64(b) << 16 | UInt64(c)
  }

  /// Continues the hash of a word (FNV-1a over its letters) by a letter.
  @inlinable
  public static func continued(_ hash: UInt64, by scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  /// The word with a hash.
  @inlinable
  public static func word(_ hash: UInt64) -> UInt64 { 1 << 47 | hash >> 17 }

  /// Slot at which the search for a code begins, in a table of 2^`bits` slots.
  @inlinable
  public static func slot(of code: UInt64, bits: Int) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }
}
