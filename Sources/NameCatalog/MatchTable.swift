// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What the words that a query found are worth, by word.
struct MatchTable {
  /// Place of a word's last match plus 1, behind the word; 0 for an empty slot.
  private var slots: [UInt64] = []
  private var mask = 0
  /// Place of the same word's match before, or -1.
  private(set) var previous: [Int32] = []

  /// Replaces what the table holds.
  mutating func fill(_ matches: [CandidateSearch.Match]) {
    var size = 64
    while size < matches.count * 2 { size *= 2 }
    mask = size - 1
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(0, count: size))
    previous.removeAll(keepingCapacity: true)
    for place in matches.indices {
      let word = matches[place].word
      var slot = Self.hash(word) & mask
      while slots[slot] != 0, slots[slot] >> 32 != UInt64(word) { slot = (slot + 1) & mask }
      previous.append(Int32(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1)
      slots[slot] = UInt64(word) << 32 | UInt64(place + 1)
    }
  }

  /// Place of a word's last match; nil when the query did not find it.
  func last(_ word: UInt32) -> Int? {
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(word) { return Int(slots[slot] & 0xFFFF_FFFF) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ word: UInt32) -> Int { Int(word &* 0x9E37_79B1 >> 7) }
}
