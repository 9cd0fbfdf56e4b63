// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Runs over the numbers from 0 in ranges, on several threads, and hands the results on in order.
///
/// The results are the same, in the same order, for every number of threads.
package enum RangePipeline {
  private struct Ranges: BatchSource {
    var start = 0
    let end: Int
    let size: Int
    mutating func next() throws(RecordError) -> Range<Int>? {
      guard start < end else { return nil }
      defer { start += size }
      return start..<min(end, start + size)
    }
  }

  /// Runs until the numbers end.
  ///
  /// - Parameters:
  ///   - count: How many numbers.
  ///   - size: Numbers of a range.
  ///   - threads: How many workers, at least 1; where the system gives none, the caller's thread
  ///     does the work.
  ///   - makeScratch: Makes one worker's own state, on the worker's thread.
  ///   - work: Turns a range into its result.
  ///   - deliver: Takes the results in order, on the caller's thread.
  package static func run<Scratch: ~Copyable, Output: Sendable>(
    count: Int, size: Int, threads: Int, makeScratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (inout Scratch, Range<Int>) -> Output, deliver: (Output) -> Void
  ) {
    func attempt(_ threads: Int) throws(RecordError) {
      try OrderedPipeline.run(
        threads: threads, source: Ranges(end: count, size: size), makeScratch: makeScratch,
        work: work,
        deliver: { (output) throws(RecordError) -> PipelineVerdict in
          deliver(output)
          return .goOn
        })
    }
    do {
      // More threads than ranges would only be started.
      try attempt(max(1, min(threads, (count + size - 1) / size)))
    } catch {
      // Threads are started before anything is delivered, and ranges cannot fail.
      try? attempt(1)
    }
  }
}
