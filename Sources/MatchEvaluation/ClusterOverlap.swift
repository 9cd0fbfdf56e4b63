// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How many items true and given clusters have, and how many they share.
struct ClusterOverlap<Gold: Hashable, Predicted: Hashable> {
  /// A true cluster and a given one.
  struct Cell: Hashable {
    let gold: Gold
    let predicted: Predicted

    init(_ gold: Gold, _ predicted: Predicted) {
      self.gold = gold
      self.predicted = predicted
    }
  }

  private(set) var cells: [Cell: Int] = [:]
  private(set) var gold: [Gold: Int] = [:]
  private(set) var predicted: [Predicted: Int] = [:]

  /// Counts items by their labels.
  ///
  /// - Complexity: O(*n*) expected.
  init(gold: [Gold], predicted: [Predicted]) {
    for (truth, label) in zip(gold, predicted) {
      cells[Cell(truth, label), default: 0] += 1
      self.gold[truth, default: 0] += 1
      self.predicted[label, default: 0] += 1
    }
  }
}

extension PrecisionRecall {
  /// Tallies the pairs of items that a clustering puts together against those that truly belong
  /// together.
  ///
  /// - Parameters:
  ///   - gold: True label of each item.
  ///   - predicted: Given label of each item, as many.
  /// - Complexity: O(*n*) expected, however many the pairs.
  public init<Gold: Hashable, Predicted: Hashable>(
    pairsOf gold: [Gold], in predicted: [Predicted]
  ) {
    precondition(gold.count == predicted.count, "Every item needs a true and a given label.")
    let overlap = ClusterOverlap(gold: gold, predicted: predicted)
    let right = Self.pairs(overlap.cells.values)
    let given = Self.pairs(overlap.predicted.values)
    let truth = Self.pairs(overlap.gold.values)
    self.init(
      truePositives: right, falsePositives: given - right, falseNegatives: truth - right)
  }

  /// Pairs within groups of some sizes.
  private static func pairs(_ sizes: some Sequence<Int>) -> Double {
    sizes.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
  }
}
