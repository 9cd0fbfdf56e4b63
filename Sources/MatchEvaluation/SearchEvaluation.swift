// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How well a search finds what is asked for, and how far its first result is to be believed.
///
/// A measure is nil where the queries do not tell it.
public struct SearchEvaluation: Sendable {
  /// Number of queries.
  public let count: Int
  /// How many of them have an answer.
  public let answerable: Int
  /// Mean of 1 / rank of the first right result, 0 where none is right, over the queries that have
  /// an answer.
  public let meanReciprocalRank: Double?
  /// The first results taken as answers from each score on: precision is the share of them that is
  /// right, recall the share of the queries with an answer that got it.
  public let curve: ThresholdCurve
  /// Whether the first result's score is the probability that it is right.
  public let calibration: Calibration
  private let queries: [RankedQuery]

  /// Measures queries.
  ///
  /// - Complexity: O(*n* log *n*).
  /// - Reference: Voorhees, "The TREC-8 Question Answering Track Report", 1999, for the mean
  ///   reciprocal rank.
  public init(_ queries: [RankedQuery]) {
    self.queries = queries.filter(\.hasAnswer)
    count = queries.count
    answerable = self.queries.count
    let reciprocals = self.queries.reduce(0.0) { $0 + ($1.rank.map { 1 / Double($0) } ?? 0) }
    meanReciprocalRank = answerable > 0 ? reciprocals / Double(answerable) : nil
    let answers = queries.compactMap { query in
      query.topScore.map { ScoredPair(score: $0, isSame: query.rank == 1) }
    }
    let missed = self.queries.count { $0.rank != 1 }
    curve = ThresholdCurve(answers, missed: missed)
    calibration = Calibration(answers)
  }

  /// Share of the queries with an answer whose right result is among the first `k`; nil when no
  /// query has an answer.
  ///
  /// - Complexity: O(*n*).
  public func recall(at k: Int) -> Double? {
    guard answerable > 0 else { return nil }
    return Double(queries.count { $0.rank ?? .max <= k }) / Double(answerable)
  }
}
