// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a search gave for one query, and what is true.
public struct RankedQuery: Sendable, Equatable {
  /// Whether there is anything to find.
  public var hasAnswer: Bool
  /// Place of the first right result, from 1; nil when none is right.
  public var rank: Int?
  /// Score of the first result, right or not, `0...1`; nil when there was none.
  public var topScore: Double?

  /// Creates a query's outcome.
  public init(hasAnswer: Bool, rank: Int?, topScore: Double?) {
    self.hasAnswer = hasAnswer
    self.rank = rank
    self.topScore = topScore
  }

  /// Judges results.
  ///
  /// - Parameters:
  ///   - results: Answers with their scores, best first.
  ///   - right: The right answers; empty when there is nothing to find.
  public init<Answer: Hashable>(results: [(answer: Answer, score: Double)], right: Set<Answer>) {
    self.init(
      hasAnswer: !right.isEmpty,
      rank: results.firstIndex { right.contains($0.answer) }.map { $0 + 1 },
      topScore: results.first?.score)
  }
}
