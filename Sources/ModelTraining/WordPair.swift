// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Two words that are, or are held to be, the same name in two spellings.
public struct WordPair: Hashable, Sendable {
  /// Letters of the word in the first alphabet.
  public var first: [UInt16]
  /// Letters of the word in the second alphabet.
  public var second: [UInt16]
  /// How much the pair counts.
  public var weight: Float

  /// Creates a pair.
  public init(first: [UInt16], second: [UInt16], weight: Float = 1) {
    self.first = first
    self.second = second
    self.weight = weight
  }
}

/// Which pieces a table may hold.
public struct PieceShape: Sendable, Equatable {
  /// Letters of the first side of a piece, at most.
  public var longestFirst: Int
  /// Letters of the second side beside one letter of the first.
  public var longestBesideOne: Int
  /// Letters of the second side beside two letters of the first.
  public var longestBesideTwo: Int
  /// Letters of either side of a piece that ends both words; 0 for no such pieces.
  public var longestEnding: Int

  /// Letter scripts: two letters beside up to three.
  public static let letters = PieceShape(
    longestFirst: 2, longestBesideOne: 3, longestBesideTwo: 3, longestEnding: 0)
  /// Spellings within one alphabet, with endings.
  public static let spellings = PieceShape(
    longestFirst: 2, longestBesideOne: 2, longestBesideTwo: 2, longestEnding: 3)
  /// A Han character beside its reading.
  public static let readings = PieceShape(
    longestFirst: 1, longestBesideOne: 6, longestBesideTwo: 0, longestEnding: 0)

  /// Calls back for each shape that fits into what is left of two words.
  @inline(__always)
  func forEach(leftOfFirst: Int, leftOfSecond: Int, _ body: (Int, Int) -> Void) {
    if leftOfSecond > 0 { body(0, 1) }
    guard leftOfFirst > 0 else { return }
    body(1, 0)
    for length in 1...longestBesideOne where length <= leftOfSecond { body(1, length) }
    guard longestFirst > 1, leftOfFirst > 1 else { return }
    for length in 1...longestBesideTwo where length <= leftOfSecond { body(2, length) }
    // Endings that the shapes above do not hold.
    guard leftOfFirst <= longestEnding, (1...max(longestEnding, 1)).contains(leftOfSecond),
      max(leftOfFirst, leftOfSecond) == longestEnding
    else { return }
    body(leftOfFirst, leftOfSecond)
  }
}
