// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import NameComparison

/// A score as a waterfall: what each piece of evidence adds, one below the other, until the score.
///
/// The scale is log-odds, on which contributions add up, and is marked with the probabilities that
/// they mean. Sentences are text of the page, not of the drawing, so that they wrap on a phone.
struct Waterfall {
  private let explanation: Explanation
  private let threshold: Double
  private let steps: [Explanation.Step]
  private let low: Double
  private let high: Double

  /// Lays out an explanation.
  init(_ explanation: Explanation, threshold: Double) {
    self.explanation = explanation
    self.threshold = threshold
    steps = explanation.steps { ReportPage.isolated($0) }
    var (sum, low, high) = (0.0, -1.0, 1.0)
    for step in steps {
      sum += step.contribution
      (low, high) = (min(low, sum), max(high, sum))
    }
    let margin = (high - low) * 0.06
    (self.low, self.high) = (low - margin, high + margin)
  }

  /// Probabilities that the scale is marked with, each with its log-odds.
  private static let marks = ["0.1 %", "1 %", "10 %", "50 %", "90 %", "99 %", "99.9 %"]
    .enumerated().map { place, label in
      let odds = [1 / 999.0, 1 / 99.0, 1 / 9.0, 1, 9, 99, 999][place]
      return (label: label, logOdds: log(odds))
    }

  /// The waterfall as HTML.
  var html: String {
    guard !explanation.comparison.evidence.isEmpty else {
      return "<p>One of the names has no word to compare.</p>"
    }
    var rows = ""
    var sum = 0.0
    for step in steps {
      let style = step.contribution < 0 ? "two" : "one"
      rows += row(step.sentence, step.contribution, from: sum, style: style)
      sum += step.contribution
    }
    rows += row("together", sum, from: 0, style: "sum")
    let caution = explanation.caution.map { "<p class=\"caution\">\(ReportPage.escaped($0))</p>" }
    return "<div class=\"fall\">\(rows)\(axis)</div>\(caution ?? "")\n"
  }

  /// A step from where the last one ended; the sentence is HTML.
  private func row(
    _ sentence: String, _ contribution: Double, from start: Double, style: String
  ) -> String {
    let ends = [place(start), place(start + contribution)].sorted()
    let bar =
      #"<rect class="\#(style)" x="\#(ends[0].short)" y="2" "#
      + #"width="\#(max(ends[1] - ends[0], 0.4).short)" height="8"/>"#
    return
      #"<div class="step \#(style)"><span class="what">\#(sentence)</span>"#
      + #"<span class="amount">\#(Explanation.signed(contribution))</span>"#
      + #"<svg class="lane" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">"#
      + "\(grid)\(bar)</svg></div>\n"
  }

  private var visibleMarks: [(label: String, logOdds: Double)] {
    Self.marks.filter { $0.logOdds > low && $0.logOdds < high }
  }

  private var grid: String {
    let lines = visibleMarks.map { line($0.logOdds, style: "grid") }.joined()
    let odds = log(threshold / (1 - threshold))
    return lines + (odds > low && odds < high ? line(odds, style: "bound") : "")
  }

  private func line(_ logOdds: Double, style: String) -> String {
    let x = place(logOdds).short
    return #"<line class="\#(style)" x1="\#(x)" x2="\#(x)" y1="0" y2="12"/>"#
  }

  /// Labels that stand too near to one another on a phone are left out, the middle ones last.
  private var axis: String {
    var taken: [Double] = []
    var labels = ""
    for mark in visibleMarks.sorted(by: { abs($0.logOdds) < abs($1.logOdds) }) {
      let x = place(mark.logOdds)
      guard x > 5, x < 95, taken.allSatisfy({ abs($0 - x) > 14 }) else { continue }
      taken.append(x)
      labels += #"<span style="left:\#(x.short)%">\#(mark.label)</span>"#
    }
    return #"<div class="axis" aria-hidden="true">\#(labels)</div>"#
  }

  /// Percent of the lane's width.
  private func place(_ logOdds: Double) -> Double { (logOdds - low) / (high - low) * 100 }

  /// Rules for a page that holds waterfalls.
  static let style = """
    .fall { margin: .75rem 0 1rem; max-width: 52rem; }
    .step { display: grid; grid-template-columns: minmax(0, 1fr) 3.2rem minmax(0, 1.1fr);
      align-items: center; column-gap: .75rem; break-inside: avoid; }
    .what { overflow-wrap: anywhere; padding: .2rem 0; line-height: 1.3; }
    .amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .step.one .amount { color: var(--one); } .step.two .amount { color: var(--two); }
    .step.sum { font-weight: 600; border-top: 1px solid var(--rule); }
    .lane { height: 100%; min-height: 1.9rem; }
    .lane line { vector-effect: non-scaling-stroke; }
    .bound { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 3; }
    rect.sum { fill: var(--ink); }
    .axis { position: relative; height: 1.3rem; font-size: .75rem; color: var(--faint);
      margin-left: calc((100% - 3.2rem - 1.5rem) / 2.1 + 3.2rem + 1.5rem); }
    .axis span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
    .caution { color: var(--bad); }
    @media screen and (max-width: 40rem) { .step { grid-template-columns: minmax(0, 1fr) auto; }
      .lane { grid-column: 1 / -1; min-height: 0; height: 1.1rem; } .axis { margin-left: 0; } }

    """
}
