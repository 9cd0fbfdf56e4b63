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
    precondition(gold.count == predicted.count, "every item needs a true and a given label")
    var cells: [Cell<Gold, Predicted>: Double] = [:]
    var golds: [Gold: Double] = [:]
    var predictions: [Predicted: Double] = [:]
    for (truth, label) in zip(gold, predicted) {
      cells[Cell(gold: truth, predicted: label), default: 0] += 1
      golds[truth, default: 0] += 1
      predictions[label, default: 0] += 1
    }
    var precision = 0.0
    var recall = 0.0
    for (cell, count) in cells {
      precision += count * count / (predictions[cell.predicted] ?? 1)
      recall += count * count / (golds[cell.gold] ?? 1)
    }
    let items = Double(max(gold.count, 1))
    self.precision = precision / items
    self.recall = recall / items
  }
}

private struct Cell<Gold: Hashable, Predicted: Hashable>: Hashable {
  var gold: Gold
  var predicted: Predicted
}
