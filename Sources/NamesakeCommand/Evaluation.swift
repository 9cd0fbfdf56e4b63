// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import RecordFormats
import SystemPackage

/// What an evaluation says, for people, for programs and as a page.
struct Evaluation {
  /// What was measured: `Name comparison`.
  let title: String
  /// Sentences above the table.
  let summary: [String]
  /// What the models were, for the page.
  let models: String
  /// HTML of the diagrams.
  let figures: [String]
  /// What one must know to read the table.
  let note: String
  /// The measures.
  let table: MeasureTable
  /// Whether scores mean what they say; its groups are the first rows of the table.
  var reliability: ReliabilityTable?

  /// Writes the measures, and the page where one is asked for.
  ///
  /// - Parameters:
  ///   - gold: The labelled file.
  ///   - report: The page's file.
  ///   - format: Form of the measures.
  /// - Throws: When the output or the page cannot be written.
  func write(gold: String, report: String?, format: RecordFormat) throws(RecordError) {
    var sink = OutputSink()
    try sink.write(bytes(format).span)
    try sink.finish()
    guard let report else { return }
    let source = FilePath(gold).lastComponent?.string ?? gold
    try page(of: gold == "-" ? "standard input" : source).write(to: FilePath(report))
  }

  private func bytes(_ format: RecordFormat) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .jsonl:
      table.json { row, members in
        guard let reliability, row < reliability.groups.count else { return }
        members.add("reliability") { reliability.appendJSON(row, to: &$0) }
      }
    case .csv: table.bytes(.csv)
    case .tsv: table.bytes(.tsv)
    }
  }

  private var text: String {
    let head = summary.map { $0 + "\n" }.joined()
    return head + "\n" + table.text + (reliability.map { "\n" + $0.text } ?? "")
  }

  private func page(of source: String) -> ReportPage {
    let lines = summary.map { "<p>\(ReportPage.escaped($0))</p>\n" }.joined()
    let plots = figures + (reliability.map { [$0.figure] } ?? [])
    return ReportPage(
      title: "\(title) on \(source)", style: SVGPlot.style,
      body: """
        <h1>\(title) on \(ReportPage.isolated(source))</h1>
        \(lines)<p>Models: \(ReportPage.escaped(models)).</p>
        <div class="plots">
        \(plots.joined())</div>
        <h2>Measures</h2>
        <p>\(ReportPage.escaped(note))</p>
        \(table.html)
        \(reliability?.html ?? "")
        """)
  }
}
