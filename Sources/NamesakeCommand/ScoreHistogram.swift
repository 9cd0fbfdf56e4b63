// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc

/// How many scores of two kinds lie where between 0 and 1.
struct ScoreHistogram: Sendable {
  private static let binCount = 20
  private var bins = [(first: Int, second: Int)](repeating: (0, 0), count: binCount)

  /// Counts a score.
  mutating func add(_ score: Double, isFirst: Bool) {
    let place = max(0, min(Int(score * Double(Self.binCount)), Self.binCount - 1))
    if isFirst { bins[place].first += 1 } else { bins[place].second += 1 }
  }

  /// Adds another histogram's counts.
  mutating func add(_ other: ScoreHistogram) {
    for place in bins.indices {
      bins[place].first += other.bins[place].first
      bins[place].second += other.bins[place].second
    }
  }

  /// The histogram as a diagram.
  ///
  /// - Parameters:
  ///   - unit: What is counted: `pairs`.
  ///   - names: What both kinds are called.
  /// - Returns: HTML.
  func figure(unit: String, names: (first: String, second: String)) -> String {
    // Most scores are near 0 or 1: a scale by powers of ten shows the others too.
    let most = bins.map { max($0.first, $0.second) }.max() ?? 0
    let top = max(1, log10(Double(max(most, 1)))).rounded(.up)
    let ticks = (0...Int(top)).map { power in
      SVGPlot.Tick(value: Double(power), label: "1" + String(repeating: "0", count: power))
    }
    var plot = SVGPlot(x: "score", y: unit, highest: top, ticks: ticks)
    for (place, count) in bins.enumerated() {
      let (start, step) = (Double(place) / Double(Self.binCount), 1 / Double(Self.binCount))
      let range = "\(start.short)–\((start + step).short)"
      let tip = "\(range): \(count.first) \(names.first), \(count.second) \(names.second)"
      let middle = start + step / 2
      plot.bar(start + step * 0.06..<middle, Self.height(count.first), style: "one", tip: tip)
      plot.bar(
        middle..<start + step * 0.94, Self.height(count.second), style: "two", tip: tip)
    }
    return plot.figure(
      title: "Scores.",
      caption: #"<span style="color:var(--one)">■ \#(ReportPage.escaped(names.first))</span>, "#
        + #"<span style="color:var(--two)">■ \#(ReportPage.escaped(names.second))</span>; "#
        + "each line is ten times more.")
  }

  /// A bar of one is still seen.
  private static func height(_ count: Int) -> Double {
    count > 0 ? max(log10(Double(count)), 0.06) : 0
  }
}
