// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameComparison
import NameModel

/// The page of `compare`: one score and what it is made of, or a list of pairs with theirs.
struct CompareReport {
  let pairs: ComparedPairs
  /// Where the pairs come from; nil for two names of the command line.
  let source: String?
  let models: ModelChoice

  var page: ReportPage {
    guard source != nil, pairs.count != 1 else { return single }
    return list
  }

  private static let style = """
    .verdict { font-size: 1.15rem; color: var(--ink); margin: .25rem 0 1rem; }
    .verdict strong { font-size: 2.2rem; font-weight: 650; margin-right: .4rem; }
    .order { border: 0; padding: 0; margin: 1rem 0 .5rem; color: var(--faint); }
    .order legend { float: left; padding: 0; margin-right: .75rem; }
    .order label { margin-right: .9rem; white-space: nowrap; }
    .list { display: flex; flex-direction: column; list-style: none; padding: 0; margin: 0; }
    .list li { border-bottom: 1px solid var(--rule); break-inside: avoid; }
    summary { display: grid; cursor: pointer; align-items: baseline; column-gap: .75rem;
      grid-template-columns: 5rem minmax(0, 1fr) minmax(0, 1fr); padding: .4rem 0; }
    summary::-webkit-details-marker { display: none; }
    summary span { overflow-wrap: anywhere; }
    .score { font-variant-numeric: tabular-nums; font-weight: 600; color: var(--two);
      white-space: nowrap; text-align: right; }
    .score::before { content: "▸ "; color: var(--faint); font-weight: 400; }
    details[open] .score::before { content: "▾ "; }
    .is-match .score { color: var(--one); }
    .head { display: grid; grid-template-columns: 5rem minmax(0, 1fr) minmax(0, 1fr);
      column-gap: .75rem; color: var(--faint); font-weight: 600; font-size: .9rem;
      border-bottom: 1px solid var(--rule); }
    .head :first-child { text-align: right; }
    main:has(#by-high:checked) li { order: var(--high); }
    main:has(#by-low:checked) li { order: calc(0 - var(--high)); }
    main:has(#by-doubt:checked) li { order: var(--doubt); }
    main:has(#by-name:checked) li { order: var(--name); }
    @media screen and (max-width: 40rem) { summary, .head { grid-template-columns: 4.6rem minmax(0, 1fr); }
      summary span:last-child, .head :last-child { grid-column: 2; } }
    @media print { .order { display: none; } }

    """

  private var model: String {
    ReportPage.escaped(models.description([.comparison, .spelling]))
  }
  private var style: String { SVGPlot.style + Waterfall.style + Self.style }

  private static let legend = """
    <p>Blue bars speak for one name, orange ones against it; the last bar is their sum. The numbers \
    are log-odds, the scale below them shows the probability that they come to. The dashed line is \
    the threshold.</p>
    """

  // MARK: - One score

  private var single: ReportPage {
    guard let explanation = pairs.shown.first?.explanation else {
      return ReportPage(title: "Comparison", style: style, body: "<h1>No pair</h1>")
    }
    let (first, second) = texts(explanation)
    let score = explanation.comparison.score
    return ReportPage(
      title: "\(first) | \(second)", style: style,
      body: """
        <h1>\(ReportPage.isolated(first)) <span class="faint">|</span> \
        \(ReportPage.isolated(second))</h1>
        <p class="verdict"><strong>\(Self.percent(score))</strong> \
        \(score >= pairs.threshold ? "the same" : "different"), at a threshold of \
        \(Self.percent(pairs.threshold))</p>
        \(Waterfall(explanation, threshold: pairs.threshold).html)
        \(Self.legend)
        <p>Models: \(model).</p>
        """)
  }

  // MARK: - Many

  private var list: ReportPage {
    let shown = pairs.shown
    let source = self.source ?? ""
    let part =
      shown.count < pairs.count
      ? "The \(shown.count) pairs nearest to the threshold are listed." : "All are listed."
    return ReportPage(
      title: "Names compared in \(source)", style: style,
      body: """
        <h1>Names compared in \(ReportPage.isolated(source))</h1>
        <p>\(pairs.count) pairs, \(pairs.matches) the same at a threshold of \
        \(Self.percent(pairs.threshold)). \(part) Open a pair to see what its score is made of. \
        Models: \(model).</p>
        <div class="plots">\(pairs.histogram.figure(unit: "pairs", names: ("the same", "not the same")))</div>
        \(Self.legend)
        \(order)
        <div class="head" aria-hidden="true"><span>score</span><span>first name</span>\
        <span>second name</span></div>
        <ol class="list">
        \(items(shown))</ol>
        """)
  }

  /// The order is chosen by style rules alone: the page runs no script.
  private var order: String {
    let choices = [
      ("input", "input"), ("high", "highest first"), ("low", "lowest first"),
      ("doubt", "doubtful first"), ("name", "first name"),
    ]
    let labels = choices.enumerated().map { place, choice in
      #"<label><input type="radio" name="order" id="by-\#(choice.0)""#
        + "\(place == 0 ? " checked" : "")> \(choice.1)</label>"
    }
    return #"<fieldset class="order"><legend>Order</legend>"#
      + labels.joined(separator: "\n") + "</fieldset>"
  }

  private func items(_ shown: [ComparedPairs.Pair]) -> String {
    let score = { (place: Int) in shown[place].explanation.comparison.score }
    let high = Self.ranks(shown.count) { score($0) > score($1) }
    let doubt = Self.ranks(shown.count) {
      abs(score($0) - pairs.threshold) < abs(score($1) - pairs.threshold)
    }
    let keys = shown.map { $0.explanation.left.key }
    let name = Self.ranks(shown.count) { keys[$0].lexicographicallyPrecedes(keys[$1]) }
    return shown.indices.map { place in
      let explanation = shown[place].explanation
      let (first, second) = texts(explanation)
      let isMatch = score(place) >= pairs.threshold
      return #"<li\#(isMatch ? " class=\"is-match\"" : "") "#
        + #"style="--high:\#(high[place]);--doubt:\#(doubt[place]);--name:\#(name[place])">"#
        + #"<details><summary><span class="score">\#(Self.percent(score(place)))</span>"#
        + "<span>\(ReportPage.isolated(first))</span><span>\(ReportPage.isolated(second))</span>"
        + "</summary>\n\(Waterfall(explanation, threshold: pairs.threshold).html)</details></li>\n"
    }.joined()
  }

  /// Each place's rank in an order, equal ones by place.
  private static func ranks(_ count: Int, by precedes: (Int, Int) -> Bool) -> [Int] {
    let ordered = (0..<count).sorted { precedes($0, $1) || !precedes($1, $0) && $0 < $1 }
    var ranks = [Int](repeating: 0, count: count)
    for (rank, place) in ordered.enumerated() { ranks[place] = rank }
    return ranks
  }

  private func texts(_ explanation: Explanation) -> (String, String) {
    (
      String(decoding: explanation.leftText, as: UTF8.self),
      String(decoding: explanation.rightText, as: UTF8.self)
    )
  }

  /// Whole percent, but for what would pass for certain.
  private static func percent(_ value: Double) -> String {
    let isNearEnd = value > 0.99 && value < 1 || value > 0 && value < 0.01
    return "\((value * 100).fixed(isNearEnd ? 1 : 0)) %"
  }
}
