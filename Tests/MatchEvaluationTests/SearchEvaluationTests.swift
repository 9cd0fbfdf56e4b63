// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Testing

/// The measures by their definitions, query by query.
private enum Naive {
  static func recall(_ queries: [RankedQuery], at k: Int) -> Double? {
    let answerable = queries.filter { $0.hasAnswer }
    if answerable.isEmpty { return nil }
    var found = 0
    for query in answerable { if let rank = query.rank, rank <= k { found += 1 } }
    return Double(found) / Double(answerable.count)
  }

  static func reciprocal(_ queries: [RankedQuery]) -> Double? {
    var sum = 0.0
    var count = 0
    for query in queries where query.hasAnswer {
      count += 1
      if let rank = query.rank { sum += 1 / Double(rank) }
    }
    return count == 0 ? nil : sum / Double(count)
  }

  static func tally(_ queries: [RankedQuery], at threshold: Double) -> PrecisionRecall {
    var tally = PrecisionRecall()
    for query in queries {
      let isGiven = (query.topScore ?? -1) >= threshold
      if isGiven, query.rank == 1 { tally.truePositives += 1 }
      if isGiven, query.rank != 1 { tally.falsePositives += 1 }
      if query.hasAnswer, !(isGiven && query.rank == 1) { tally.falseNegatives += 1 }
    }
    return tally
  }
}

@Suite("measures of search")
struct SearchEvaluationTests {
  @Test("agrees with the definitions on random rankings")
  func definitions() {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<200 {
      let queries = (0..<next(40)).map { _ in
        let hasAnswer = next(4) > 0
        let hasResult = next(5) > 0
        return RankedQuery(
          hasAnswer: hasAnswer, rank: hasAnswer && hasResult && next(3) > 0 ? 1 + next(6) : nil,
          topScore: hasResult ? Double(next(11)) / 10 : nil)
      }
      let measured = SearchEvaluation(queries)
      for k in 1...7 { #expect(measured.recall(at: k) == Naive.recall(queries, at: k)) }
      let mean = measured.meanReciprocalRank
      #expect(
        mean == nil && Naive.reciprocal(queries) == nil
          || abs((mean ?? 0) - (Naive.reciprocal(queries) ?? 9)) < 1e-12)
      for threshold in [0, 0.25, 0.5, 0.7, 1] {
        #expect(measured.curve.tally(at: threshold) == Naive.tally(queries, at: threshold))
      }
      #expect(
        measured.calibration.bins.reduce(0) { $0 + $1.count }
          == queries.count { $0.topScore != nil })
    }
  }

  @Test("results are judged by the right answers")
  func judging() {
    let results = [(answer: "a", score: 0.9), (answer: "b", score: 0.4)]
    #expect(RankedQuery(results: results, right: ["b"]).rank == 2)
    #expect(RankedQuery(results: results, right: ["b", "a"]).rank == 1)
    #expect(
      RankedQuery(results: results, right: [])
        == .init(
          hasAnswer: false, rank: nil, topScore: 0.9))
    #expect(RankedQuery(results: [(answer: Int, score: Double)](), right: [1]).topScore == nil)
  }
}
