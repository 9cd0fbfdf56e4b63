// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation

/// Labelled pairs measured over all and by category.
struct EvaluateGroups {
  let threshold: Double
  let pairs: [ScoredPair]
  let all: PairEvaluation
  /// Categories of enough pairs, the largest first, of equal ones in the order of their bytes.
  let categories: [(name: String, result: PairEvaluation)]

  /// Pairs below which a category's shares are noise.
  static let fewest = 20

  init(_ pairs: [GoldPair], threshold: Double) {
    self.threshold = threshold
    let scored = pairs.map(\.pair)
    self.pairs = scored
    let negatives = scored.filter { !$0.isSame }
    all = PairEvaluation(scored, against: negatives, threshold: threshold)
    // As bytes: names that merely look the same are not the same category.
    var members: [[UInt8]: [ScoredPair]] = [:]
    for pair in pairs where !pair.category.isEmpty {
      members[Array(pair.category.utf8), default: []].append(pair.pair)
    }
    categories =
      members.filter { $0.value.count >= Self.fewest }
      .sorted { a, b in
        a.value.count != b.value.count
          ? a.value.count > b.value.count : a.key.lexicographicallyPrecedes(b.key)
      }
      .map { name, pairs in
        (
          String(decoding: name, as: UTF8.self),
          PairEvaluation(pairs, against: negatives, threshold: threshold)
        )
      }
  }

  /// A number of the table of measures.
  struct Measure {
    /// Its name in jsonl, csv and tsv.
    let name: String
    /// Its name for people.
    let title: String
    let value: (PairEvaluation) -> Double?
  }

  /// The columns of the table of measures, in the order in which they are shown.
  static var measures: [Measure] {
    [
      Measure(name: "precision", title: "precision", value: \.precision),
      Measure(name: "recall", title: "recall", value: \.recall),
      Measure(name: "f1", title: "F1", value: \.f1),
      Measure(
        name: "false_positive_share", title: "false positives", value: \.falsePositiveShare),
      Measure(name: "best_f1", title: "best F1", value: { $0.best?.tally.f1 }),
      Measure(name: "best_threshold", title: "at score", value: { $0.best?.threshold }),
      Measure(name: "auc", title: "AUC", value: \.areaUnderROC),
      Measure(
        name: "recall_at_5_percent", title: "recall at 5 %", value: \.recallAtFivePercent),
      Measure(name: "brier", title: "Brier", value: { $0.calibration.brierScore }),
    ]
  }
}
