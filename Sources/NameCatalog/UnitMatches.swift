// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What words elsewhere are worth to the units of a name, found by word.
struct UnitMatches {
  /// That a word elsewhere is worth something to a unit.
  struct Match {
    var unit: Int
    var value: Float
    /// Place of the same word's match before, or -1.
    var next: Int
  }

  /// Words, and the place of each word's last match plus 1 below them; 0 for an empty slot.
  private var slots = [UInt64](repeating: 0, count: 256)
  private var used: [Int] = []
  private var matches: [Match] = []

  /// Forgets all matches and keeps the memory.
  mutating func removeAll() {
    for slot in used { slots[slot] = 0 }
    used.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
  }

  /// Adds a match.
  mutating func add(_ word: UInt32, unit: Int, value: Float) {
    if used.count * 2 >= slots.count { grow() }
    let slot = slot(of: word)
    if slots[slot] == 0 { used.append(slot) }
    matches.append(
      Match(unit: unit, value: value, next: Int(slots[slot] & 0xFFFF_FFFF) - 1))
    slots[slot] = UInt64(word) << 32 | UInt64(matches.count)
  }

  /// Place of a word's last match; -1 when it has none.
  func first(_ word: UInt32) -> Int { Int(slots[slot(of: word)] & 0xFFFF_FFFF) - 1 }

  subscript(place: Int) -> Match { matches[place] }

  private func slot(of word: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(word &* 0x9E37_79B1 >> 7) & mask
    while slots[slot] != 0, slots[slot] >> 32 != UInt64(word) { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for place in used.indices {
      let entry = old[used[place]]
      let slot = slot(of: UInt32(truncatingIfNeeded: entry >> 32))
      slots[slot] = entry
      used[place] = slot
    }
  }
}
