// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The fields of one row, as ranges in its bytes.
///
/// Meant to be reused for many rows.
///
///     var row = CSVRow(dialect: .csv)
///     row.split(#"7,"Smith, ""Jo""",x"#.utf8.span)
///     row.appendField(1, of: …, to: &out)  // Smith, "Jo"
///
/// Only positions are kept: each call is given the same row again.
package struct CSVRow: Sendable {
  package let dialect: CSVDialect
  private var fields: [Field] = []
  /// Whether some field has text after its closing quote, or no closing quote.
  package private(set) var hasStrayQuote = false

  /// How many fields the row has: at least 1.
  package var count: Int { fields.count }

  private struct Field {
    let start: Int
    let end: Int
    /// Whether the field starts with a quote that counts.
    let isQuoted: Bool
    /// Whether its content differs from the bytes between its quotes.
    let needsUnquoting: Bool
  }

  package init(dialect: CSVDialect) {
    self.dialect = dialect
  }

  /// Finds the fields of a row, which must be without its line end.
  ///
  /// - Complexity: O(n) in the bytes of the row; no allocation once the widest row was seen.
  package mutating func split(_ row: Span<UInt8>) {
    fields.removeAll(keepingCapacity: true)
    hasStrayQuote = false
    let delimiter = dialect.delimiter
    let byteCount = row.count
    var start = 0
    while true {
      if dialect.hasQuotes, start < byteCount, row[start] == UInt8(ascii: "\"") {
        start = splitQuoted(row, from: start)
      } else {
        var end = start
        while end < byteCount, row[end] != delimiter { end += 1 }
        fields.append(Field(start: start, end: end, isQuoted: false, needsUnquoting: false))
        start = end + 1
      }
      // A delimiter at the very end opens one more, empty field.
      if start > byteCount { break }
    }
  }

  /// The raw bytes of a field, quotes included.
  package func range(of index: Int) -> Range<Int> {
    fields[index].start..<fields[index].end
  }

  /// Where the content of a field stands in the row, or `nil` when it must be unquoted first.
  package func contentRange(of index: Int) -> Range<Int>? {
    let field = fields[index]
    if field.needsUnquoting { return nil }
    return field.isQuoted ? field.start + 1..<field.end - 1 : field.start..<field.end
  }

  /// Appends the content of a field: without its quotes, with doubled quotes made single.
  package func appendField(_ index: Int, of row: Span<UInt8>, to output: inout [UInt8]) {
    if let range = contentRange(of: index) {
      output.append(copying: row.extracting(range))
      return
    }
    let field = fields[index]
    var position = field.start + 1
    while position < field.end {
      let byte = row[position]
      guard byte == UInt8(ascii: "\"") else {
        output.append(byte)
        position += 1
        continue
      }
      guard position + 1 < field.end, row[position + 1] == byte else {
        // The closing quote; what follows it is plain text in which quotes mean nothing.
        output.append(copying: row.extracting(position + 1..<field.end))
        return
      }
      output.append(byte)
      position += 2
    }
  }

  /// What is wrong with the row, if anything.
  ///
  /// The row can be used all the same.
  ///
  /// - Parameters:
  ///   - batch: where the row was split from.
  ///   - record: which record of the batch it is.
  ///   - width: how many columns the header has.
  /// - Returns: `nil` when nothing is wrong.
  package func issue(in batch: RecordBatch, record: Int, width: Int) -> RecordIssue? {
    guard count == width else {
      let offset = count > width ? fields[width].start : (fields.last?.end ?? 0)
      return batch.issue(
        in: record, at: offset, "the row has \(count) fields, the header has \(width)",
        advice: count > width
          ? "quote the fields that hold a delimiter" : "add the missing delimiters")
    }
    guard hasStrayQuote else { return nil }
    return batch.issue(
      in: record, "a quoted field goes on after its closing quote",
      advice: "double the quotes that are part of the text")
  }

  /// - Returns: where the next field starts.
  private mutating func splitQuoted(_ row: Span<UInt8>, from start: Int) -> Int {
    let quote = UInt8(ascii: "\"")
    var doubled = false
    var end = start + 1
    while true {
      while end < row.count, row[end] != quote { end += 1 }
      guard end + 1 < row.count, row[end + 1] == quote else { break }
      doubled = true
      end += 2
    }
    // `end` is at the closing quote, or past the row when there is none.
    let isClosed = end < row.count
    end = min(end + 1, row.count)
    let closing = end
    while end < row.count, row[end] != dialect.delimiter { end += 1 }
    let isStray = !isClosed || end > closing
    hasStrayQuote = hasStrayQuote || isStray
    fields.append(Field(start: start, end: end, isQuoted: true, needsUnquoting: doubled || isStray))
    return end + 1
  }
}
