// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Remembers how pairs of words relate; a newer pair takes the place of an older one.
struct MatchCache {
  /// Both words' numbers and the generation that they are of, or all ones for none.
  private var pairs = [UInt64](repeating: .max, count: Self.size)
  private var matches = [WordMatch](repeating: .strange, count: Self.size)
  /// Counts how often all was forgotten, so that forgetting costs nothing.
  private var generation: UInt64 = 0

  /// About half a megabyte, which stays in a core's second cache.
  private static let bits = 14
  private static let size = 1 << bits
  /// Bits of a word's number.
  static let wordBits = 26
  private static let mostGenerations = UInt64(1) << (64 - 2 * UInt64(wordBits)) - 1

  private func pair(_ word: Int, _ other: Int) -> UInt64 {
    let bits = UInt64(Self.wordBits)
    return generation << (2 * bits) | UInt64(truncatingIfNeeded: word) << bits
      | UInt64(truncatingIfNeeded: other)
  }

  private static func place(of pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  /// What was found of two words; nil when they were not met or are forgotten.
  func find(_ word: Int, _ other: Int) -> WordMatch? {
    let pair = pair(word, other)
    let place = Self.place(of: pair)
    return pairs[place] == pair ? matches[place] : nil
  }

  /// Remembers what was found of two words.
  mutating func keep(_ match: WordMatch, of word: Int, _ other: Int) {
    let pair = pair(word, other)
    let place = Self.place(of: pair)
    pairs[place] = pair
    matches[place] = match
  }

  /// Forgets all.
  mutating func removeAll() {
    generation += 1
    guard generation == Self.mostGenerations else { return }
    generation = 0
    for place in pairs.indices { pairs[place] = .max }
  }
}
