// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CPieceAligner

/// Words made ready for the sides of piece tables, kept while two names are compared.
///
/// Safety: `words` holds `capacity` words that this value alone owns.
@safe
public struct PreparedWords: ~Copyable {
  private let words: UnsafeMutablePointer<nsk_word>
  private var tags: [Tag] = []
  private var next = 0

  private struct Tag: Equatable {
    var slot: Int
    var table: Int
  }

  /// Words kept; the oldest gives way.
  private static let capacity = 32

  /// Creates room for some words.
  public init() {
    unsafe words = .allocate(capacity: Self.capacity)
    unsafe words.initialize(repeating: nsk_word(), count: Self.capacity)
    tags.reserveCapacity(Self.capacity)
  }

  deinit { unsafe words.deallocate() }

  /// Forgets all words.
  public mutating func removeAll() {
    tags.removeAll(keepingCapacity: true)
    next = 0
  }

  /// The place of a word, which is made ready unless it is there.
  ///
  /// - Parameters:
  ///   - slot: Tells the word from others; 0 and -1 for a word that is not met again.
  ///   - tableNumber: Tells the table from others.
  ///   - side: The side of the table that the word's alphabet is on.
  ///   - letters: UTF-16 units of the word's letters.
  ///   - table: The table.
  /// - Returns: A place that `score` takes, until the next `removeAll`.
  public mutating func place(
    _ slot: Int, _ tableNumber: Int, _ side: PieceTable.Side, _ letters: borrowing [UInt16],
    _ table: PieceTable
  ) -> Int {
    let tag = Tag(slot: slot, table: tableNumber)
    if slot != 0, slot != -1, let place = tags.firstIndex(of: tag) { return place }
    let place = next
    if place < tags.count { tags[place] = tag } else { tags.append(tag) }
    next = (next + 1) % Self.capacity
    unsafe table.prepare(letters.span, on: side, into: words + place)
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
