// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation

/// Diagrams of what would be right and wrong at every threshold.
enum CurveFigure {
  /// Precision over recall, with a ring where the threshold is.
  static func precisionRecall(_ curve: ThresholdCurve, threshold: Double) -> String {
    var plot = SVGPlot(x: "recall", y: "precision")
    plot.curve(
      curve.points.map { (x: curve.tally($0).recall, y: curve.tally($0).precision) }, style: "one")
    let tally = curve.tally(at: threshold)
    if tally.truePositives + tally.falsePositives > 0, curve.positives > 0 {
      plot.dot(
        tally.recall, tally.precision, style: "two",
        tip: "precision \(tally.precision.fixed(3)), recall \(tally.recall.fixed(3))")
    }
    return plot.figure(
      title: "Precision and recall.", caption: "The ring is the threshold \(threshold.short).")
  }

  /// Recall over the share of false positives.
  static func receiver(
    _ curve: ThresholdCurve, threshold: Double, area: Double?, recallAtFivePercent: Double?
  ) -> String {
    var plot = SVGPlot(x: "share of different pairs called the same", y: "recall")
    plot.line((0, 0), (1, 1), style: "diagonal")
    let (positives, negatives) = (Double(curve.positives), Double(curve.negatives))
    guard positives > 0, negatives > 0 else {
      return plot.figure(title: "ROC.", caption: "It needs pairs of both kinds.")
    }
    let points = curve.points.map {
      (x: Double($0.falsePositives) / negatives, y: Double($0.truePositives) / positives)
    }
    plot.curve([(x: 0, y: 0)] + points, style: "one")
    let tally = curve.tally(at: threshold)
    let share = tally.falsePositives / negatives
    plot.dot(
      share, tally.recall, style: "two",
      tip: "false positives \(share.fixed(3)), recall \(tally.recall.fixed(3))")
    return plot.figure(
      title: "ROC.",
      caption: "Area \(area?.fixed(3) ?? "–"); "
        + "recall at 5 % false positives \(recallAtFivePercent?.fixed(3) ?? "–").")
  }

  /// Where F1 is highest, in a sentence; nil when the data do not tell it.
  static func best(_ curve: ThresholdCurve) -> String? {
    guard curve.negatives > 0, let best = curve.best else { return nil }
    let tally = curve.tally(best)
    return "F1 would be highest, \(tally.f1.fixed(3)), at a threshold of "
      + "\(best.threshold.fixed(3)): precision \(tally.precision.fixed(3)), "
      + "recall \(tally.recall.fixed(3))."
  }
}
