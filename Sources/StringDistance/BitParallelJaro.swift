// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

extension PreparedPattern {
  /// Jaro similarity, 0...1: how many letters stand near each other in both, and in the same order.
  ///
  ///     "martha" and "marhta" are 0.944 alike
  ///
  /// Letters are common if they are equal and at most ⌊longer / 2⌋ - 1 places apart; each takes the
  /// first free partner. Two empty strings are 1 alike. Symmetric for most strings, not for all.
  ///
  /// - Parameters:
  ///   - text: Letters of the other string.
  ///   - least: The smallest similarity of interest.
  /// - Returns: The similarity, or nil if it is below `least`.
  /// - Complexity: O(⌈*m* / 64⌉ *n*) for *m* letters of the pattern and *n* of the text.
  /// - Reference: Jaro 1989, doi:10.1080/01621459.1989.10478785; Winkler 1990, "String Comparator
  ///   Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage".
  public mutating func jaro(to text: Span<UInt32>, atLeast least: Double = 0) -> Double? {
    let similarity = jaroSimilarity(to: text, atLeast: least)
    return similarity >= least ? similarity : nil
  }

  /// Jaro-Winkler similarity, 0...1: Jaro's, raised by a tenth of what is missing for each of the
  /// first four letters that are the same, where Jaro's is above 0.7.
  ///
  /// - Parameters:
  ///   - text: Letters of the other string.
  ///   - least: The smallest similarity of interest.
  /// - Returns: The similarity, or nil if it is below `least`.
  /// - Complexity: As ``jaro(to:atLeast:)``.
  /// - Reference: Winkler 1990, as above.
  public mutating func jaroWinkler(to text: Span<UInt32>, atLeast least: Double = 0) -> Double? {
    var prefix = 0
    while prefix < 4, prefix < min(count, text.count), text[prefix] == letters[prefix] {
      prefix += 1
    }
    let weight = Double(prefix) * 0.1
    // What Jaro's must reach so that raising it reaches `least`; the last bits are left a margin.
    let needed = least > 0.7 ? max(0.7, (least - weight) / (1 - weight)) - 1e-9 : least
    let jaro = jaroSimilarity(to: text, atLeast: needed)
    let similarity = jaro > 0.7 ? jaro + weight * (1 - jaro) : jaro
    return similarity >= least ? similarity : nil
  }

  /// The similarity, or 0 if it is known early to be below `least`.
  private mutating func jaroSimilarity(to text: Span<UInt32>, atLeast least: Double) -> Double {
    if letters.isEmpty || text.isEmpty { return letters.isEmpty && text.isEmpty ? 1 : 0 }
    let (m, n) = (Double(count), Double(text.count))
    if (min(m, n) / m + min(m, n) / n + 1) / 3 + 1e-9 < least { return 0 }
    // Fewer common letters than this keep the similarity below `least`, in whatever order.
    let fewest = Int(((least - 1e-9) * 3 - 1) / (1 / m + 1 / n))
    let (common, moved) =
      count <= 64 && text.count <= 64
      ? wordOfPartners(text, atLeast: fewest) : partners(text, atLeast: fewest)
    guard common > 0 else { return 0 }
    let c = Double(common)
    return (c / m + c / n + Double(common - moved / 2) / c) / 3
  }

  /// Letters with a partner, and how many of those stand out of order: one word for each side.
  ///
  /// None if they are fewer than asked for.
  private func wordOfPartners(
    _ text: Span<UInt32>, atLeast fewest: Int
  ) -> (common: Int, moved: Int) {
    let reach = max(max(count, text.count) / 2 - 1, 0)
    var window = reach >= 63 ? ~UInt64(0) : (2 << UInt64(reach)) - 1
    var taken: UInt64 = 0
    var partnered: UInt64 = 0
    for index in text.indices {
      let free = masks.word(of: text[index]) & window & ~taken
      taken |= free & (~free &+ 1)
      partnered |= (free == 0 ? 0 : 1) << UInt64(index)
      window = window << 1 | (index < reach ? 1 : 0)
    }
    let common = taken.nonzeroBitCount
    if common < fewest { return (0, 0) }
    var moved = 0
    while partnered != 0 {
      let next = taken & (~taken &+ 1)
      if masks.word(of: text[partnered.trailingZeroBitCount]) & next == 0 { moved += 1 }
      taken &= taken &- 1
      partnered &= partnered &- 1
    }
    return (common, moved)
  }

  /// The same for any lengths, by blocks of 64 letters of the pattern.
  private mutating func partners(
    _ text: Span<UInt32>, atLeast fewest: Int
  ) -> (common: Int, moved: Int) {
    let reach = max(max(count, text.count) / 2 - 1, 0)
    let blockCount = masks.blockCount
    taken.removeAll(keepingCapacity: true)
    partnered.removeAll(keepingCapacity: true)
    for _ in 0..<blockCount { taken.append(0) }
    for index in text.indices {
      let (first, last) = (max(0, index - reach), min(count - 1, index + reach))
      guard first <= last else { break }
      let row = masks.row(of: text[index]) * blockCount
      for block in first / 64...last / 64 {
        var free = masks.words[row + block] & ~taken[block]
        if block == first / 64 { free &= ~0 << UInt64(first % 64) }
        if block == last / 64 { free &= ~0 >> UInt64(63 - last % 64) }
        guard free != 0 else { continue }
        taken[block] |= free & (~free &+ 1)
        partnered.append(index)
        break
      }
    }
    if partnered.count < fewest { return (0, 0) }
    var moved = 0
    var block = 0
    for index in partnered {
      while taken[block] == 0 { block += 1 }
      if letters[block * 64 + taken[block].trailingZeroBitCount] != text[index] { moved += 1 }
      taken[block] &= taken[block] &- 1
    }
    return (partnered.count, moved)
  }
}
