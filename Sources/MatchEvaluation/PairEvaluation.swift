// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How well a matcher did on a group of pairs.
///
/// A measure is nil where the group does not tell it: precision needs pairs of both kinds, recall
/// needs pairs that are the same.
public struct PairEvaluation: Sendable {
  /// Number of pairs.
  public let count: Int
  /// How many of them are the same.
  public let positives: Int
  /// Share of the pairs called the same that are, at the threshold.
  public let precision: Double?
  /// Share of the pairs that are the same that are called so, at the threshold.
  public let recall: Double?
  /// Harmonic mean of both.
  public let f1: Double?
  /// Share of the pairs that are not the same that are called so, at the threshold.
  public let falsePositiveShare: Double?
  /// Where F1 is highest on these pairs.
  public let best: Best?
  /// Area under the ROC curve, the group's positives against all negatives.
  public let areaUnderROC: Double?
  /// Recall of the group at the threshold that lets 5 % of all negatives pass.
  public let recallAtFivePercent: Double?
  /// Brier score and reliability of the group.
  public let calibration: Calibration
  /// The group's own decisions at every threshold.
  public let curve: ThresholdCurve

  /// The threshold of the highest F1, and what it gives.
  public struct Best: Sendable, Equatable {
    /// The lowest score that is called the same.
    public let threshold: Double
    /// What comes out.
    public let tally: PrecisionRecall
  }

  /// Measures a group.
  ///
  /// - Parameters:
  ///   - pairs: The group.
  ///   - negatives: Every pair that is not the same, of whatever group: a category of positives
  ///     alone is measured against them.
  ///   - threshold: Score from which a pair is called the same.
  /// - Complexity: O(*n* log *n*).
  public init(_ pairs: [ScoredPair], against negatives: [ScoredPair], threshold: Double) {
    let curve = ThresholdCurve(pairs)
    let tally = curve.tally(at: threshold)
    let hasBoth = curve.positives > 0 && curve.negatives > 0
    let ranking = ThresholdCurve(pairs.filter(\.isSame) + negatives)
    count = pairs.count
    positives = curve.positives
    precision = hasBoth ? tally.precision : nil
    recall = curve.positives > 0 ? tally.recall : nil
    f1 = hasBoth ? tally.f1 : nil
    falsePositiveShare =
      curve.negatives > 0 ? tally.falsePositives / Double(curve.negatives) : nil
    best =
      hasBoth ? curve.best.map { Best(threshold: $0.threshold, tally: curve.tally($0)) } : nil
    areaUnderROC = ranking.areaUnderROC
    recallAtFivePercent = ranking.recall(atFalsePositiveShare: 0.05)
    calibration = Calibration(pairs)
    self.curve = curve
  }
}
