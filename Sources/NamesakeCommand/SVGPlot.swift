// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A small diagram as inline SVG: x from 0 to 1, y from 0 to a highest value.
///
/// Colours come from the page's style, so that the diagram follows light and dark.
struct SVGPlot {
  /// A mark on an axis.
  struct Tick {
    let value: Double
    let label: String
  }

  private static let (width, height) = (400.0, 320.0)
  private static let (left, right, top, bottom) = (66.0, 14.0, 12.0, 46.0)
  private let highest: Double
  private var marks = ""

  /// Ticks of an axis from 0 to 1.
  static let shares = [0, 0.25, 0.5, 0.75, 1].map { Tick(value: $0, label: "\($0.short)") }

  /// Begins a diagram with its axes.
  ///
  /// - Parameters:
  ///   - x: What is told to the right.
  ///   - y: What is told upwards.
  ///   - highest: The value at the top.
  ///   - ticks: Marks on the axis that goes up.
  init(x: String, y: String, highest: Double = 1, ticks: [Tick] = shares) {
    self.highest = highest
    for tick in ticks {
      line((0, tick.value), (1, tick.value), style: "grid")
      text(tick.label, Self.left - 6, placeY(tick.value) + 4, anchor: "end")
    }
    for tick in Self.shares {
      line((tick.value, 0), (tick.value, highest), style: "grid")
      text(tick.label, placeX(tick.value), Self.height - Self.bottom + 18, anchor: "middle")
    }
    text(x, (Self.left + Self.width - Self.right) / 2, Self.height - 8, anchor: "middle")
    let middle = (Self.top + Self.height - Self.bottom) / 2
    marks +=
      #"<text x="14" y="\#(middle.short)" text-anchor="middle" "#
      + #"transform="rotate(-90 14 \#(middle.short))">\#(ReportPage.escaped(y))</text>"#
  }

  /// Adds a curve; points that nobody could tell apart are left out.
  mutating func curve(_ points: [(x: Double, y: Double)], style: String) {
    var path = ""
    var last: (x: Double, y: Double)?
    for (index, point) in points.enumerated() {
      let place = (x: placeX(point.x), y: placeY(point.y))
      let isEnd = index == points.count - 1
      if let last, !isEnd, abs(place.x - last.x) + abs(place.y - last.y) < 0.5 { continue }
      path += "\(last == nil ? "M" : "L")\(place.x.short) \(place.y.short)"
      last = place
    }
    marks += #"<path class="\#(style)" d="\#(path)"/>"#
  }

  /// Adds a straight line.
  mutating func line(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), style: String
  ) {
    marks +=
      #"<line class="\#(style)" x1="\#(placeX(from.x).short)" y1="\#(placeY(from.y).short)" "#
      + #"x2="\#(placeX(to.x).short)" y2="\#(placeY(to.y).short)"/>"#
  }

  /// Adds a dot that tells more when it is pointed at, and a label beside it.
  mutating func dot(_ x: Double, _ y: Double, style: String, label: String = "", tip: String) {
    let place = (x: placeX(x), y: placeY(y))
    marks +=
      #"<circle class="\#(style)" cx="\#(place.x.short)" cy="\#(place.y.short)" r="4.5">"#
      + "<title>\(ReportPage.escaped(tip))</title></circle>"
    guard !label.isEmpty else { return }
    // In the half where the diagonal is not.
    let isLow = x > 0.5
    text(
      label, place.x + (isLow ? -8 : 8), place.y + (isLow ? -6 : 14),
      anchor: isLow ? "end" : "start")
  }

  /// Adds a bar from the bottom.
  mutating func bar(_ range: Range<Double>, _ y: Double, style: String, tip: String) {
    let (from, to) = (placeX(range.lowerBound), placeX(range.upperBound))
    marks +=
      #"<rect class="\#(style)" x="\#(from.short)" y="\#(placeY(y).short)" "#
      + #"width="\#((to - from).short)" height="\#((placeY(0) - placeY(y)).short)">"#
      + "<title>\(ReportPage.escaped(tip))</title></rect>"
  }

  /// The diagram as a figure.
  func figure(title: String, caption: String) -> String {
    """
    <figure><svg viewBox="0 0 \(Self.width.short) \(Self.height.short)" role="img" \
    aria-label="\(ReportPage.escaped(title))">\(marks)</svg>
    <figcaption><strong>\(ReportPage.escaped(title))</strong> \(caption)</figcaption></figure>

    """
  }

  private mutating func text(_ text: String, _ x: Double, _ y: Double, anchor: String) {
    marks +=
      #"<text x="\#(x.short)" y="\#(y.short)" text-anchor="\#(anchor)">"#
      + "\(ReportPage.escaped(text))</text>"
  }

  private func placeX(_ x: Double) -> Double {
    Self.left + x * (Self.width - Self.left - Self.right)
  }

  private func placeY(_ y: Double) -> Double {
    Self.height - Self.bottom - y / highest * (Self.height - Self.top - Self.bottom)
  }

  /// Rules for a page that holds diagrams.
  static let style = """
    svg text { font: 13px system-ui, "Noto Sans", sans-serif; fill: var(--faint); }
    .grid { stroke: var(--rule); stroke-width: 1; }
    .diagonal { stroke: var(--faint); stroke-dasharray: 4 4; }
    path.one { fill: none; stroke: var(--one); stroke-width: 2.2; stroke-linejoin: round; }
    circle.one, rect.one { fill: var(--one); } rect.two { fill: var(--two); }
    circle.two { fill: var(--paper); stroke: var(--two); stroke-width: 2.5; }
    .plots figure { max-width: 34rem; }
    .plots { display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
    @media print { .plots { grid-template-columns: 1fr 1fr; } }

    """
}

extension Double {
  /// The number with up to two digits behind the point.
  var short: String {
    let hundredths = (self * 100).rounded() / 100
    return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
  }
}
