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

  /// A thread's state.
  private struct Scratch: ~Copyable {
    var runner: TextStepRunner
    var buffer = ByteBuffer(capacity: 1 << 20)
  }

  /// Runs over the inputs in order.
  ///
  /// - Throws: `RecordError` for the environment, `ExitStatus` when lines were bad.
  func run(_ paths: [FilePath]) throws {
    let (step, stops) = (step, options.onError == .stop)
    try RecordRun(options: options).run(
      paths,
      open: { (path) throws(RecordError) in try RecordReader(ByteSource(path), format: .text) },
      prepare: { (_, _, _) throws(RecordError) in
        BatchWork(
          makeScratch: { Scratch(runner: TextStepRunner(step)) },
          process: { scratch, batch in Self.normalize(batch, stops: stops, &scratch) })
      })
  }

  private static func normalize(
    _ batch: RecordBatch, stops: Bool, _ scratch: inout Scratch
  ) -> BatchResult<Void> {
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
    return BatchResult(
      bytes: scratch.buffer.array(), issues: issues, records: batch.count,
      consumed: batch.consumedBytes, notes: ())
  }
}
