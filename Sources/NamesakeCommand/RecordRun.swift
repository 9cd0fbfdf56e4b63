// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// What one batch gave.
struct BatchResult<Notes: Sendable>: Sendable {
  var bytes: [UInt8]
  var issues: [RecordIssue]
  var records: Int
  var consumed: Int
  /// What the command itself learns of the batch.
  var notes: Notes
}

/// What is done with the batches of one input.
struct BatchWork<Scratch: ~Copyable, Notes: Sendable>: Sendable {
  /// Makes a thread's own state, on that thread.
  let makeScratch: @Sendable () -> Scratch
  /// Turns a batch into the bytes to write; must not depend on the batches before.
  let process: @Sendable (inout Scratch, RecordBatch) -> BatchResult<Notes>
}

/// Carries records over all inputs: read, work in parallel, write in order, stop where asked to.
struct RecordRun {
  let options: RunOptions

  /// Runs over the inputs in order.
  ///
  /// - Parameters:
  ///   - paths: The inputs.
  ///   - open: Begins to read an input.
  ///   - prepare: Says what is done with an input, and writes what goes before its records; it is
  ///     told whether the input is the first.
  ///   - note: Gets the notes of each batch, in order.
  /// - Throws: `RecordError` for the environment, `ExitStatus` when records were bad.
  func run<Scratch: ~Copyable, Notes: Sendable>(
    _ paths: [FilePath], open: (FilePath) throws(RecordError) -> sending RecordReader,
    prepare: (borrowing RecordReader, Bool, inout OutputSink) throws(RecordError)
      -> BatchWork<Scratch, Notes>,
    note: (Notes) -> Void = { _ in }
  ) throws {
    var sink = OutputSink()
    var trouble = Trouble(options.onError)
    var progress = ProgressReport(options.progress)
    var isFirst = true
    for path in paths {
      let reader = try open(path)
      let total = reader.totalBytes
      let work = try prepare(reader, isFirst, &sink)
      isFirst = false
      try OrderedPipeline.run(
        threads: options.threadCount, source: reader, makeScratch: work.makeScratch,
        work: work.process,
        deliver: { (result) throws(RecordError) -> PipelineVerdict in
          trouble.report(result.issues)
          try sink.write(result.bytes.span)
          note(result.notes)
          progress.advance(records: result.records, consumed: result.consumed, total: total)
          // A pipe that pauses gets what there is.
          if total == nil { try sink.flush() }
          return trouble.endsRun ? .stop : .goOn
        })
      if trouble.endsRun { break }
    }
    try sink.finish()
    progress.finish()
    try trouble.finish()
  }
}
