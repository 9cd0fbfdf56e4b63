// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How many of the answers are right, and how many of the right ones were given.
public struct PrecisionRecall: Sendable, Equatable {
  /// Right answers given.
  public var truePositives: Double
  /// Wrong answers given.
  public var falsePositives: Double
  /// Right answers not given.
  public var falseNegatives: Double

  /// Creates a tally.
  public init(truePositives: Double = 0, falsePositives: Double = 0, falseNegatives: Double = 0) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
  }

  /// Share of the answers that are right, `0...1`; 0 when none was given.
  public var precision: Double { Self.ratio(truePositives, truePositives + falsePositives) }

  /// Share of the right answers that were given, `0...1`; 0 when there is none.
  public var recall: Double { Self.ratio(truePositives, truePositives + falseNegatives) }

  /// Harmonic mean of precision and recall.
  public var f1: Double { Self.ratio(2 * precision * recall, precision + recall) }

  private static func ratio(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 0 }

  /// Tallies a set of answers against the right ones.
  public init<Answer: Hashable>(gold: Set<Answer>, predicted: Set<Answer>) {
    let right = Double(gold.intersection(predicted).count)
    self.init(
      truePositives: right, falsePositives: Double(predicted.count) - right,
      falseNegatives: Double(gold.count) - right)
  }
}
