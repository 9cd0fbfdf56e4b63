// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What would be right and wrong at every threshold: the source of the precision-recall curve, the
/// ROC curve and the measures read off them.
///
/// Pairs of one score are decided together, so that no order among them is favoured.
public struct ThresholdCurve: Sendable {
  /// The decisions at one threshold.
  public struct Point: Sendable, Equatable {
    /// Pairs of this score or a higher one are called the same.
    public var threshold: Double
    /// Of these, the ones that are the same.
    public var truePositives: Int
    /// Of these, the ones that are not.
    public var falsePositives: Int
  }

  /// One point for each score that occurs, from the highest score to the lowest.
  public let points: [Point]
  /// Pairs that are the same.
  public let positives: Int
  /// Pairs that are not.
  public let negatives: Int

  /// Orders pairs by their scores.
  ///
  /// - Parameters:
  ///   - pairs: Answers with their scores.
  ///   - missed: Pairs that are the same and got no score at all: no threshold finds them.
  /// - Complexity: O(*n* log *n*) for *n* pairs.
  public init(_ pairs: [ScoredPair], missed: Int = 0) {
    let ordered = pairs.sorted { $0.score > $1.score }
    var points: [Point] = []
    var right = 0
    var wrong = 0
    for (place, pair) in ordered.enumerated() {
      if pair.isSame { right += 1 } else { wrong += 1 }
      if place + 1 < ordered.count, ordered[place + 1].score == pair.score { continue }
      points.append(
        Point(threshold: pair.score, truePositives: right, falsePositives: wrong))
    }
    self.points = points
    positives = right + missed
    negatives = wrong
  }

  /// The tally at a point.
  public func tally(_ point: Point) -> PrecisionRecall {
    PrecisionRecall(
      truePositives: Double(point.truePositives), falsePositives: Double(point.falsePositives),
      falseNegatives: Double(positives - point.truePositives))
  }

  /// The tally when pairs of this score or a higher one are called the same.
  public func tally(at threshold: Double) -> PrecisionRecall {
    let none = Point(threshold: .infinity, truePositives: 0, falsePositives: 0)
    return tally(points.last { $0.threshold >= threshold } ?? none)
  }

  /// The point of the highest F1, of equal ones the strictest; nil without positives.
  public var best: Point? {
    guard positives > 0 else { return nil }
    var best: (point: Point, f1: Double)?
    for point in points {
      let f1 = tally(point).f1
      if f1 > best?.f1 ?? -1 { best = (point, f1) }
    }
    return best?.point
  }

  /// Area under the ROC curve: the probability that a positive pair scores higher than a negative
  /// one, equal scores counted half; nil unless there are pairs of both kinds.
  ///
  /// - Reference: Hanley and McNeil, "The Meaning and Use of the Area under a Receiver Operating
  ///   Characteristic (ROC) Curve", 1982, doi:10.1148/radiology.143.1.7063747.
  public var areaUnderROC: Double? {
    guard positives > 0, negatives > 0 else { return nil }
    var doubled = 0.0
    var before = Point(threshold: .infinity, truePositives: 0, falsePositives: 0)
    for point in points {
      let width = point.falsePositives - before.falsePositives
      doubled += Double(width) * Double(point.truePositives + before.truePositives)
      before = point
    }
    return doubled / (2 * Double(positives) * Double(negatives))
  }

  /// Highest recall at which no more than a share of the negatives is taken for positives; nil
  /// unless there are pairs of both kinds.
  public func recall(atFalsePositiveShare share: Double) -> Double? {
    guard positives > 0, negatives > 0 else { return nil }
    let allowed = Int(share * Double(negatives))
    let point = points.last { $0.falsePositives <= allowed }
    return Double(point?.truePositives ?? 0) / Double(positives)
  }
}
