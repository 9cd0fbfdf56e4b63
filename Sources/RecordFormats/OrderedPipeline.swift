// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Synchronization

/// Whatever gives batches, one after the other.
package protocol BatchSource<Batch>: ~Copyable, SendableMetatype {
  associatedtype Batch: Sendable
  /// The next batch, or `nil` at the end. Not called again after the end or an error.
  mutating func next() throws(RecordError) -> Batch?
}

extension RecordReader: BatchSource {
  package mutating func next() throws(RecordError) -> RecordBatch? {
    try nextBatch()
  }
}

/// Whether a pipeline goes on after a result.
package enum PipelineVerdict: Sendable {
  case goOn
  case stop
}

/// Runs batches through workers on several threads and hands the results on in input order.
///
/// The results are the same, in the same order, for every number of threads. At most two batches
/// for each thread are under way, so memory is bounded. With one thread everything runs on the
/// caller's. Workers take turns at reading the source; results are always delivered on the caller's
/// thread, even while the source waits for more input.
package enum OrderedPipeline {
  /// Runs until the source ends, `deliver` says stop, or something throws.
  ///
  /// All threads have ended when it returns. A stop cannot interrupt a read that waits for input: it
  /// ends with that read.
  ///
  /// - Parameters:
  ///   - threads: how many workers, at least 1.
  ///   - source: gives the batches; moves to the workers.
  ///   - makeScratch: makes one worker's own state, on the worker's thread.
  ///   - work: turns a batch into its result. Must not depend on which batches came before.
  ///   - deliver: takes the results in input order.
  /// - Throws: what the source throws, after the results of all batches before, or what `deliver`
  ///   throws.
  package static func run<Source: BatchSource & ~Copyable, Scratch: ~Copyable, Output: Sendable>(
    threads: Int,
    source: consuming sending Source,
    makeScratch: @escaping @Sendable () -> Scratch,
    work: @escaping @Sendable (inout Scratch, Source.Batch) -> Output,
    deliver: (Output) throws(RecordError) -> PipelineVerdict
  ) throws(RecordError) {
    precondition(threads >= 1, "A pipeline needs at least one thread.")
    guard threads > 1 else {
      var scratch = makeScratch()
      while let batch = try source.next() {
        if try deliver(work(&scratch, batch)) == .stop { return }
      }
      return
    }
    let shared = PipelineShared<Source, Output>(source, room: 2 * threads)
    let workers = PipelineWorkers()
    defer {
      shared.stop()
      workers.join()
    }
    for _ in 0..<threads {
      try workers.start {
        var scratch = makeScratch()
        while let (number, batch) = shared.takeBatch() {
          shared.put(work(&scratch, batch), at: number)
        }
      }
    }
    while let output = try shared.takeResult() {
      if try deliver(output) == .stop { return }
    }
  }
}

/// The threads of one run.
private final class PipelineWorkers {
  private var joins: [WorkerThreadBox] = []

  /// Arrays cannot hold noncopyable values.
  private final class WorkerThreadBox {
    private var thread: WorkerThread?
    init(_ thread: consuming WorkerThread) { self.thread = consume thread }
    func join() { thread.take()?.join() }
  }

  func start(_ body: @escaping @Sendable () -> Void) throws(RecordError) {
    joins.append(WorkerThreadBox(try WorkerThread(body)))
  }

  func join() {
    for box in joins { box.join() }
    joins.removeAll()
  }
}

/// What the threads of one run share.
private final class PipelineShared<Source: BatchSource & ~Copyable, Output: Sendable>: Sendable {
  /// Held while reading; the batch gets its number under the same lock.
  private let input: Mutex<Input>
  private let board: Monitor<Board>
  private let room: Int

  private struct Input: ~Copyable {
    var source: Source
    var nextNumber = 0
    var hasEnded = false
  }

  private struct Board {
    /// Result `n` waits at `n % room`.
    ///
    /// Never more than `room` numbers are given out, so that no two share a place.
    var results: [Output?]
    /// Batches that were asked for and whose results are not delivered yet.
    var underWay = 0
    var nextDelivered = 0
    /// The number after the last batch, once it is known.
    var end: Int?
    var error: RecordError?
    /// Whether the caller holds a result that was taken from here.
    var isDelivering = false
    var isStopped = false
  }

  init(_ source: consuming sending Source, room: Int) {
    input = Mutex(Input(source: source))
    board = Monitor(Board(results: Array(repeating: nil, count: room)))
    self.room = room
  }

  func stop() {
    board.withLock { $0.isStopped = true }
  }

  /// The next batch and its number, or `nil` when the worker should end.
  func takeBatch() -> (Int, Source.Batch)? {
    let mayRead = board.wait { board -> Bool? in
      if board.isStopped || board.end != nil { return false }
      guard board.underWay < self.room else { return nil }
      board.underWay += 1
      return true
    }
    guard mayRead else { return nil }
    let taken = input.withLock { input -> Taken in
      guard !input.hasEnded else { return .nothing }
      do throws(RecordError) {
        if let batch = try input.source.next() {
          defer { input.nextNumber += 1 }
          return .batch(input.nextNumber, batch)
        }
        input.hasEnded = true
        return .end(input.nextNumber, nil)
      } catch {
        input.hasEnded = true
        return .end(input.nextNumber, error)
      }
    }
    switch taken {
    case .batch(let number, let batch): return (number, batch)
    case .nothing: return nil
    case .end(let number, let error):
      board.withLock { board in
        board.end = number
        board.error = error
      }
      return nil
    }
  }

  private enum Taken: Sendable {
    case batch(Int, Source.Batch)
    case end(Int, RecordError?)
    case nothing
  }

  func put(_ output: Output, at number: Int) {
    board.withLock { $0.results[number % room] = output }
  }

  /// The next result in order, or `nil` after the last.
  func takeResult() throws(RecordError) -> Output? {
    // A result counts as under way until the caller comes back for the next one.
    board.withLock { board in
      if board.isDelivering { board.underWay -= 1 }
      board.isDelivering = false
    }
    let (output, error) = board.wait { board -> (Output?, RecordError?)? in
      let place = board.nextDelivered % self.room
      if let output = board.results[place] {
        board.results[place] = nil
        board.nextDelivered += 1
        board.isDelivering = true
        return (output, nil)
      }
      return board.end == board.nextDelivered ? (nil, board.error) : nil
    }
    if let error { throw error }
    return output
  }
}
