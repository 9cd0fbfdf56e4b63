// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import SystemPackage

/// Cuts one input into batches of whole records.
///
/// A batch is about `batchBytes` long, or as long as a single record that is longer. When the input
/// is a pipe that has nothing ready, the records that are there are handed on without waiting.
/// Reading is linear in the size of the input, whatever the length of its records.
package struct RecordReader: ~Copyable {
  package let format: RecordFormat
  /// The first record of a table.
  ///
  /// `nil` for other formats and for an empty input.
  package private(set) var header: CSVHeader?

  private var source: ByteSource
  private let batchBytes: Int
  private var cutter: RecordCutter
  /// Bytes that were read and are in no batch yet.
  ///
  /// They start at line `nextLine`.
  private var carried: [UInt8] = []
  private var nextLine = 1
  private var nextRecord = 0
  private var hasEnded = false
  /// Found before a batch could carry them, or found after the last record.
  private var issues: [RecordIssue] = []
  /// Found after good records that had to be delivered first.
  private var pending: RecordError?

  /// Starts reading.
  ///
  /// - Parameters:
  ///   - source: the input.
  ///   - format: when `nil`, the name of the file decides, and if it does not, the first bytes.
  ///   - guessesTables: whether the first bytes may also tell CSV and TSV.
  ///   - batchBytes: how much text a batch holds, about.
  /// - Throws: when the first bytes cannot be read.
  package init(
    _ source: consuming ByteSource, format: RecordFormat? = nil, guessesTables: Bool = false,
    batchBytes: Int = 1 << 20
  ) throws(RecordError) {
    let start = try Self.readStart(
      of: &source, format: format ?? source.path.flatMap { RecordFormat(path: $0) },
      guessesTables: guessesTables)
    self.format = start.format
    self.source = source
    self.batchBytes = batchBytes
    cutter = RecordCutter(start.format)
    carried = start.bytes
    if carried.starts(with: [0xFF, 0xFE]) || carried.starts(with: [0xFE, 0xFF]) {
      refuseUTF16()
    } else if let dialect = start.format.dialect {
      readHeader(dialect)
    }
  }

  /// Reads until the format is known.
  private static func readStart(
    of source: inout ByteSource, format: RecordFormat?, guessesTables: Bool
  ) throws(RecordError) -> (bytes: [UInt8], format: RecordFormat) {
    var start: [UInt8] = []
    while true {
      let count = try source.read(into: &start)
      if let format { return (start, format) }
      // Only blanks so far tell nothing.
      let isBlank = start.allSatisfy { $0.isJSONBlank }
      if count == 0 || !isBlank || start.count > 1 << 20 {
        return (start, .sniff(start.span, guessesTables: guessesTables))
      }
    }
  }

  private mutating func refuseUTF16() {
    hasEnded = true
    carried = []
    issues = [
      RecordIssue(
        file: file, line: 1, column: 1, "this is UTF-16; nothing of it was read",
        advice: "convert it first: iconv -f utf-16 -t utf-8")
    ]
  }

  /// The input as it is shown to people.
  package var file: String { source.name }

  /// The size of the input in bytes, packed if it is.
  ///
  /// `nil` when it cannot be known.
  package var totalBytes: Int? { source.totalBytes }

  /// The next records, or `nil` at the end.
  ///
  /// A batch without records is possible: it carries issues found at the end.
  ///
  /// - Throws: when the input cannot be read on. All records before were delivered. Compressed data
  ///   that is corrupt or ends early is an issue, not an error: the half record before the damage is
  ///   reported as broken.
  package mutating func nextBatch() throws(RecordError) -> RecordBatch? {
    if let pending {
      self.pending = nil
      hasEnded = true
      throw pending
    }
    var batch = fill(limit: .max)
    if format != .jsonl { batch.reportBinaryRecords() }
    batch.issues.insert(contentsOf: issues, at: 0)
    issues.removeAll()
    batch.consumedBytes = source.consumedBytes
    if batch.count == 0, batch.issues.isEmpty {
      if let pending {
        self.pending = nil
        throw pending
      }
      return nil
    }
    return batch
  }

  /// Cuts off the header, alone.
  ///
  /// An error stays pending for the first batch.
  private mutating func readHeader(_ dialect: CSVDialect) {
    let batch = fill(limit: 1)
    issues = batch.issues
    nextRecord = 0
    guard batch.count > 0 else { return }
    let header = CSVHeader(
      batch.record(0), dialect: dialect, endsWithCarriageReturn: batch.endsWithCarriageReturn(0))
    if header.names.count == 1 { cutter.keepBlankLines() }
    self.header = header
  }

  /// Reads until there are enough records.
  ///
  /// Bytes that are left over stay in `carried`.
  private mutating func fill(limit: Int) -> RecordBatch {
    var batch = RecordBatch(
      file: source.name, firstRecord: nextRecord, firstLine: nextLine, bytes: carried)
    carried = []
    if limit == .max { batch.reserve(records: batchBytes / 32) }
    while true {
      cutter.cut(&batch, limit: limit)
      if batch.count > 0, batch.count >= limit || batch.bytes.count >= batchBytes { break }
      if hasEnded {
        if batch.count < limit { cutter.finish(&batch, limit: limit) }
        break
      }
      if batch.count > 0, !source.isReady { break }
      if batch.count == 0, cutter.recordStart >= batchBytes {
        // Nothing but blank lines so far: do not pile them up.
        batch.dropStart(cutter.recordStart, lines: cutter.lines)
        cutter.rebase()
      }
      read(into: &batch)
      if pending != nil { break }
    }
    nextLine = batch.firstLine + cutter.lines
    carried = batch.splitOff(from: cutter.recordStart)
    cutter.rebase()
    nextRecord += batch.count
    return batch
  }

  private mutating func read(into batch: inout RecordBatch) {
    do throws(RecordError) {
      if batch.bytes.count > RecordBatch.maximumBytes - (1 << 28) {
        throw RecordError(
          .recordTooLarge, at: source.name, "the record at line \(nextLine) is larger than 4 GB",
          advice: "check that the file has line ends")
      }
      if try source.read(into: &batch.bytes) == 0 { hasEnded = true }
    } catch {
      end(with: error, &batch)
    }
  }

  /// Ends the input at an error: the whole records before it still count.
  private mutating func end(with error: RecordError, _ batch: inout RecordBatch) {
    hasEnded = true
    guard error.code == .damagedCompression else {
      pending = error
      return
    }
    let whole = batch.count
    let linesBefore = cutter.lines
    cutter.finish(&batch)
    if batch.count > whole { batch.markBroken(batch.count - 1) }
    batch.report(
      RecordIssue(
        file: error.place, line: batch.firstLine + linesBefore, column: 1, error.problem,
        advice: error.advice))
  }
}
