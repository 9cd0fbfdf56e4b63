// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// What is measured of one labelled record.
protocol GoldWork: Sendable {
  /// What one thread keeps between records.
  associatedtype Worker
  /// What a record gives.
  associatedtype Item: Sendable
  /// What the file holds: `labelled pairs`.
  var contents: String { get }
  /// The fields that are read, in the order in which `item` gets them.
  var fields: [WantedField] { get }
  /// Makes a thread's own state.
  func makeWorker() -> Worker
  /// Measures one record.
  ///
  /// - Parameters:
  ///   - values: The fields' contents, nil for those that the record lacks; never for required ones.
  ///   - record: The record, for what is no plain field.
  ///   - worker: The thread's state.
  /// - Returns: The item, nil when the record cannot be measured, and what is wrong with it.
  func item(
    _ values: [[UInt8]?], _ record: borrowing FieldReader, _ worker: inout Worker
  ) -> (item: Item?, problem: ValueProblem?)
}

/// Reads labelled records and measures them on all cores, in input order.
struct GoldRun<Work: GoldWork> {
  let work: Work
  let options: RunOptions
  private(set) var items: [Work.Item] = []
  private(set) var trouble: Trouble

  init(_ work: Work, options: RunOptions) {
    self.work = work
    self.options = options
    trouble = Trouble(options.onError)
  }

  /// What one batch gave.
  private struct Measured: Sendable {
    var items: [Work.Item] = []
    var issues: [RecordIssue]
    var records: Int
    var consumed: Int
  }

  /// A thread's state.
  private struct Scratch: ~Copyable {
    var reader: FieldReader
    var worker: Work.Worker
    var values: [[UInt8]?] = []
  }

  /// Names of the fields that every record must have.
  private var required: String {
    work.fields.filter(\.isRequired).map(\.name).joined(separator: ", ")
  }

  /// Reads one input.
  ///
  /// - Throws: `RecordError` when it cannot be read, lacks a column or holds nothing to measure;
  ///   `ExitStatus` when a bad record ends the run, for measures of a part would pass for measures
  ///   of the whole.
  mutating func read(_ path: FilePath) throws {
    try read(ByteSource(path), format: options.inputFormat)
  }

  /// Reads marked articles in any form.
  ///
  /// - Throws: As above.
  mutating func read(_ path: FilePath, annotations: AnnotatedFile) throws {
    guard options.inputFormat == nil, AnnotatedFile.reads(path) else { return try read(path) }
    var issues: [RecordIssue] = []
    let source = try annotations.source(path, issues: &issues)
    trouble.report(issues)
    try read(source, format: .jsonl)
  }

  private mutating func read(_ source: consuming sending ByteSource, format: RecordFormat?) throws {
    let reader = try RecordReader(
      source, format: format, guessesTables: true, batchBytes: 1 << 16)
    let (format, header, file) = (reader.format, reader.header, reader.file)
    guard format != .text else {
      throw RecordError(
        .missingColumn, at: file, "\(work.contents) cannot be read from plain lines",
        advice: "give records with the fields \(required)")
    }
    _ = try FieldReader.columns(of: work.fields, header: header, file: file)
    try measure(reader, format, header, file)
    if trouble.endsRun { return try trouble.finish() }
    guard !items.isEmpty else {
      throw RecordError(
        .cannotRead, at: file, "there are no \(work.contents) to measure",
        advice: "give records with the fields \(required)")
    }
  }

  private mutating func measure(
    _ reader: consuming sending RecordReader, _ format: RecordFormat, _ header: CSVHeader?,
    _ file: String
  ) throws(RecordError) {
    let (work, required) = (self.work, self.required)
    // A record that lacks a field is reported below, with advice for this command.
    let fields = work.fields.map { WantedField(name: $0.name, isRequired: false) }
    let total = reader.totalBytes
    var progress = ProgressReport(options.progress)
    try OrderedPipeline.run(
      threads: options.threadCount, source: reader,
      makeScratch: {
        do {
          let reader = try FieldReader(fields, format: format, header: header, file: file)
          return Scratch(reader: reader, worker: work.makeWorker())
        } catch {
          preconditionFailure("the columns were found before")
        }
      },
      work: { (scratch: inout Scratch, batch: RecordBatch) in
        Self.measure(batch, work, required, &scratch)
      },
      deliver: { (measured) throws(RecordError) -> PipelineVerdict in
        trouble.report(measured.issues)
        items += measured.items
        progress.advance(records: measured.records, consumed: measured.consumed, total: total)
        return trouble.endsRun ? .stop : .goOn
      })
    progress.finish()
  }

  private static func measure(
    _ batch: RecordBatch, _ work: Work, _ required: String, _ scratch: inout Scratch
  ) -> Measured {
    var measured = Measured(
      issues: batch.issues, records: batch.count, consumed: batch.consumedBytes)
    for record in 0..<batch.count {
      let outcome = scratch.reader.read(
        record, of: batch, values: &scratch.values, issues: &measured.issues)
      guard outcome == .read else { continue }
      if let missing = missingField(work.fields, scratch.values) {
        measured.issues.append(
          batch.issue(
            in: record, "the record has no text or number in \u{201C}\(missing)\u{201D}",
            advice: "give every record \(required)"))
        continue
      }
      let (item, problem) = work.item(scratch.values, scratch.reader, &scratch.worker)
      if let problem {
        measured.issues.append(
          batch.issue(in: record, problem.problem, advice: problem.advice))
      }
      if let item { measured.items.append(item) }
    }
    return measured
  }

  private static func missingField(
    _ fields: [WantedField], _ values: [[UInt8]?]
  ) -> String? {
    zip(fields, values).first { $0.isRequired && $1 == nil }?.0.name
  }
}
