// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

extension PreparedPattern {
  /// Levenshtein distance: the fewest insertions, deletions and substitutions of letters that turn
  /// the pattern into the text, from 0 to the length of the longer.
  ///
  ///     PreparedPattern("lawrow").levenshtein(to: lavrov)   // 2
  ///
  /// - Parameters:
  ///   - text: Letters of the other string.
  ///   - limit: The largest distance of interest; a small one ends the work early and, for patterns
  ///     of more than 64 letters, leaves out the blocks too far off the diagonal.
  /// - Returns: The distance, or nil if it is above the limit.
  /// - Complexity: O(⌈*m* / 64⌉ *n*) for *m* letters of the pattern and *n* of the text;
  ///   O(⌈*k* / 64⌉ *n*) with a limit of *k*.
  /// - Reference: Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
  ///   Distances", Nordic Journal of Computing 10 (2003); Myers 1999, doi:10.1145/316542.316550;
  ///   the band: Ukkonen 1985, doi:10.1016/S0019-9958(85)80046-2.
  public mutating func levenshtein(to text: Span<UInt32>, atMost limit: Int = .max) -> Int? {
    edits(to: text, atMost: limit, swaps: false)
  }

  /// Distance of optimal string alignment (restricted Damerau).
  ///
  ///     "sergie" and "sergei" are 1 apart, "ca" and "abc" 3
  ///
  /// As Levenshtein's, with a swap of two neighbours as one edit, and no letter is edited twice. From
  /// 0 to the length of the longer. It is not a metric: the triangle inequality does not hold.
  ///
  /// - Parameters:
  ///   - text: Letters of the other string.
  ///   - limit: The largest distance of interest, as for ``levenshtein(to:atMost:)``.
  /// - Returns: The distance, or nil if it is above the limit.
  /// - Complexity: As ``levenshtein(to:atMost:)``.
  /// - Reference: Hyyrö 2003, as above, section 5.
  public mutating func optimalAlignment(to text: Span<UInt32>, atMost limit: Int = .max) -> Int? {
    edits(to: text, atMost: limit, swaps: true)
  }

  private mutating func edits(to text: Span<UInt32>, atMost limit: Int, swaps: Bool) -> Int? {
    guard abs(count - text.count) <= limit else { return nil }
    // The longer string's length is never exceeded, so a larger limit says nothing.
    let limit = min(limit, max(count, text.count))
    if limit == 0 { return equals(text) ? 0 : nil }
    if letters.isEmpty || text.isEmpty { return max(count, text.count) }
    if count > 64 { return blockedEdits(to: text, atMost: limit, swaps: swaps) }
    return swaps
      ? wordOfEditsAndSwaps(to: text, atMost: limit) : wordOfEdits(to: text, atMost: limit)
  }

  /// One word a column; the paper's names for the vectors.
  private func wordOfEdits(to text: Span<UInt32>, atMost limit: Int) -> Int? {
    let last = UInt64(count - 1)
    var vp = ~UInt64(0)
    var vn: UInt64 = 0
    var score = count
    // The score falls by at most one a letter.
    var reachable = limit + text.count
    for index in text.indices {
      let eq = masks.word(of: text[index])
      // The carry out of the top bit is meant to be lost, here and below.
      let d0 = (((eq & vp) &+ vp) ^ vp) | eq | vn
      var hp = vn | ~(d0 | vp)
      let hn = d0 & vp
      score += Int((hp >> last) & 1) - Int((hn >> last) & 1)
      reachable -= 1
      if score > reachable { return nil }
      hp = hp << 1 | 1
      vp = hn << 1 | ~(d0 | hp)
      vn = d0 & hp
    }
    return score
  }

  /// The same with swaps; apart, because the swap costs the plain distance a third of its speed.
  private func wordOfEditsAndSwaps(to text: Span<UInt32>, atMost limit: Int) -> Int? {
    let last = UInt64(count - 1)
    var vp = ~UInt64(0)
    var vn: UInt64 = 0
    var d0: UInt64 = 0
    var before: UInt64 = 0
    var score = count
    var reachable = limit + text.count
    for index in text.indices {
      let eq = masks.word(of: text[index])
      let swapped = ((~d0 & eq) << 1) & before
      d0 = (((eq & vp) &+ vp) ^ vp) | eq | vn | swapped
      var hp = vn | ~(d0 | vp)
      let hn = d0 & vp
      score += Int((hp >> last) & 1) - Int((hn >> last) & 1)
      reachable -= 1
      if score > reachable { return nil }
      hp = hp << 1 | 1
      vp = hn << 1 | ~(d0 | hp)
      vn = d0 & hp
      before = eq
    }
    return score
  }

  /// A word for 64 letters of the pattern, and of them only those that the band crosses.
  ///
  /// Cells off the band are taken to be larger than they are, which changes no way of at most
  /// `limit` edits: it stays within `limit` of the diagonal.
  private mutating func blockedEdits(
    to text: Span<UInt32>, atMost limit: Int, swaps: Bool
  ) -> Int? {
    let blockCount = masks.blockCount
    blocks.removeAll(keepingCapacity: true)
    var rowsAbove = 0
    for index in text.indices {
      let lowest = min((index + limit) / 64, blockCount - 1)
      while blocks.count <= lowest {
        let rows = min(64, count - blocks.count * 64)
        var block = EditBlock()
        // Before this column, the cell above plus one a row.
        block.score = (blocks.last?.score ?? index) + rows
        blocks.append(block)
      }
      while (rowsAbove + 1) * 64 + limit < index { rowsAbove += 1 }
      if rowsAbove > lowest { return nil }
      step(
        rowsAbove...lowest, row: masks.row(of: text[index]), swaps: swaps)
    }
    guard blocks.count == blockCount, let score = blocks.last?.score else { return nil }
    return score <= limit ? score : nil
  }

  /// Moves some blocks by one letter of the text.
  private mutating func step(_ range: ClosedRange<Int>, row: Int, swaps: Bool) {
    // Into the first row every letter of the text is one more edit.
    var carriedUp: UInt64 = 1
    var carriedDown: UInt64 = 0
    // Whether the last letter of the block above could begin a swap.
    var carriedSwap: UInt64 = 0
    for place in range {
      var block = blocks[place]
      let eq = masks.words[row * masks.blockCount + place]
      let last = UInt64(min(64, count - place * 64) - 1)
      let candidates = ~block.d0 & eq
      let swapped = swaps ? (candidates << 1 | carriedSwap) & block.eq : 0
      carriedSwap = candidates >> 63
      let entered = eq | carriedDown
      let d0 = (((entered & block.vp) &+ block.vp) ^ block.vp) | entered | block.vn | swapped
      var hp = block.vn | ~(d0 | block.vp)
      var hn = d0 & block.vp
      let up = (hp >> last) & 1
      let down = (hn >> last) & 1
      block.score += Int(up) - Int(down)
      hp = hp << 1 | carriedUp
      hn = hn << 1 | carriedDown
      block.vp = hn | ~(d0 | hp)
      block.vn = d0 & hp
      block.d0 = d0
      block.eq = eq
      blocks[place] = block
      (carriedUp, carriedDown) = (up, down)
    }
  }
}
