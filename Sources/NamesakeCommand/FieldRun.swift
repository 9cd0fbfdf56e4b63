// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// Carries a `FieldWork` over all inputs: read, work in parallel, write in order.
struct FieldRun<Work: FieldWork> {
  let work: Work
  let options: RunOptions
  /// Names of the fields that `work` adds to every record, for the header of a table.
  let addedNames: [String]
  /// Format of the output; nil for the format of the input.
  let output: RecordFormat?
  /// Format of the input where the user or the command says it.
  let input: RecordFormat?
  /// Whether the first bytes of an unnamed input may tell a table.
  var guessesTables = false
  /// Text of a batch: what one thread takes at a time.
  var batchBytes = 1 << 20

  /// A thread's state.
  private struct Scratch: ~Copyable {
    var worker: Work.Worker
    var reader: FieldReader
  }

  /// Runs over the inputs in order.
  ///
  /// - Parameters:
  ///   - paths: The inputs.
  ///   - note: Gets what the workers noted of each batch, in order.
  /// - Throws: `RecordError` for the environment, `ExitStatus` when records were bad.
  func run(_ paths: [FilePath], note: (Work.Notes) -> Void = { _ in }) throws {
    try RecordRun(options: options).run(
      paths,
      open: { (path) throws(RecordError) in
        try RecordReader(
          ByteSource(path), format: input, guessesTables: guessesTables, batchBytes: batchBytes)
      },
      prepare: { (reader, isFirst, sink) throws(RecordError) in
        try prepare(reader, isFirst: isFirst, &sink)
      },
      note: note)
  }

  private func prepare(
    _ reader: borrowing RecordReader, isFirst: Bool, _ sink: inout OutputSink
  ) throws(RecordError) -> BatchWork<Scratch, Work.Notes> {
    let (format, header, file) = (reader.format, reader.header, reader.file)
    let fields = work.fields
    // Asked once here, so that a missing column is an error before any work.
    _ = try FieldReader.columns(of: fields, header: header, file: file)
    let writer = RecordWriter(
      input: format, output: output ?? format, header: header, wanted: fields)
    if isFirst, let line = writer.headerLine(adding: addedNames) { try sink.write(line.span) }
    let work = self.work
    let stops = options.onError == .stop
    let makeReader: @Sendable () -> FieldReader = {
      do {
        return try FieldReader(fields, format: format, header: header, file: file)
      } catch {
        preconditionFailure("the columns were found before")
      }
    }
    return BatchWork(
      makeScratch: { Scratch(worker: work.makeWorker(), reader: makeReader()) },
      process: { scratch, batch in Self.process(batch, work, writer, stops: stops, &scratch) })
  }

  private static func process(
    _ batch: RecordBatch, _ work: Work, _ writer: RecordWriter, stops: Bool,
    _ scratch: inout Scratch
  ) -> BatchResult<Work.Notes> {
    var bytes: [UInt8] = []
    // Most of the output is the input: growing step by step would copy it several times.
    let end = batch.count > 0 ? batch.range(of: batch.count - 1).upperBound : 0
    bytes.reserveCapacity(end * 5 / 4)
    var issues = batch.issues
    var values: [[UInt8]?] = []
    var added = AddedFields(wantsText: writer.output == .text)
    for record in 0..<batch.count {
      // With --on-error stop nothing behind the first bad record comes out.
      if stops, batch.isBroken(record) || issues.count > batch.issues.count { break }
      added.removeAll()
      switch scratch.reader.read(record, of: batch, values: &values, issues: &issues) {
      case .broken: continue
      case .incomplete: break
      case .read:
        let names = scratch.reader.names
        let problem =
          names.isEmpty
          ? work.work(values, &scratch.worker, &added)
          : work.work(values, names: names, &scratch.worker, &added)
        if let problem {
          issues.append(
            batch.issue(in: record, problem.problem, advice: problem.advice))
        }
      }
      writer.append(
        record, of: batch, scratch.reader, values: values, added: added, to: &bytes)
    }
    return BatchResult(
      bytes: bytes, issues: issues, records: batch.count, consumed: batch.consumedBytes,
      notes: work.takeNotes(of: &scratch.worker))
  }
}
