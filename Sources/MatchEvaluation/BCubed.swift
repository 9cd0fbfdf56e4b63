// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// B³: how well clusters agree with the truth, judged from each item's point of view.
///
/// For every item, precision is the share of its cluster that truly belongs with it, recall the
/// share of its true companions that are in its cluster; both are averaged over the items.
///
/// - Reference: Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector
///   Space Model", 1998, doi:10.3115/980451.980859.
public struct BCubed: Sendable, Equatable {
  /// Mean precision, `0...1`.
  public let precision: Double
  /// Mean recall, `0...1`.
  public let recall: Double

  /// Harmonic mean of both.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// Scores a clustering.
  ///
  /// - Parameters:
  ///   - gold: True label of each item.
  ///   - predicted: Given label of each item, as many.
  /// - Complexity: O(*n*) expected.
  public init<Gold: Hashable, Predicted: Hashable>(gold: [Gold], predicted: [Predicted]) {
    self.init(gold: gold, predicted: predicted, over: gold.indices)
  }

  /// Scores a clustering from the point of view of some of its items, each judged against all.
  ///
  /// - Parameters:
  ///   - gold: True label of each item.
  ///   - predicted: Given label of each item, as many.
  ///   - items: Positions of the items whose precision and recall are averaged.
  /// - Complexity: O(*n*) expected.
  public init<Gold: Hashable, Predicted: Hashable>(
    gold: [Gold], predicted: [Predicted], over items: some Collection<Int>
  ) {
    precondition(gold.count == predicted.count, "Every item needs a true and a given label.")
    let overlap = ClusterOverlap(gold: gold, predicted: predicted)
    var precision = 0.0
    var recall = 0.0
    for item in items {
      let both = Double(overlap.cells[.init(gold[item], predicted[item])] ?? 1)
      precision += both / Double(overlap.predicted[predicted[item]] ?? 1)
      recall += both / Double(overlap.gold[gold[item]] ?? 1)
    }
    let count = Double(max(items.count, 1))
    self.precision = precision / count
    self.recall = recall / count
  }
}
