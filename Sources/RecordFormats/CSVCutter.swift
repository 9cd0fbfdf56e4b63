// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Cuts bytes into CSV records: a line end inside a quoted field does not end the record.
///
/// A quote is special only at the start of a field. After the closing quote a field may go on with
/// plain text up to the next delimiter; such rows are cut without complaint here and reported by
/// whoever reads their fields.
///
/// A quote that is never closed would swallow the rest of the file. It counts as never closed at
/// the end of the input or after `maximumQuotedBytes`; then the record is ended at the line on
/// which the quote stands, marked as broken and reported, and cutting goes on with the next line.
/// Each byte is read at most twice this way: past an open quote all quotes come in pairs, so a
/// second reading of the same bytes cannot run into another open one.
struct CSVCutter {
  let delimiter: UInt8
  /// A one-column table may hold an empty field, which is a blank line; elsewhere they are skipped.
  var skipsBlankLines = true
  let maximumQuotedBytes: Int

  /// Where the next record starts; everything before it has been cut.
  private(set) var recordStart = 0
  /// How many lines lie before `recordStart`.
  private(set) var lines = 0

  private var state = State.fieldStart
  /// Where reading goes on; all before has been read.
  private var position = 0
  /// Line ends inside the quoted fields of the record that is being read.
  private var innerLines = 0
  /// The opening quote of the field that is being read.
  private var quoteStart = 0
  /// No quote stands from `position` up to here.
  ///
  /// Saves searching each line of unquoted tables.
  private var nextQuote = 0

  private enum State {
    case fieldStart
    case plain
    case quoted
    /// After a quote inside a quoted field: the end, or half of a doubled one.
    case quoteSeen
  }

  init(delimiter: UInt8, maximumQuotedBytes: Int = 64 << 20) {
    self.delimiter = delimiter
    self.maximumQuotedBytes = maximumQuotedBytes
  }

  /// Cuts every whole record, or at most `limit`.
  mutating func cut(_ batch: inout RecordBatch, limit: Int = .max) {
    let count = batch.bytes.count
    // New bytes may have come since the last search found nothing.
    nextQuote = position
    let target = limit == .max ? Int.max : batch.count + limit
    while position < count, batch.count < target {
      if state == .fieldStart, position == recordStart, cutUnquotedLine(&batch) { continue }
      if let end = readOn(batch.bytes.span) { endRecord(at: end, next: end + 1, &batch) }
      if state == .quoted, position - quoteStart > maximumQuotedBytes { breakOff(&batch) }
    }
  }

  /// At the end of the input: the rest is a record, unless a quote is open.
  mutating func finish(_ batch: inout RecordBatch, limit: Int = .max) {
    let count = batch.bytes.count
    let target = limit == .max ? Int.max : batch.count + limit
    while recordStart < count, batch.count < target {
      if position < count {
        cut(&batch, limit: target == .max ? .max : target - batch.count)
      } else if state == .quoted {
        breakOff(&batch)
      } else {
        endRecord(at: count, next: count, &batch)
      }
    }
  }

  /// Follows the bytes when those before `recordStart` go away.
  mutating func rebase() {
    position -= recordStart
    quoteStart -= recordStart
    nextQuote = 0
    recordStart = 0
    lines = 0
  }

  /// The fast path: a line without any quote is a record.
  ///
  /// False when there is a quote.
  private mutating func cutUnquotedLine(_ batch: inout RecordBatch) -> Bool {
    let start = position
    let end = ByteScan.firstIndex(of: UInt8(ascii: "\n"), in: batch.bytes.span, from: start)
    if nextQuote <= start {
      nextQuote = ByteScan.firstIndex(of: UInt8(ascii: "\""), in: batch.bytes.span, from: start)
    }
    guard nextQuote >= end else { return false }
    guard end < batch.bytes.count else {
      state = batch.bytes[end - 1] == delimiter ? .fieldStart : .plain
      position = end
      return true
    }
    endRecord(at: end, next: end + 1, &batch)
    return true
  }

  /// The slow path: reads on to the line end that ends the record, or to the end of the bytes.
  private mutating func readOn(_ bytes: Span<UInt8>) -> Int? {
    let count = bytes.count
    var index = position
    var state = state
    reading: while index < count {
      switch state {
      case .fieldStart:
        if bytes[index] == UInt8(ascii: "\"") {
          state = .quoted
          quoteStart = index
          index += 1
        } else {
          state = .plain
        }
      case .plain:
        while index < count, bytes[index] != delimiter, bytes[index] != UInt8(ascii: "\n") {
          index += 1
        }
        guard index < count, bytes[index] == delimiter else { break reading }
        state = .fieldStart
        index += 1
      case .quoted:
        while index < count, bytes[index] != UInt8(ascii: "\"") {
          if bytes[index] == UInt8(ascii: "\n") { innerLines += 1 }
          index += 1
        }
        if index < count {
          state = .quoteSeen
          index += 1
        }
      case .quoteSeen:
        let byte = bytes[index]
        if byte == UInt8(ascii: "\n") { break reading }
        if byte == UInt8(ascii: "\"") {
          state = .quoted
        } else {
          state = byte == delimiter ? .fieldStart : .plain
        }
        index += 1
      }
    }
    self.state = state
    position = index
    return index < count ? index : nil
  }

  private mutating func endRecord(at end: Int, next: Int, _ batch: inout RecordBatch) {
    var last = end
    if last > recordStart, batch.bytes[last - 1] == UInt8(ascii: "\r") { last -= 1 }
    if last > recordStart || !skipsBlankLines { batch.append(recordStart..<last, line: lines) }
    lines += innerLines + 1
    innerLines = 0
    recordStart = next
    position = next
    state = .fieldStart
  }

  /// Ends a record whose quote is not closed at the end of the line on which the quote stands.
  private mutating func breakOff(_ batch: inout RecordBatch) {
    let end = ByteScan.firstIndex(
      of: UInt8(ascii: "\n"), in: batch.bytes.span, from: quoteStart)
    innerLines = ByteScan.count(
      of: UInt8(ascii: "\n"), in: batch.bytes.span, range: recordStart..<quoteStart)
    let record = batch.count
    let offset = quoteStart - recordStart
    nextQuote = 0
    endRecord(at: end, next: min(end + 1, batch.bytes.count), &batch)
    batch.markBroken(record)
    batch.report(
      batch.issue(
        in: record, at: offset, "a quoted field is never closed",
        advice: "close it with a quote, or double the quote if it is part of the text"))
  }
}
