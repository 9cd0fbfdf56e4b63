// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation

/// Labelled pairs measured over all and by category.
struct PairMeasures {
  private let threshold: Double
  private let pairs: [ScoredPair]
  private let all: PairEvaluation
  private let categories: [(name: String, result: PairEvaluation)]

  init(_ items: [GoldPair], threshold: Double) {
    self.threshold = threshold
    let pairs = items.map(\.pair)
    self.pairs = pairs
    let negatives = pairs.filter { !$0.isSame }
    all = PairEvaluation(pairs, against: negatives, threshold: threshold)
    categories = CategoryGroups.of(items, by: \.category).map { name, places in
      (name, PairEvaluation(places.map { pairs[$0] }, against: negatives, threshold: threshold))
    }
  }

  /// A measure and its names.
  private static let measures: [(MeasureTable.Column, @Sendable (PairEvaluation) -> Double?)] = [
    (.init("precision", "precision"), { $0.precision }),
    (.init("recall", "recall"), { $0.recall }),
    (.init("f1", "F1"), { $0.f1 }),
    (.init("false_positive_share", "false positives"), { $0.falsePositiveShare }),
    (.init("best_f1", "best F1"), { $0.best?.tally.f1 }),
    (.init("best_threshold", "at score"), { $0.best?.threshold }),
    (.init("auc", "AUC"), { $0.areaUnderROC }),
    (.init("recall_at_5_percent", "recall at 5 %"), { $0.recallAtFivePercent }),
    (.init("brier", "Brier"), { $0.calibration.brierScore }),
  ]

  /// What is said of them.
  func evaluation(models: ModelChoice) -> Evaluation {
    var table = MeasureTable(
      [
        .init("category", "category"), .init("pairs", "pairs"), .init("positives", "same"),
        .init("threshold", nil),
      ] + Self.measures.map(\.0))
    let rows = [(nil, all)] + categories.map { (Optional($0.name), $0.result) }
    for (name, result) in rows {
      table.add(
        [
          .label(name), .count(result.count), .count(result.positives), .measure(threshold),
        ] + Self.measures.map { .measure($0.1(result)) })
    }
    var histogram = ScoreHistogram()
    for pair in pairs { histogram.add(pair.score, isFirst: pair.isSame) }
    let count =
      "\(all.count) pairs, \(all.positives) the same, \(all.count - all.positives) not; "
      + "a score from \(threshold.short) counts as the same."
    return Evaluation(
      title: "Name comparison", summary: [count] + [CurveFigure.best(all.curve)].compactMap(\.self),
      models: models.description([.comparison, .spelling]),
      figures: [
        CurveFigure.precisionRecall(all.curve, threshold: threshold),
        CurveFigure.receiver(
          all.curve, threshold: threshold, area: all.areaUnderROC,
          recallAtFivePercent: all.recallAtFivePercent),
        histogram.figure(unit: "pairs", names: ("the same", "not the same")),
      ],
      note: "AUC and recall at 5 % false positives take a category’s positives against all "
        + "negatives. A dash: the category does not tell. Categories of fewer than "
        + "\(CategoryGroups.fewest) pairs count over all only.",
      table: table,
      reliability: ReliabilityTable(
        groups: rows.map { ($0.0, $0.1.calibration) }, unit: "pairs", right: "the same"))
  }
}
