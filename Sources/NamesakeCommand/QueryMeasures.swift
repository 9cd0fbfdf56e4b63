// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation

/// Labelled queries measured over all and by category.
struct QueryMeasures {
  private let threshold: Double
  private let places: [Int]
  private let queries: [RankedQuery]
  private let rows: [(name: String?, result: SearchEvaluation)]

  init(_ items: [GoldQuery], threshold: Double, limit: Int) {
    self.threshold = threshold
    places = Array(Set([1, 5, 10, 100].filter { $0 < limit } + [limit])).sorted()
    let queries = items.map(\.outcome)
    self.queries = queries
    rows =
      [(nil, SearchEvaluation(queries))]
      + CategoryGroups.of(items, by: \.category).map { name, places in
        (name, SearchEvaluation(places.map { queries[$0] }))
      }
  }

  /// What is said of them.
  func evaluation(models: ModelChoice) -> Evaluation {
    var table = MeasureTable(
      [
        .init("category", "category"), .init("queries", "queries"),
        .init("answerable", "with an answer"),
      ] + places.map { .init("recall_at_\($0)", "recall@\($0)") } + [
        .init("mrr", "MRR"), .init("threshold", nil), .init("precision", "precision"),
        .init("recall", "recall"), .init("f1", "F1"), .init("brier", "Brier"),
      ])
    for (name, result) in rows {
      let tally = result.curve.tally(at: threshold)
      let isAnswered = tally.truePositives + tally.falsePositives > 0
      table.add(
        [.label(name), .count(result.count), .count(result.answerable)]
          + places.map { .measure(result.recall(at: $0)) } + [
            .measure(result.meanReciprocalRank), .measure(threshold),
            .measure(isAnswered ? tally.precision : nil),
            .measure(result.answerable > 0 ? tally.recall : nil),
            .measure(isAnswered && result.answerable > 0 ? tally.f1 : nil),
            .measure(result.calibration.brierScore),
          ])
    }
    let all = rows[0].result
    var histogram = ScoreHistogram()
    for query in queries {
      if let score = query.topScore { histogram.add(score, isFirst: query.rank == 1) }
    }
    let count =
      "\(all.count) queries, \(all.answerable) with an answer in the index; a first result is an "
      + "answer from a score of \(threshold.short)."
    return Evaluation(
      title: "Name search", summary: [count] + [CurveFigure.best(all.curve)].compactMap(\.self),
      models: models.description([.comparison, .spelling, .vectors]),
      figures: [
        CurveFigure.precisionRecall(all.curve, threshold: threshold), ranks(all),
        histogram.figure(unit: "queries", names: ("right", "not right")),
      ],
      note: "recall@k: share of the queries with an answer whose right result is among the first "
        + "k. MRR: mean of 1 / rank of the first right result. Precision, recall and F1: the first "
        + "result as the answer, from the threshold on. Categories of fewer than "
        + "\(CategoryGroups.fewest) queries count over all only.",
      table: table,
      reliability: ReliabilityTable(
        groups: rows.map { ($0.name, $0.result.calibration) }, unit: "queries", right: "right"))
  }

  private func ranks(_ all: SearchEvaluation) -> String {
    let last = places.last ?? 1
    var plot = SVGPlot(
      x: "rank / \(last)", y: "recall@rank")
    let points = (1...last).compactMap { rank in
      all.recall(at: rank).map { (x: Double(rank) / Double(last), y: $0) }
    }
    plot.curve(points, style: "one")
    for place in places {
      if let recall = all.recall(at: place) {
        plot.dot(
          Double(place) / Double(last), recall, style: "two",
          tip: "recall@\(place) \(recall.fixed(3))")
      }
    }
    return plot.figure(
      title: "Recall by rank.",
      caption: "MRR \(all.meanReciprocalRank?.fixed(3) ?? "–"); rings at "
        + places.map { "\($0)" }.joined(separator: ", ") + ".")
  }
}
