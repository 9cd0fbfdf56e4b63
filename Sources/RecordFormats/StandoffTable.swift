// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Names of a text in a table beside it, as SlavicNER has them.
///
///     12<tab>27<tab>Terezy Mayovej<tab>Tereza Mayová<tab>PER<tab>PER-Theresa-May
///
/// Start and end (exclusive), the form, its lemma, its type and an id, without a header; what is behind
/// the form may be missing.
package struct StandoffTable {
  /// One name.
  package struct Row: Sendable, Equatable {
    package var line: Int
    package var start: Int
    package var end: Int
    package var form: String
    package var type: String
  }

  package private(set) var rows: [Row] = []
  package private(set) var issues: [RecordIssue] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The whole file in UTF-8.
  ///   - file: Its name, for messages.
  package init(_ bytes: [UInt8], file: String) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.isEmpty { continue }
      let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      // A header is no name.
      if index == 0, columns.first == "start" { continue }
      guard columns.count >= 2, let start = Int(columns[0]), let end = Int(columns[1]),
        start >= 0, start < end
      else {
        issues.append(
          RecordIssue(
            file: file, line: index + 1, column: 1, "this is no place in a text",
            advice: "give start, end, form, lemma, type and id, parted by tabs"))
        continue
      }
      rows.append(
        Row(
          line: index + 1, start: start, end: end, form: columns.count > 2 ? columns[2] : "",
          type: columns.count > 4 ? columns[4] : ""))
    }
  }
}
