// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Some whole records of one input, with the bytes they stand in.
///
/// A batch owns its bytes, so it may go to another thread. Records are in input order and do not
/// overlap; the header of a table is in no batch.
package struct RecordBatch: Sendable {
  /// The input as it is shown to people.
  package let file: String
  /// The number of the first record in its input, counted from 0.
  package let firstRecord: Int
  /// The line on which the bytes start, counted from 1.
  private(set) var firstLine: Int
  /// What was found wrong while cutting, in input order.
  package internal(set) var issues: [RecordIssue] = []
  /// How much of the input (packed, if it is) had been read when this batch was made.
  package internal(set) var consumedBytes = 0

  var bytes: [UInt8]
  private var extents: [Extent] = []
  /// Line of each record, relative to `firstLine`.
  ///
  /// Empty while record `i` is simply on line `i`.
  private var lineOffsets: [UInt32] = []
  /// Records that cannot be used, ascending.
  private var broken: [Int] = []

  /// 32 bits keep the table of a batch of short lines as small as its text.
  private struct Extent {
    let start: UInt32
    let end: UInt32
  }

  /// The most bytes a batch can hold.
  static let maximumBytes = Int(UInt32.max)

  init(file: String, firstRecord: Int, firstLine: Int, bytes: consuming [UInt8]) {
    self.file = file
    self.firstRecord = firstRecord
    self.firstLine = firstLine
    self.bytes = bytes
  }

  /// How many records there are.
  package var count: Int { extents.count }
}

// MARK: - Reading

extension RecordBatch {
  /// Where a record stands in the batch's bytes, without its line end.
  package func range(of record: Int) -> Range<Int> {
    Int(extents[record].start)..<Int(extents[record].end)
  }

  /// The bytes of a record, without its line end.
  @_lifetime(borrow self)
  package func record(_ record: Int) -> Span<UInt8> {
    bytes.span.extracting(range(of: record))
  }

  /// Whether the record ended with `\r\n` rather than `\n`.
  package func endsWithCarriageReturn(_ record: Int) -> Bool {
    let end = Int(extents[record].end)
    return end < bytes.count && bytes[end] == UInt8(ascii: "\r")
  }

  /// The line on which a record starts, counted from 1.
  package func line(of record: Int) -> Int {
    firstLine + (lineOffsets.isEmpty ? record : Int(lineOffsets[record]))
  }

  /// Whether the record is reported as unusable.
  ///
  /// Its bytes are still there.
  package func isBroken(_ record: Int) -> Bool {
    guard !broken.isEmpty else { return false }
    var low = 0
    var high = broken.count
    while low < high {
      let middle = (low + high) / 2
      if broken[middle] < record { low = middle + 1 } else { high = middle }
    }
    return low < broken.count && broken[low] == record
  }

  /// An issue at a byte of a record.
  ///
  /// - Parameters:
  ///   - record: which record of this batch.
  ///   - offset: in bytes from the start of the record.
  ///   - problem: what is wrong.
  ///   - advice: what to do.
  ///   - isHarmless: whether the record can be used all the same.
  /// - Returns: the issue; it is not reported yet.
  /// - Complexity: O(`offset`).
  package func issue(
    in record: Int, at offset: Int = 0, _ problem: String, advice: String, isHarmless: Bool = false
  ) -> RecordIssue {
    let range = range(of: record)
    let end = min(range.lowerBound + offset, bytes.count)
    let place = TextPlace(of: end, in: bytes.span, from: range.lowerBound)
    return RecordIssue(
      file: file, line: line(of: record) + place.lineOffset, column: place.column, problem,
      advice: advice, isHarmless: isHarmless)
  }
}

/// A byte position as people count.
struct TextPlace {
  /// How many lines below the start.
  let lineOffset: Int
  /// In Unicode scalars, counted from 1.
  let column: Int

  /// Counts from `start`, which must be the start of a line.
  init(of position: Int, in bytes: Span<UInt8>, from start: Int) {
    var lines = 0
    var column = 1
    for index in start..<position {
      if bytes[index] == UInt8(ascii: "\n") {
        lines += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    lineOffset = lines
    self.column = column
  }
}

// MARK: - Filling

extension RecordBatch {
  /// Adds a record that starts on a line, counted from the start of the bytes.
  mutating func append(_ range: Range<Int>, line: Int) {
    if !lineOffsets.isEmpty {
      lineOffsets.append(UInt32(line))
    } else if line != extents.count {
      lineOffsets = (0..<UInt32(extents.count)).map { $0 }
      lineOffsets.append(UInt32(line))
    }
    extents.append(Extent(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)))
  }

  /// Adds every line that starts at or after `start` and ends with a line feed, as one record each.
  ///
  /// The fast path for plain lines: without it, adding a record costs more than finding its end.
  /// Record `i` must be line `i` before.
  ///
  /// - Parameters:
  ///   - start: the start of a line.
  ///   - searched: where to start searching for the first line end; not before `start`.
  /// - Returns: the start of the line that has no end yet.
  mutating func appendLines(from start: Int, searched: Int) -> Int {
    precondition(lineOffsets.isEmpty, "Every line must have been a record so far.")
    // A second reference, not a copy: the bytes are read while the batch is changed.
    let bytes = bytes
    let text = bytes.span
    let blockSize = 1024
    var start = start
    var end = ByteScan.firstIndex(of: UInt8(ascii: "\n"), in: text, from: searched)
    while end < text.count {
      extents.append(addingCapacity: blockSize) { block in
        while !block.isFull, end < text.count {
          let hasReturn = end > start && text[end - 1] == UInt8(ascii: "\r")
          let last = hasReturn ? end - 1 : end
          block.append(Extent(start: UInt32(start), end: UInt32(last)))
          start = end + 1
          end = ByteScan.firstIndex(of: UInt8(ascii: "\n"), in: text, from: start)
        }
      }
    }
    return start
  }

  mutating func reserve(records: Int) {
    extents.reserveCapacity(records)
  }

  mutating func report(_ issue: RecordIssue) {
    issues.append(issue)
  }

  /// Marks a record as unusable.
  ///
  /// Marks must come in ascending order.
  mutating func markBroken(_ record: Int) {
    if broken.last != record { broken.append(record) }
  }

  /// Forgets bytes at the start that hold no record.
  mutating func dropStart(_ count: Int, lines: Int) {
    precondition(extents.isEmpty, "The dropped bytes must not hold records.")
    bytes.removeFirst(count)
    firstLine += lines
  }

  /// Takes the bytes from `position` off, for the next batch.
  mutating func splitOff(from position: Int) -> [UInt8] {
    guard position < bytes.count else { return [] }
    let rest = Array(bytes[position...])
    bytes.removeLast(bytes.count - position)
    return rest
  }

  /// Reports every record that holds a NUL byte, which no text does.
  mutating func reportBinaryRecords() {
    var position = ByteScan.firstIndex(of: 0, in: bytes.span, from: 0)
    guard position < bytes.count else { return }
    // The marks of cutting must be merged in order with those found here.
    var marks = Set(broken)
    for record in 0..<count {
      let range = range(of: record)
      if position < range.lowerBound {
        position = ByteScan.firstIndex(of: 0, in: bytes.span, from: range.lowerBound)
      }
      guard position < bytes.count else { break }
      guard position < range.upperBound else { continue }
      marks.insert(record)
      report(
        issue(
          in: record, at: position - range.lowerBound, "a NUL byte: this is not text",
          advice: "check that this is the right file, in UTF-8"))
    }
    broken = marks.sorted()
    issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
