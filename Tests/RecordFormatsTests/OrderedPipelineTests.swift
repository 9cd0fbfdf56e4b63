// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import Synchronization
import SystemPackage
import Testing

/// Counts from 0; fails or ends at a number.
struct CountingSource: BatchSource {
  var number = 0
  let end: Int
  var error: RecordError?

  mutating func next() throws(RecordError) -> Int? {
    if number == end {
      if let error { throw error }
      return nil
    }
    defer { number += 1 }
    return number
  }
}

/// A worker's own state, counted so that none is left behind.
struct CountedScratch: ~Copyable {
  static let alive = Mutex(0)
  var uses = 0
  init() { Self.alive.withLock { $0 += 1 } }
  deinit { Self.alive.withLock { $0 -= 1 } }
}

@Suite(.serialized, .timeLimit(.minutes(1)))
struct OrderedPipelineTests {
  static let failure = RecordError(.cannotRead, at: "x", "broken")

  @Test(arguments: 1...8)
  func resultsComeInInputOrder(threads: Int) throws {
    var results: [Int] = []
    try OrderedPipeline.run(
      threads: threads, source: CountingSource(end: 2000), makeScratch: { CountedScratch() },
      work: { scratch, batch in
        scratch.uses += 1
        // Uneven work, so that results get ready out of order.
        var sum = 0
        for step in 0..<(batch &* 2_654_435_761) % 5000 { sum &+= step ^ batch }
        return (batch, sum)
      },
      deliver: { result throws(RecordError) in
        results.append(result.0)
        return .goOn
      })
    #expect(results == Array(0..<2000))
    #expect(CountedScratch.alive.withLock { $0 } == 0)
  }

  @Test(arguments: 1...8)
  func anErrorComesAfterTheResultsBeforeIt(threads: Int) {
    var results: [Int] = []
    #expect(throws: Self.failure) {
      try OrderedPipeline.run(
        threads: threads, source: CountingSource(end: 100, error: Self.failure),
        makeScratch: { CountedScratch() }, work: { _, batch in batch },
        deliver: { result throws(RecordError) in
          results.append(result)
          return .goOn
        })
    }
    #expect(results == Array(0..<100))
  }

  @Test(arguments: 1...8)
  func anEarlyStopEndsAllThreads(threads: Int) throws {
    var results: [Int] = []
    try OrderedPipeline.run(
      threads: threads, source: CountingSource(end: .max), makeScratch: { CountedScratch() },
      work: { _, batch in batch },
      deliver: { result throws(RecordError) in
        results.append(result)
        return result == 50 ? .stop : .goOn
      })
    #expect(results == Array(0...50))
    #expect(throws: Self.failure) {
      try OrderedPipeline.run(
        threads: threads, source: CountingSource(end: .max), makeScratch: { CountedScratch() },
        work: { _, batch in batch }, deliver: { _ throws(RecordError) in throw Self.failure })
    }
    #expect(CountedScratch.alive.withLock { $0 } == 0)
  }

  @Test(arguments: 1...8)
  func memoryIsBounded(threads: Int) throws {
    let taken = Atomic(0)
    let delivered = Atomic(0)
    let most = Mutex(0)
    try OrderedPipeline.run(
      threads: threads, source: CountingSource(end: 500), makeScratch: { 0 },
      work: { _, batch in
        let now = taken.add(1, ordering: .relaxed).newValue
        let done = delivered.load(ordering: .relaxed)
        most.withLock { $0 = max($0, now - done) }
        return batch
      },
      deliver: { _ throws(RecordError) in
        delivered.add(1, ordering: .relaxed)
        return .goOn
      })
    #expect(most.withLock { $0 } <= 2 * threads)
  }

  @Test func aReaderIsASource() throws {
    let text = (0..<5000).map { "name \($0)\n" }.joined()
    let file = try TemporaryFile(Array(text.utf8))
    var outputs: [[UInt8]] = []
    for threads in [1, 2, 3, 8] {
      var output: [UInt8] = []
      let reader = try RecordReader(try ByteSource(file.path, chunkSize: 999), batchBytes: 1000)
      try OrderedPipeline.run(
        threads: threads, source: reader, makeScratch: { [UInt8]() },
        work: { scratch, batch in
          scratch.removeAll()
          for record in 0..<batch.count {
            scratch.append(copying: batch.record(record))
            scratch.append(UInt8(ascii: "\n"))
          }
          return scratch
        },
        deliver: { bytes throws(RecordError) in
          output += bytes
          return .goOn
        })
      outputs.append(output)
    }
    for output in outputs { #expect(output == Array(text.utf8)) }
  }
}
