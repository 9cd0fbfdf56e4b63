// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import MatchEvaluation
import Namesake

/// The page of `evaluate compare`: the measures, the curves, and a table by category.
struct EvaluateReport {
  let groups: EvaluateGroups
  /// Name of the labelled file.
  let source: String

  var page: ReportPage {
    let all = groups.all
    return ReportPage(
      title: "Name comparison on \(source)", style: SVGPlot.style,
      body: """
        <h1>Name comparison on \(ReportPage.isolated(source))</h1>
        <p>\(all.count) pairs, \(all.positives) the same, \(all.count - all.positives) not. \
        A score from \(groups.threshold.short) counts as the same. \
        Model \(ReportPage.escaped(ComparisonModel.standard.identifier)).</p>
        \(best)
        <div class="plots">
        \(precisionRecall)\(receiver)\(reliability)\(histogram)</div>
        \(measures)
        \(reliabilityTable)
        """)
  }

  private var best: String {
    guard let best = groups.all.best else { return "" }
    return """
      <p>F1 would be highest, \(best.tally.f1.fixed(3)), at a threshold of \
      \(best.threshold.fixed(3)): precision \(best.tally.precision.fixed(3)), \
      recall \(best.tally.recall.fixed(3)).</p>
      """
  }

  // MARK: - Diagrams

  private var precisionRecall: String {
    var plot = SVGPlot(x: "recall", y: "precision")
    let curve = groups.all.curve
    plot.curve(
      curve.points.map { (x: curve.tally($0).recall, y: curve.tally($0).precision) }, style: "one")
    if let precision = groups.all.precision, let recall = groups.all.recall {
      plot.dot(
        recall, precision, style: "two",
        tip: "precision \(precision.fixed(3)), recall \(recall.fixed(3))")
    }
    return plot.figure(
      title: "Precision and recall.",
      caption: "The ring is the threshold \(groups.threshold.short).")
  }

  private var receiver: String {
    var plot = SVGPlot(x: "share of different pairs called the same", y: "recall")
    plot.line((0, 0), (1, 1), style: "diagonal")
    let curve = groups.all.curve
    let (positives, negatives) = (Double(curve.positives), Double(curve.negatives))
    guard positives > 0, negatives > 0 else {
      return plot.figure(title: "ROC.", caption: "It needs pairs of both kinds.")
    }
    let points = curve.points.map {
      (x: Double($0.falsePositives) / negatives, y: Double($0.truePositives) / positives)
    }
    plot.curve([(x: 0, y: 0)] + points, style: "one")
    if let share = groups.all.falsePositiveShare, let recall = groups.all.recall {
      plot.dot(
        share, recall, style: "two",
        tip: "false positives \(share.fixed(3)), recall \(recall.fixed(3))")
    }
    let area = groups.all.areaUnderROC?.fixed(3) ?? "–"
    let recall = groups.all.recallAtFivePercent?.fixed(3) ?? "–"
    return plot.figure(
      title: "ROC.", caption: "Area \(area); recall at 5 % false positives \(recall).")
  }

  private var reliability: String {
    var plot = SVGPlot(x: "mean score", y: "share of pairs that are the same")
    plot.line((0, 0), (1, 1), style: "diagonal")
    for bin in groups.all.calibration.bins {
      guard let mean = bin.meanScore, let share = bin.positiveShare else { continue }
      plot.dot(
        mean, share, style: "one", label: "\(bin.count)",
        tip: "\(bin.count) pairs, mean score \(mean.fixed(3)), \(share.fixed(3)) the same")
    }
    let brier = groups.all.calibration.brierScore?.fixed(4) ?? "–"
    return plot.figure(
      title: "Reliability.",
      caption: "Dots on the line mean what they say; beside them the pairs. Brier score \(brier).")
  }

  private var histogram: String {
    let bins = 20
    var counts = [(same: Int, different: Int)](repeating: (0, 0), count: bins)
    for pair in groups.pairs {
      let place = min(Int(pair.score * Double(bins)), bins - 1)
      if pair.isSame { counts[place].same += 1 } else { counts[place].different += 1 }
    }
    // Most scores are near 0 or 1: a scale by powers of ten shows the others too.
    let most = counts.map { max($0.same, $0.different) }.max() ?? 0
    let top = max(1, log10(Double(max(most, 1)))).rounded(.up)
    let ticks = (0...Int(top)).map { power in
      SVGPlot.Tick(value: Double(power), label: "1" + String(repeating: "0", count: power))
    }
    var plot = SVGPlot(x: "score", y: "pairs", highest: top, ticks: ticks)
    for (place, count) in counts.enumerated() {
      let (start, step) = (Double(place) / Double(bins), 1 / Double(bins))
      let tip = "\(start.short)–\((start + step).short): \(count.same) same, \(count.different) not"
      let (same, different) = (height(count.same), height(count.different))
      let middle = start + step / 2
      plot.bar(start + step * 0.06..<middle, same, style: "one", tip: tip)
      plot.bar(middle..<start + step * 0.94, different, style: "two", tip: tip)
    }
    return plot.figure(
      title: "Scores.",
      caption: #"<span style="color:var(--one)">■ the same</span>, "#
        + #"<span style="color:var(--two)">■ not the same</span>; each line is ten times more."#)
  }

  /// A bar of one pair is still seen.
  private func height(_ count: Int) -> Double { count > 0 ? max(log10(Double(count)), 0.06) : 0 }

  // MARK: - Tables

  private var measures: String {
    let rows =
      [(ReportPage.escaped("over all"), groups.all)]
      + groups.categories.map { (ReportPage.isolated($0.name), $0.result) }
    return table(
      heading: "By category",
      note: "AUC and recall at 5 % false positives take a category’s positives against all "
        + "negatives. A dash: the category does not tell. Categories of fewer than "
        + "\(EvaluateGroups.fewest) pairs count over all only.",
      titles: ["category", "pairs", "same"] + EvaluateGroups.measures.map(\.title),
      rows: rows.map { name, result in
        [name, "\(result.count)", "\(result.positives)"]
          + EvaluateGroups.measures.map { $0.value(result)?.fixed(3) ?? "–" }
      })
  }

  private var reliabilityTable: String {
    let rows =
      [("over all", groups.all)]
      + groups.categories.map { (ReportPage.isolated($0.name), $0.result) }
    return table(
      heading: "Reliability by category",
      note: "Share of pairs that are the same, by score, and how many pairs that is of.",
      titles: ["category"] + (0..<Calibration.binCount).map { EvaluateWriter.scale($0) },
      rows: rows.map { name, result in
        [name]
          + result.calibration.bins.map { bin in
            bin.positiveShare.map {
              #"\#(($0 * 100).fixed(0)) %<br><span class="faint">\#(bin.count)</span>"#
            } ?? "–"
          }
      })
  }

  /// A table of cells that are HTML.
  private func table(heading: String, note: String, titles: [String], rows: [[String]]) -> String {
    let head = titles.map { "<th scope=\"col\">\(ReportPage.escaped($0))</th>" }.joined()
    let lines = rows.map { row in
      "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>\n"
    }
    return """
      <h2>\(heading)</h2>
      <p>\(ReportPage.escaped(note))</p>
      <div class="wide"><table><thead><tr>\(head)</tr></thead>
      <tbody>
      \(lines.joined())</tbody></table></div>
      """
  }
}
