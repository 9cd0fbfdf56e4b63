// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CPieceAligner

/// Words made ready for one side of piece tables, kept while names are compared.
///
/// Safety: `words` holds `capacity` words that this value alone owns.
@safe
public struct PreparedWords: ~Copyable {
  private let words: UnsafeMutablePointer<nsk_word>
  /// Number of the word at each place and of its table; -1 for none.
  private var tags = [Int](repeating: -1, count: Self.capacity)

  /// Words kept; a newer one takes the place of an older.
  ///
  /// The last place is for words that are not met again.
  private static let capacity = 129

  /// Creates room for some words.
  public init() {
    unsafe words = .allocate(capacity: Self.capacity)
    unsafe words.initialize(repeating: nsk_word(), count: Self.capacity)
  }

  deinit { unsafe words.deallocate() }

  /// Forgets all words.
  public mutating func removeAll() {
    for place in tags.indices { tags[place] = -1 }
  }

  /// The place of a word, which is made ready unless it is there.
  ///
  /// - Parameters:
  ///   - word: Tells the word from others; -1 for a word that is not met again.
  ///   - tableNumber: Tells the table from others; below 128.
  ///   - side: The side of the table that the word's alphabet is on.
  ///   - letters: UTF-16 units of the word's letters.
  ///   - table: The table.
  /// - Returns: A place that `score` takes, until the next word is placed.
  public mutating func place(
    _ word: Int, _ tableNumber: Int, _ side: PieceTable.Side, _ letters: Span<UInt16>,
    _ table: PieceTable
  ) -> Int {
    let tag = word << 7 | tableNumber
    let place = word < 0 ? Self.capacity - 1 : (tag &* 0x9E37_79B1) >> 7 & (Self.capacity - 2)
    if word >= 0 {
      if tags[place] == tag { return place }
      tags[place] = tag
    }
    unsafe table.prepare(letters, on: side, into: words + place)
    return place
  }

  /// The log-odds, in 64ths of a nat, that two words are one name.
  public static func score(
    _ table: PieceTable, _ first: borrowing PreparedWords, _ i: Int,
    _ second: borrowing PreparedWords, _ j: Int
  ) -> Int {
    unsafe table.score(first.words + i, second.words + j)
  }
}
