// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a profile does with eight ASCII bytes at a time, by arithmetic on one 64-bit word.
///
/// A word that holds anything out of the ordinary is refused and goes byte by byte through the
/// table, so this never decides alone what a character becomes.
///
/// - Reference: Lamport, "Multiple Byte Processing with Full-Word Instructions", 1975,
///   doi:10.1145/360933.360994.
struct ASCIIRule: Sendable {
  /// Whether upper case becomes lower case.
  var lowercases = false
  /// Whether runs of spaces become one, and spaces at the ends go.
  var collapsesSpaces = false
  /// Whether apostrophe, grave accent and control characters take the table's way.
  var refusesSpecials = false
  /// Whether the letter I takes the table's way, for it may be a dotless one.
  var refusesCapitalI = false
  /// Off for profiles that have no table.
  var isEnabled = true

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// High bit of every byte of `word` that equals `byte`; exact for ASCII words.
  private static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    ~((word ^ ones &* UInt64(byte)) &+ lows) & highs
  }

  /// Maps eight bytes, first byte lowest.
  ///
  /// - Parameters:
  ///   - word: Eight bytes of input.
  ///   - afterSpace: Whether the byte before was a space; updated on success.
  /// - Returns: The eight output bytes, or nil when the word is not plain.
  @inline(__always)  // The body of the 8-byte loop: a call took as long as the work.
  func map(_ word: UInt64, afterSpace: inout Bool) -> UInt64? {
    if word & Self.highs != 0 { return nil }
    if refusesSpecials {
      // Below 0x20: adding 0x60 leaves the high bit clear. None of the sums carries over.
      let controls = ~(word &+ Self.ones &* 0x60) & Self.highs
      let specials = Self.equal(word, 0x27) | Self.equal(word, 0x60) | Self.equal(word, 0x7F)
      if controls | specials != 0 { return nil }
    }
    if refusesCapitalI, Self.equal(word, 0x49) != 0 { return nil }
    if collapsesSpaces {
      let spaces = Self.equal(word, 0x20)
      let follows = spaces << 8 | (afterSpace ? 0x80 : 0)
      if spaces & follows != 0 { return nil }
      afterSpace = spaces >> 63 != 0
    }
    guard lowercases else { return word }
    let fromA = word &+ Self.ones &* (0x80 - 0x41)
    let pastZ = word &+ Self.ones &* (0x80 - 0x5B)
    return word | ((fromA & ~pastZ & Self.highs) >> 2)
  }
}
