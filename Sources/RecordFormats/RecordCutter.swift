// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The cutter that a format needs.
enum RecordCutter {
  case lines(LineCutter)
  case csv(CSVCutter)

  init(_ format: RecordFormat) {
    switch format {
    case .text: self = .lines(LineCutter(blankLines: .areRecords))
    case .jsonl: self = .lines(LineCutter(blankLines: .areSkipped))
    // A row of tabs only has fields, all of them empty.
    case .tsv: self = .lines(LineCutter(blankLines: .areSkippedWhenEmpty))
    case .csv: self = .csv(CSVCutter(delimiter: CSVDialect.csv.delimiter))
    }
  }

  /// Where the next record starts; everything before it has been cut.
  var recordStart: Int {
    switch self {
    case .lines(let cutter): cutter.recordStart
    case .csv(let cutter): cutter.recordStart
    }
  }

  /// How many lines lie before `recordStart`.
  var lines: Int {
    switch self {
    case .lines(let cutter): cutter.lines
    case .csv(let cutter): cutter.lines
    }
  }

  mutating func cut(_ batch: inout RecordBatch, limit: Int = .max) {
    change({ $0.cut(&batch, limit: limit) }, { $0.cut(&batch, limit: limit) })
  }

  mutating func finish(_ batch: inout RecordBatch, limit: Int = .max) {
    change({ $0.finish(&batch) }, { $0.finish(&batch, limit: limit) })
  }

  mutating func rebase() {
    change({ $0.rebase() }, { $0.rebase() })
  }

  mutating func keepBlankLines() {
    change({ $0.blankLines = .areRecords }, { $0.skipsBlankLines = false })
  }

  private mutating func change(
    _ changeLines: (inout LineCutter) -> Void, _ changeCSV: (inout CSVCutter) -> Void
  ) {
    switch self {
    case .lines(var cutter):
      changeLines(&cutter)
      self = .lines(cutter)
    case .csv(var cutter):
      changeCSV(&cutter)
      self = .csv(cutter)
    }
  }
}
