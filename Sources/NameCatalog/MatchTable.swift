// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What the words that a query found are worth, by word.
struct MatchTable {
  private var slots: [UInt64] = []
  private var mask = 0
  /// Matches in the order of their words.
  private(set) var matches: [CandidateSearch.Match] = []

  /// Replaces what the table holds.
  mutating func fill(_ found: [CandidateSearch.Match]) {
    matches = found.sorted { ($0.word, $0.unit, $1.value) < ($1.word, $1.unit, $0.value) }
    var size = 64
    while size < matches.count * 2 { size *= 2 }
    mask = size - 1
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(.max, count: size))
    for (place, match) in matches.enumerated()
    where place == 0 || matches[place - 1].word != match.word {
      var slot = Self.hash(match.word) & mask
      while slots[slot] != .max { slot = (slot + 1) & mask }
      slots[slot] = UInt64(match.word) << 32 | UInt64(place)
    }
  }

  /// Place of a word's first match; nil when the query did not find it.
  func first(_ word: UInt32) -> Int? {
    var slot = Self.hash(word) & mask
    while true {
      let value = slots[slot]
      if value == .max { return nil }
      if value >> 32 == UInt64(word) { return Int(value & 0xFFFF_FFFF) }
      slot = (slot + 1) & mask
    }
  }

  private static func hash(_ word: UInt32) -> Int { Int(word &* 0x9E37_79B1 >> 7) }
}
