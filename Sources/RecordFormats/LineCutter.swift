// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Cuts bytes into lines: one record a line, `\n` or `\r\n` at the end of each.
///
/// All positions are in the bytes of the batch that is being filled.
struct LineCutter {
  var blankLines: BlankLines
  /// Where the next record starts; everything before it has been cut.
  var recordStart = 0
  /// How many lines lie before `recordStart`.
  var lines = 0
  /// No line end is left before this position, so that a long line is searched once only.
  private var searched = 0

  /// What a line without content is.
  enum BlankLines {
    case areRecords
    /// A line without any byte is no record.
    case areSkippedWhenEmpty
    /// A line of nothing but white space is no record.
    case areSkipped
  }

  init(blankLines: BlankLines) {
    self.blankLines = blankLines
  }

  /// Cuts every whole line, or at most `limit` records.
  mutating func cut(_ batch: inout RecordBatch, limit: Int = .max) {
    if limit == .max, case .areRecords = blankLines {
      let before = batch.count
      recordStart = batch.appendLines(from: recordStart, searched: max(searched, recordStart))
      searched = batch.bytes.count
      lines += batch.count - before
      return
    }
    var start = recordStart
    var line = lines
    var from = max(searched, start)
    var left = limit
    let count = batch.bytes.count
    while left > 0 {
      let end = ByteScan.firstIndex(of: UInt8(ascii: "\n"), in: batch.bytes.span, from: from)
      guard end < count else {
        from = count
        break
      }
      if append(start..<end, line: line, &batch) { left -= 1 }
      start = end + 1
      from = start
      line += 1
    }
    recordStart = start
    searched = from
    lines = line
  }

  /// At the end of the input: the rest is a line, unless it is empty.
  mutating func finish(_ batch: inout RecordBatch) {
    guard recordStart < batch.bytes.count else { return }
    _ = append(recordStart..<batch.bytes.count, line: lines, &batch)
    recordStart = batch.bytes.count
    lines += 1
  }

  /// Follows the bytes when the first `count` of them go away.
  mutating func rebase() {
    searched = max(searched - recordStart, 0)
    recordStart = 0
    lines = 0
  }

  private func append(_ line: Range<Int>, line number: Int, _ batch: inout RecordBatch) -> Bool {
    var end = line.upperBound
    if end > line.lowerBound, batch.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    switch blankLines {
    case .areRecords: break
    case .areSkippedWhenEmpty:
      if end == line.lowerBound { return false }
    case .areSkipped:
      // Nearly always the first byte decides.
      var index = line.lowerBound
      while index < end, batch.bytes[index].isJSONBlank { index += 1 }
      if index == end { return false }
    }
    batch.append(line.lowerBound..<end, line: number)
    return true
  }
}
