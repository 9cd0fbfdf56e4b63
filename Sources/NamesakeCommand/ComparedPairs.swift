// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameComparison

/// What a run of comparisons leaves for its page: counts of all pairs, and the few that deserve a
/// look.
///
/// Of a long run the pairs nearest to the threshold are kept: they are the ones that a person must
/// decide. Which ones does not depend on batches or threads.
struct ComparedPairs: Sendable {
  /// A pair with its place in the input.
  struct Pair: Sendable {
    /// From 0.
    var number: Int
    let explanation: Explanation
  }

  /// Pairs shown in full, at most: a page of some hundred kilobytes.
  static let mostShown = 300

  let threshold: Double
  private(set) var count = 0
  private(set) var matches = 0
  private(set) var histogram = ScoreHistogram()
  private var kept: [Pair] = []

  init(threshold: Double) { self.threshold = threshold }

  /// The kept pairs in the order of the input.
  var shown: [Pair] { nearest(kept).sorted { $0.number < $1.number } }

  /// Adds the next pair.
  mutating func add(_ explanation: Explanation) {
    let score = explanation.comparison.score
    let isMatch = score >= threshold
    matches += isMatch ? 1 : 0
    histogram.add(score, isFirst: isMatch)
    keep([Pair(number: count, explanation: explanation)])
    count += 1
  }

  /// Adds the pairs of the next batch.
  mutating func append(_ next: ComparedPairs) {
    matches += next.matches
    histogram.add(next.histogram)
    keep(
      next.kept.map { Pair(number: $0.number + count, explanation: $0.explanation) })
    count += next.count
  }

  private mutating func keep(_ pairs: [Pair]) {
    kept += pairs
    if kept.count > 4 * Self.mostShown { kept = nearest(kept) }
  }

  private func nearest(_ pairs: [Pair]) -> [Pair] {
    guard pairs.count > Self.mostShown else { return pairs }
    let ordered = pairs.sorted { a, b in
      let (first, second) = (doubt(a), doubt(b))
      return first != second ? first < second : a.number < b.number
    }
    return Array(ordered.prefix(Self.mostShown))
  }

  /// How far a score is from the threshold.
  private func doubt(_ pair: Pair) -> Double {
    abs(pair.explanation.comparison.score - threshold)
  }
}
