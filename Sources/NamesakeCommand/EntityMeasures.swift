// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Namesake

/// Labelled names measured over thresholds and by category.
struct EntityMeasures {
  /// What a clustering came to.
  private struct Result {
    let threshold: Double
    let entities: Int
    let names: BCubed
    let pairs: PrecisionRecall
  }

  private let items: [GoldName]
  private let results: [Result]
  private let categories: [(name: String, count: Int, entities: Int, names: BCubed)]
  private let calibration: Calibration

  /// Thresholds that are tried beside the chosen one.
  private static let thresholds = [0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99]

  init(_ items: [GoldName], threshold: Double) {
    self.items = items
    let records = items.map(\.record)
    let gold = items.map(\.entity)
    let chosen = NameResolver(threshold: threshold).resolve(records)
    let labels = chosen.map(\.entity)
    let others = Self.thresholds.filter { $0 != threshold }.map { other in
      (other, NameResolver(threshold: other).resolve(records).map(\.entity))
    }
    results = ([(threshold, labels)] + others).map { threshold, labels in
      Result(
        threshold: threshold, entities: Set(labels).count,
        names: BCubed(gold: gold, predicted: labels),
        pairs: PrecisionRecall(pairsOf: gold, in: labels))
    }
    categories = CategoryGroups.of(items, by: \.category).map { name, places in
      (
        name, places.count, Set(places.map { labels[$0] }).count,
        BCubed(gold: gold, predicted: labels, over: places)
      )
    }
    calibration = Self.calibration(of: chosen, records, gold)
  }

  /// Whether the score of a name beside its entity's best name is the probability that both are
  /// one: judged where they differ and it is known what the best name names.
  private static func calibration(
    of resolutions: [NameResolver.Resolution], _ records: [NameResolver.Record],
    _ gold: [[UInt8]]
  ) -> Calibration {
    struct Best: Hashable {
      let entity: String
      let name: [UInt8]
    }
    var truth: [Best: [UInt8]] = [:]
    for (place, resolution) in resolutions.enumerated() {
      let own = Array(records[place].name.utf8)
      if own.elementsEqual(resolution.canonical.utf8) {
        truth[Best(entity: resolution.entity, name: own)] = gold[place]
      }
    }
    return Calibration(
      resolutions.enumerated().compactMap { place, resolution in
        let name = Array(resolution.canonical.utf8)
        guard !name.elementsEqual(records[place].name.utf8),
          let best = truth[Best(entity: resolution.entity, name: name)]
        else { return nil }
        return ScoredPair(score: resolution.score, isSame: best == gold[place])
      })
  }

  /// What is said of them.
  func evaluation(models: ModelChoice) -> Evaluation {
    var table = MeasureTable([
      .init("category", "category"), .init("threshold", "threshold"), .init("names", "names"),
      .init("entities", "entities"), .init("b_cubed_precision", "B³ precision"),
      .init("b_cubed_recall", "B³ recall"), .init("b_cubed_f1", "B³ F1"),
      .init("pair_precision", "pair precision"), .init("pair_recall", "pair recall"),
      .init("pair_f1", "pair F1"),
    ])
    for result in results {
      table.add([
        .label(nil), .measure(result.threshold), .count(items.count), .count(result.entities),
        .measure(result.names.precision), .measure(result.names.recall),
        .measure(result.names.f1), .measure(result.pairs.precision),
        .measure(result.pairs.recall), .measure(result.pairs.f1),
      ])
    }
    for category in categories {
      table.add([
        .label(category.name), .measure(results[0].threshold), .count(category.count),
        .count(category.entities), .measure(category.names.precision),
        .measure(category.names.recall), .measure(category.names.f1), .measure(nil),
        .measure(nil), .measure(nil),
      ])
    }
    let chosen = results[0]
    let best = results.max { ($0.names.f1, $1.threshold) < ($1.names.f1, $0.threshold) } ?? chosen
    return Evaluation(
      title: "Deduplication",
      summary: [
        "\(items.count) names of \(Set(items.map(\.entity)).count) entities; "
          + "\(chosen.entities) found from a threshold of \(chosen.threshold.short).",
        "B³ F1 \(chosen.names.f1.fixed(3)); of the thresholds tried it is highest, "
          + "\(best.names.f1.fixed(3)), at \(best.threshold.short).",
      ],
      models: models.description([.comparison, .spelling]), figures: [overThresholds, tradeOff],
      note: "B³: mean over the names of how pure and how complete each one’s entity is. Pairs: of "
        + "all pairs of names put together. A category’s names are judged among all names.",
      table: table,
      reliability: ReliabilityTable(
        groups: [(nil, calibration)], unit: "names", right: "of their entity"))
  }

  private var overThresholds: String {
    var plot = SVGPlot(x: "threshold", y: "B³ F1")
    let ordered = results.sorted { $0.threshold < $1.threshold }
    plot.curve(ordered.map { (x: $0.threshold, y: $0.names.f1) }, style: "one")
    mark(&plot, results[0].threshold, results[0].names.f1)
    return plot.figure(title: "B³ by threshold.", caption: "The ring is the chosen one.")
  }

  private var tradeOff: String {
    var plot = SVGPlot(x: "B³ recall", y: "B³ precision")
    let ordered = results.sorted { $0.threshold < $1.threshold }
    plot.curve(ordered.map { (x: $0.names.recall, y: $0.names.precision) }, style: "one")
    mark(&plot, results[0].names.recall, results[0].names.precision)
    return plot.figure(
      title: "Precision and recall.", caption: "The ring is the chosen threshold.")
  }

  private func mark(_ plot: inout SVGPlot, _ x: Double, _ y: Double) {
    plot.dot(x, y, style: "two", tip: "\(x.fixed(3)), \(y.fixed(3))")
  }
}
