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
  /// Row after row; row 0 is of letters that the pattern lacks.
  private(set) var words: [UInt64] = []
  /// Row by slot; 0 where the slot is free.
  private var rows = [UInt32](repeating: 0, count: Self.ownSlots)
  /// Letters of the shared slots.
  private var keys: [UInt32] = []
  /// Slots in use, to be freed before the next pattern.
  private var used: [Int] = []

  private static let ownSlots = 256

  /// Fills the rows for a pattern.
  ///
  /// - Complexity: O(*m*) expected, *m* letters.
  mutating func fill(_ pattern: Span<UInt32>) {
    for slot in used { rows[slot] = 0 }
    used.removeAll(keepingCapacity: true)
    blockCount = (pattern.count + 63) / 64
    // At most half of the shared slots are in use, and a power of two of them.
    if keys.count < pattern.count * 2 {
      var slots = 128
      while slots < pattern.count * 2 { slots *= 2 }
      keys = [UInt32](repeating: 0, count: slots)
      rows = [UInt32](repeating: 0, count: Self.ownSlots + slots)
    }
    words.removeAll(keepingCapacity: true)
    for _ in 0..<blockCount { words.append(0) }
    for place in pattern.indices {
      let slot = slot(of: pattern[place])
      var row = Int(rows[slot])
      if row == 0 {
        row = words.count / blockCount
        rows[slot] = UInt32(truncatingIfNeeded: row)
        if slot >= Self.ownSlots { keys[slot - Self.ownSlots] = pattern[place] }
        used.append(slot)
        for _ in 0..<blockCount { words.append(0) }
      }
      words[row * blockCount + place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// The row of a letter, 0 if the pattern lacks it.
  func row(of letter: UInt32) -> Int { Int(rows[slot(of: letter)]) }

  /// The one word of a letter's row, for patterns of at most 64 letters that are not empty.
  func word(of letter: UInt32) -> UInt64 { words[row(of: letter)] }

  /// The slot that holds the letter, or the free one where it belongs.
  private func slot(of letter: UInt32) -> Int {
    if letter < Self.ownSlots { return Int(letter) }
    let mask = keys.count - 1
    // Letters of one script follow each other, so their low bits spread them well enough.
    var place = Int(letter) & mask
    while rows[Self.ownSlots + place] != 0, keys[place] != letter { place = (place + 1) & mask }
    return Self.ownSlots + place
  }
}
