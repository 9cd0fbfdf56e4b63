// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// A page to look at: one file that asks nothing of any network, light or dark as the reader's
/// system is, for large screens, phones and paper.
struct ReportPage {
  /// Plain text; it is escaped here.
  let title: String
  /// Rules of style beside the common ones.
  var style = ""
  /// HTML.
  let body: String

  /// The whole page.
  var html: String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(Self.escaped(title))</title>
    <style>
    \(Self.commonStyle)\(style)
    </style>
    </head>
    <body>
    <main>
    \(body)
    </main>
    </body>
    </html>

    """
  }

  /// Writes the page.
  ///
  /// - Throws: When the file cannot be written.
  func write(to path: FilePath) throws(RecordError) {
    var sink = try OutputSink(creating: path)
    try sink.write(html.utf8Span.span)
    try sink.finish()
  }

  /// Text for an element or a quoted attribute.
  ///
  /// Characters that HTML cannot hold become U+FFFD.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text of any direction that leaves the direction of the text around it alone.
  static func isolated(_ text: some StringProtocol) -> String { "<bdi>\(escaped(text))</bdi>" }

  private static let commonStyle = """
    :root { color-scheme: light dark; --paper: #fdfdfc; --ink: #1d2129; --faint: #5c6470;
      --rule: #d9dce1; --one: #1660b4; --two: #b4451b; --good: #1b7a43; --bad: #b3261e; }
    @media (prefers-color-scheme: dark) { :root { --paper: #15181d; --ink: #e6e8ec;
      --faint: #a0a8b4; --rule: #373d47; --one: #74b0f4; --two: #f0935f; --good: #67c98d;
      --bad: #f2827a; } }
    @media print { :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #444;
      --rule: #bbb; --one: #1660b4; --two: #b4451b; --good: #1b7a43; --bad: #b3261e; } }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; print-color-adjust: exact; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; }
    main { max-width: 68rem; margin: 0 auto; padding: 1.25rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; margin: .5rem 0; }
    h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
    p, figcaption, .faint { color: var(--faint); }
    p { margin: .25rem 0 1rem; max-width: 46rem; }
    figure { margin: 0; break-inside: avoid; }
    svg { display: block; width: 100%; height: auto; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
    th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--rule); }
    th { color: var(--faint); font-weight: 600; vertical-align: bottom; }
    th:first-child, td:first-child { text-align: left; }
    tbody th { color: var(--ink); font-weight: 400; }
    tr { break-inside: avoid; }
    @media print { main { padding: 0; max-width: none; } .wide { overflow: visible; }
      body { font-size: 10pt; } table { font-size: 8pt; } th, td { padding: .15rem .3rem; } }

    """
}
