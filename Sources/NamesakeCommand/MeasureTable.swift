// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats

/// Measures in rows: as aligned text, as JSON members, as csv or tsv, or as HTML.
struct MeasureTable {
  /// A column.
  struct Column: Sendable {
    /// Its name in jsonl, csv and tsv.
    let name: String
    /// Its name for people; nil leaves the column out of text and HTML.
    let title: String?

    init(_ name: String, _ title: String?) { (self.name, self.title) = (name, title) }
  }

  /// What stands in a row.
  enum Cell {
    /// Words of the data; nil for the row over all.
    case label(String?)
    case count(Int)
    /// A number that the data may not tell.
    case measure(Double?)
  }

  let columns: [Column]
  private(set) var rows: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row with a cell for each column.
  mutating func add(_ row: [Cell]) {
    precondition(row.count == columns.count, "A row has one cell for each column.")
    rows.append(row)
  }

  private var shown: [Int] { columns.indices.filter { columns[$0].title != nil } }
  private var titles: [String] { columns.compactMap(\.title) }

  // MARK: - For people

  /// Aligned lines, the titles first.
  var text: String {
    Self.aligned([titles] + rows.map { row in shown.map { Self.plain(row[$0]) } })
  }

  /// A table with its titles.
  var html: String {
    Self.html(
      titles: titles,
      rows: rows.map { row in
        shown.map { column in
          if case .label(let name?) = row[column] { return ReportPage.isolated(name) }
          return ReportPage.escaped(Self.plain(row[column]))
        }
      })
  }

  private static func plain(_ cell: Cell) -> String {
    switch cell {
    case .label(let name): name ?? "over all"
    case .count(let count): "\(count)"
    case .measure(let value): value?.fixed(3) ?? "–"
    }
  }

  /// Lines of columns: the first begins at the left, the others end together.
  static func aligned(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      row.indices.map { column in
        let padding = String(
          repeating: " ", count: widths[column] - DisplayWidth.of(row[column]))
        return column == 0 ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A table of cells that are HTML; it scrolls by itself where it is too wide.
  static func html(titles: [String], rows: [[String]]) -> String {
    let head = titles.map { "<th scope=\"col\">\(ReportPage.escaped($0))</th>" }.joined()
    let lines = rows.map { row in
      "<tr>"
        + row.enumerated().map { column, cell in
          column == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
        }.joined() + "</tr>\n"
    }
    return """
      <div class="wide" tabindex="0"><table><thead><tr>\(head)</tr></thead>
      <tbody>
      \(lines.joined())</tbody></table></div>
      """
  }

  // MARK: - For programs

  /// The members of a row.
  func members(of row: Int) -> JSONMembers {
    var members = JSONMembers()
    for (column, cell) in zip(columns, rows[row]) {
      switch cell {
      case .label(let name?): members.add(column.name, string: name)
      case .label(nil): members.add(column.name) { $0 += Array("null".utf8) }
      case .count(let count): members.add(column.name, count)
      case .measure(let value): members.add(column.name, Self.rounded(value))
      }
    }
    return members
  }

  /// One JSON line for each row, with what `more` adds to it.
  func json(adding more: (Int, inout JSONMembers) -> Void = { _, _ in }) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows.indices {
      var members = members(of: row)
      more(row, &members)
      bytes.appendJSONObject(members)
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The table as csv or tsv.
  func bytes(_ dialect: CSVDialect) -> [UInt8] {
    let lines =
      [columns.map(\.name)]
      + rows.map { row in
        row.map { cell in
          switch cell {
          case .label(let name): name ?? ""
          case .count(let count): "\(count)"
          case .measure(let value): value.map { "\(Self.rounded($0))" } ?? ""
          }
        }
      }
    var bytes: [UInt8] = []
    for line in lines {
      for (column, field) in line.enumerated() {
        if column > 0 { bytes.append(dialect.delimiter) }
        bytes.appendCSVField(field.utf8Span.span, dialect: dialect)
      }
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Six places; a measure that is not told becomes `null`.
  static func rounded(_ value: Double?) -> Double {
    value.map { ($0 * 1e6).rounded() / 1e6 } ?? .nan
  }
}
