// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import RecordFormats

/// How far scores mean what they say, over all and by category, in every form.
struct ReliabilityTable {
  /// Over all first, without a name.
  let groups: [(name: String?, calibration: Calibration)]
  /// What is counted: `pairs`.
  let unit: String
  /// What a right one is: `the same`.
  let right: String

  /// Lines for people.
  var text: String {
    guard let all = groups.first?.calibration else { return "" }
    var text = "Reliability over all: the share that is \(right) should be the mean score\n"
    text += MeasureTable.aligned(
      [["score", unit, "mean score", right]]
        + all.bins.enumerated().map { place, bin in
          [
            Self.scale(place), "\(bin.count)", bin.meanScore?.fixed(3) ?? "–",
            bin.positiveShare?.fixed(3) ?? "–",
          ]
        })
    guard groups.count > 1 else { return text }
    text += "\nReliability by category: % that are \(right) (\(unit)), by score\n"
    return text
      + MeasureTable.aligned(
        [titles]
          + groups.dropFirst().map { name, calibration in
            [name ?? ""]
              + calibration.bins.map { bin in
                bin.positiveShare.map { "\(($0 * 100).fixed(0)) (\(bin.count))" } ?? "–"
              }
          })
  }

  /// A heading and a table.
  var html: String {
    let rows = groups.map { name, calibration in
      [name.map { ReportPage.isolated($0) } ?? "over all"]
        + calibration.bins.map { bin in
          bin.positiveShare.map {
            #"\#(($0 * 100).fixed(0)) %<br><span class="faint">\#(bin.count)</span>"#
          } ?? "–"
        }
    }
    return """
      <h2>Reliability by category</h2>
      <p>Share of \(unit) that are \(right), by score, and how many \(unit) that is of.</p>
      \(MeasureTable.html(titles: titles, rows: rows))
      """
  }

  /// Dots that lie on the diagonal where scores mean what they say.
  var figure: String {
    var plot = SVGPlot(x: "mean score", y: "share of \(unit) that are \(right)")
    plot.line((0, 0), (1, 1), style: "diagonal")
    let all = groups.first?.calibration
    for bin in all?.bins ?? [] {
      guard let mean = bin.meanScore, let share = bin.positiveShare else { continue }
      plot.dot(
        mean, share, style: "one", label: "\(bin.count)",
        tip: "\(bin.count) \(unit), mean score \(mean.fixed(3)), \(share.fixed(3)) \(right)")
    }
    let brier = all?.brierScore?.fixed(4) ?? "–"
    return plot.figure(
      title: "Reliability.",
      caption: "Dots on the line mean what they say; beside them the \(unit). Brier score \(brier)."
    )
  }

  /// Appends the bins of a group as JSON.
  func appendJSON(_ group: Int, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    for (place, bin) in groups[group].calibration.bins.enumerated() {
      if place > 0 { json.append(UInt8(ascii: ",")) }
      var members = JSONMembers()
      members.add("from", Double(place) / Double(Calibration.binCount))
      members.add("to", Double(place + 1) / Double(Calibration.binCount))
      members.add(unit, bin.count)
      members.add("mean_score", MeasureTable.rounded(bin.meanScore))
      members.add("positive_share", MeasureTable.rounded(bin.positiveShare))
      json.appendJSONObject(members)
    }
    json.append(UInt8(ascii: "]"))
  }

  private var titles: [String] {
    ["category"] + (0..<Calibration.binCount).map { Self.scale($0) }
  }

  /// A bin's part of the scale: `0.3–0.4`.
  private static func scale(_ bin: Int) -> String {
    let width = 1 / Double(Calibration.binCount)
    return "\((Double(bin) * width).fixed(1))–\((Double(bin + 1) * width).fixed(1))"
  }
}
