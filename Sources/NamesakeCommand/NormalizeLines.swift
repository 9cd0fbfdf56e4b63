// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats
import SystemPackage
import TextBytes

/// Normalizes plain lines: one in, one out, whatever is in them.
///
/// A line needs no fields and no format, so whole batches go straight through the normalizer into
/// the buffer that is written.
struct NormalizeLines {
  let step: TextStep
  let options: RunOptions

  /// What one batch gave.
  private struct Chunk: Sendable {
    var bytes: [UInt8]
    var issues: [RecordIssue]
    var records: Int
    var consumed: Int
  }

  /// A thread's state.
  private struct Scratch: ~Copyable {
    var runner: TextStepRunner
    var buffer = ByteBuffer(capacity: 1 << 20)
  }

  /// Runs over the inputs in order.
  ///
  /// - Throws: `RecordError` for the environment, `ExitStatus` when lines were bad.
  func run(_ paths: [FilePath]) throws {
    var sink = OutputSink()
    var trouble = Trouble(options.onError)
    var progress = ProgressReport(options.progress)
    for path in paths {
      let reader = try RecordReader(try ByteSource(path), format: .text)
      let total = reader.totalBytes
      let (step, stops) = (step, options.onError == .stop)
      try OrderedPipeline.run(
        threads: options.threadCount, source: reader,
        makeScratch: { Scratch(runner: TextStepRunner(step)) },
        work: { scratch, batch in Self.normalize(batch, stops: stops, &scratch) },
        deliver: { (chunk) throws(RecordError) -> PipelineVerdict in
          trouble.report(chunk.issues)
          try sink.write(chunk.bytes.span)
          progress.advance(records: chunk.records, consumed: chunk.consumed, total: total)
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

  private static func normalize(
    _ batch: RecordBatch, stops: Bool, _ scratch: inout Scratch
  ) -> Chunk {
    scratch.buffer.removeAll()
    var issues = batch.issues
    for record in 0..<batch.count {
      // With --on-error stop nothing behind the first bad line comes out.
      if stops, batch.isBroken(record) || issues.count > batch.issues.count { break }
      let repairs = scratch.runner.repairCount
      scratch.runner.run(batch.record(record), into: &scratch.buffer)
      scratch.buffer.append(0x0A)
      // A line with a NUL byte was reported when it was cut.
      if scratch.runner.repairCount != repairs, !batch.isBroken(record) {
        issues.append(
          batch.issue(
            in: record, ValueProblem.repaired.problem, advice: ValueProblem.repaired.advice))
      }
    }
    return Chunk(
      bytes: scratch.buffer.array(), issues: issues, records: batch.count,
      consumed: batch.consumedBytes)
  }
}
