// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Where every letter stands in a pattern: for each letter a row of bits, bit *i* for place *i*, in
/// blocks of 64 places.
///
/// Letters below 256 have slots of their own, others share an open-addressed table. Filling it for
/// another pattern allocates only while the longest pattern so far grows.
struct LetterMasks: ~Copyable {
  /// Words of a row.
  private(set) var blockCount = 0
  /// Row after row, row 0 being of letters that the pattern lacks; what follows them is stale.
  private(set) var words: [UInt64] = []
  /// Row by slot; 0 where the slot is free.
  private var rows = [UInt32](repeating: 0, count: Self.ownSlots)
  /// Letters of the shared slots: a power of two, at least twice the longest pattern.
  private var keys: [UInt32] = []
  /// Slots in use, to be freed before the next pattern.
  private var used: [Int] = []
  private var usedCount = 0

  private static let ownSlots = 256

  /// The pattern of a single text, if it is short.
  private var compared = ComparedLetters()
  private var isCompared = false

  /// Takes a pattern that one text is compared with: if both are short it needs no rows.
  ///
  /// - Complexity: O(*m*) for up to 64 letters on both sides, as `fill` for more.
  mutating func fill(_ pattern: Span<UInt32>, forTextOf textCount: Int) {
    isCompared = max(pattern.count, textCount) <= ComparedLetters.longest
    if isCompared { compared.fill(pattern) } else { fill(pattern) }
  }

  /// Fills the rows for a pattern.
  ///
  /// - Complexity: O(*m* ⌈*m* / 64⌉) expected, *m* letters.
  mutating func fill(_ pattern: Span<UInt32>) {
    isCompared = false
    Self.free(used, usedCount, in: &rows)
    blockCount = (pattern.count + 63) / 64
    makeRoom(for: pattern.count)
    usedCount = Self.fill(
      pattern, blockCount: blockCount, words: &words, rows: &rows, keys: &keys, used: &used)
  }

  /// Fills the tables and returns how many letters there are.
  private static func fill(
    _ pattern: Span<UInt32>, blockCount: Int, words: inout [UInt64], rows: inout [UInt32],
    keys: inout [UInt32], used: inout [Int]
  ) -> Int {
    // Spans, as an array asks with every change whether it is shared.
    var words = words.mutableSpan
    var rows = rows.mutableSpan
    var keys = keys.mutableSpan
    var used = used.mutableSpan
    var row = 0
    if blockCount == 1 {
      // Short patterns, which are most, without the arithmetic of blocks: filling is half of a pair.
      words[0] = 0
      var bit: UInt64 = 1
      for place in pattern.indices {
        let letter = pattern[place]
        let slot = slot(of: letter, rows.span, keys.span)
        let known = Int(rows[slot])
        if known == 0 {
          used[row] = slot
          row += 1
          rows[slot] = UInt32(truncatingIfNeeded: row)
          if slot >= ownSlots { keys[slot - ownSlots] = letter }
          words[row] = bit
        } else {
          words[known] |= bit
        }
        bit <<= 1
      }
      return row
    }
    for block in 0..<blockCount { words[block] = 0 }
    for place in pattern.indices {
      let letter = pattern[place]
      let slot = slot(of: letter, rows.span, keys.span)
      if rows[slot] == 0 {
        used[row] = slot
        row += 1
        rows[slot] = UInt32(truncatingIfNeeded: row)
        if slot >= ownSlots { keys[slot - ownSlots] = letter }
        for block in 0..<blockCount { words[row * blockCount + block] = 0 }
      }
      words[Int(rows[slot]) * blockCount + place / 64] |= 1 << UInt64(place % 64)
    }
    return row
  }

  private static func free(_ used: [Int], _ count: Int, in rows: inout [UInt32]) {
    var rows = rows.mutableSpan
    for index in 0..<count { rows[used[index]] = 0 }
  }

  private mutating func makeRoom(for count: Int) {
    let needed = (count + 1) * blockCount
    if words.count < needed { words = [UInt64](repeating: 0, count: needed) }
    guard keys.count < count * 2 else { return }
    var slots = 128
    while slots < count * 2 { slots *= 2 }
    keys = [UInt32](repeating: 0, count: slots)
    rows = [UInt32](repeating: 0, count: Self.ownSlots + slots)
    used = [Int](repeating: 0, count: slots)
  }

  /// The row of a letter, 0 if the pattern lacks it.
  func row(of letter: UInt32) -> Int { Int(rows[Self.slot(of: letter, rows.span, keys.span)]) }

  /// The one word of a letter's row, for patterns of at most 64 letters that are not empty.
  func word(of letter: UInt32) -> UInt64 {
    isCompared ? compared.places(of: letter) : words[row(of: letter)]
  }

  /// The slot that holds the letter, or the free one where it belongs.
  private static func slot(of letter: UInt32, _ rows: Span<UInt32>, _ keys: Span<UInt32>) -> Int {
    if letter < ownSlots { return Int(letter) }
    let mask = keys.count - 1
    // Letters of one script follow each other, so their low bits spread them well enough.
    var place = Int(letter) & mask
    while rows[ownSlots + place] != 0, keys[place] != letter { place = (place + 1) & mask }
    return ownSlots + place
  }
}
