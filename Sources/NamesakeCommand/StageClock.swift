// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Repeats a stage and takes its times.
struct StageClock {
  /// How long a stage is repeated.
  let seconds: Double

  /// Most runs of a stage: a median needs no more.
  private static let mostRuns = 15

  /// Runs a stage once, and again until its time is over.
  func measure<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) -> StageTimes {
    var times: [Duration] = []
    let end = ContinuousClock.now + .seconds(seconds)
    repeat {
      let start = ContinuousClock.now
      try body()
      times.append(ContinuousClock.now - start)
    } while ContinuousClock.now < end && times.count < Self.mostRuns
    return StageTimes(times)
  }
}

/// Times of a stage's runs, or of its single calls.
struct StageTimes {
  /// In seconds, the shortest first.
  private let sorted: [Double]

  init(_ times: [Duration]) { sorted = times.map { $0 / .seconds(1) }.sorted() }

  init(_ time: Duration) { self.init([time]) }

  var count: Int { sorted.count }
  var median: Double { at(0.5) }
  var sum: Double { sorted.reduce(0, +) }

  /// The seconds that a share of the runs, from 0 to 1, does not exceed.
  func at(_ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}
