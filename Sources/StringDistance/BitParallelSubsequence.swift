// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

extension PreparedPattern {
  /// Length of the longest common subsequence: the most letters that both hold in the same order,
  /// from 0 to the length of the shorter.
  ///
  /// - Parameters:
  ///   - text: Letters of the other string.
  ///   - least: The smallest length of interest.
  /// - Returns: The length, or nil if it is below `least`.
  /// - Complexity: O(⌈*m* / 64⌉ *n*) for *m* letters of the pattern and *n* of the text.
  /// - Reference: Hyyrö, "Bit-Parallel LCS-length Computation Revisited", AWOCA 2004.
  public mutating func commonSubsequence(
    with text: Span<UInt32>, atLeast least: Int = 0
  ) -> Int? {
    guard min(count, text.count) >= least else { return nil }
    if letters.isEmpty { return 0 }
    let length =
      count > 64 ? blockedSubsequence(with: text) : wordOfSubsequence(with: text)
    return length >= least ? length : nil
  }

  /// Indel distance: the fewest insertions and deletions, from 0 to the sum of both lengths.
  ///
  /// - Parameters:
  ///   - text: Letters of the other string.
  ///   - limit: The largest distance of interest.
  /// - Returns: The distance, or nil if it is above the limit.
  /// - Complexity: As ``commonSubsequence(with:atLeast:)``.
  public mutating func indel(to text: Span<UInt32>, atMost limit: Int = .max) -> Int? {
    let both = count + text.count
    let least = limit >= both ? 0 : (both - limit + 1) / 2
    return commonSubsequence(with: text, atLeast: least).map { both - 2 * $0 }
  }

  /// One word for the pattern; zeros of `v` are rows where the subsequence grows.
  private func wordOfSubsequence(with text: Span<UInt32>) -> Int {
    var v = ~UInt64(0)
    for index in text.indices {
      let u = v & masks.word(of: text[index])
      // The carry out of the top bit is meant to be lost; u is a part of v.
      v = (v &+ u) | (v &- u)
    }
    return (~v).nonzeroBitCount
  }

  private mutating func blockedSubsequence(with text: Span<UInt32>) -> Int {
    let blockCount = masks.blockCount
    taken.removeAll(keepingCapacity: true)
    for _ in 0..<blockCount { taken.append(~0) }
    for index in text.indices {
      let row = masks.row(of: text[index]) * blockCount
      var carry: UInt64 = 0
      for block in 0..<blockCount {
        let v = taken[block]
        let u = v & masks.words[row + block]
        let (sum, first) = v.addingReportingOverflow(u)
        let (whole, second) = sum.addingReportingOverflow(carry)
        carry = first || second ? 1 : 0
        taken[block] = whole | (v &- u)
      }
    }
    return taken.reduce(0) { $0 + (~$1).nonzeroBitCount }
  }
}
