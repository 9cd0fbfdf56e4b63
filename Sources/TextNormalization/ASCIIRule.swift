// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a profile does with eight ASCII bytes at a time, by arithmetic on one 64-bit word.
///
/// It never decides alone what an unusual byte becomes: `stops` marks those bytes, and they go
/// through the table.
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

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// High bit of every byte of `word` that equals an ASCII `byte`.
  @inline(__always)  // Part of the 8-byte step, like everything below.
  private static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ ones &* UInt64(byte)
    return ~((difference & lows) &+ lows | difference) & highs
  }

  /// High bit of every space in a word.
  @inline(__always)
  static func spaces(_ word: UInt64) -> UInt64 { equal(word, 0x20) }

  /// High bit of every byte that is not plain: non-ASCII, and what this rule refuses.
  ///
  /// - Parameters:
  ///   - word: Eight bytes, first byte lowest.
  ///   - afterSpace: Whether the output so far is empty or ends in a space.
  @inline(__always)
  func stops(_ word: UInt64, afterSpace: Bool) -> UInt64 {
    var stops = word & Self.highs
    if refusesSpecials {
      // Below 0x20: adding 0x60 leaves the high bit clear. No sum carries into the next byte.
      stops |= ~((word & Self.lows) &+ Self.ones &* 0x60 | word) & Self.highs
      stops |= Self.equal(word, 0x27) | Self.equal(word, 0x60) | Self.equal(word, 0x7F)
    }
    if refusesCapitalI { stops |= Self.equal(word, 0x49) }
    if collapsesSpaces {
      let spaces = Self.spaces(word)
      stops |= spaces & (spaces << 8 | (afterSpace ? 0x80 : 0))
    }
    return stops
  }

  /// Case-maps the ASCII bytes of a word and leaves the others as they are.
  @inline(__always)
  func mapped(_ word: UInt64) -> UInt64 {
    guard lowercases else { return word }
    let low = word & Self.lows
    let fromA = low &+ Self.ones &* (0x80 - 0x41)
    let pastZ = low &+ Self.ones &* (0x80 - 0x5B)
    return word | (fromA & ~pastZ & ~word & Self.highs) >> 2
  }
}
