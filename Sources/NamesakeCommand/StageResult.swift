// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a stage came to.
struct StageResult {
  /// The stage: `normalize`.
  let name: String
  /// What is counted: `names`, `pairs`, `queries`, `articles`.
  let unit: String
  /// How many of them a run takes.
  let count: Int
  /// Bytes of text of a run, where a stage goes through text.
  var bytes: Int?
  /// Of the runs; for `search` of the single queries.
  let times: StageTimes
  /// Threads that the stage had.
  var threads = 1
  /// Other figures: name and value.
  var details: [(name: String, value: Double)] = []
  let verdict: Verdict

  /// How a stage is judged.
  enum Verdict {
    /// By its share of the time of all stages.
    case share
    /// By a throughput that it should reach, in units a second.
    case rate(Double, of: String)
    /// By a speed that it should reach, in bytes a second.
    case bytesPerSecond(Double)
    /// By the median and the 99th percentile of its calls, in seconds.
    case latency(median: Double, late: Double)
  }

  /// Fewer names or pairs than this take less time than what is around them.
  private static let fewest = 1000

  /// Whether the times are of single calls.
  private var isLatency: Bool {
    if case .latency = verdict { true } else { false }
  }

  /// Seconds that a run takes.
  var seconds: Double { isLatency ? times.sum : times.median }
  /// Units a second.
  var rate: Double { Double(count) / max(seconds, 1e-9) }
  /// Bytes a second.
  var speed: Double? { bytes.map { Double($0) / max(seconds, 1e-9) } }

  /// The verdict in words; `total` is the seconds of a run of every stage.
  func judgement(among total: Double) -> String {
    switch verdict {
    case .share:
      return "\((100 * seconds / max(total, 1e-9)).fixed(1)) % of the time of all stages"
    case .rate(let aim, let unit):
      if count < Self.fewest { return "too few to judge" }
      return Self.words(rate / aim, "\(Magnitude(aim).of(unit))/s")
    case .bytesPerSecond(let aim):
      return Self.words((speed ?? 0) / aim, "\(Magnitude(aim))B/s")
    case .latency(let median, let late):
      if count < Self.fewest / 10 { return "too few to judge" }
      let worst = min(median / max(times.median, 1e-9), late / max(times.at(0.99), 1e-9))
      let aims = "\(Magnitude(median))s, 99 % below \(Magnitude(late))s"
      return Self.words(worst, aims)
    }
  }

  /// A verdict on what was reached by what is aimed at.
  private static func words(_ ratio: Double, _ aim: String) -> String {
    if ratio >= 1 { return "meets the aim of \(aim)" }
    return "\((1 / max(ratio, 1e-9)).fixed(1)) times slower than the aim of \(aim)"
  }
}

/// A number for people, before the name of a unit that takes prefixes: `1.2 M`, `340 k`, `12 m`.
struct Magnitude: CustomStringConvertible {
  private let value: Double
  private static let prefixes: [(factor: Double, name: String)] = [
    (1e9, "G"), (1e6, "M"), (1e3, "k"), (1, ""), (1e-3, "m"), (1e-6, "µ"), (1e-9, "n"),
  ]

  init(_ value: Double) { self.value = value }

  var description: String {
    let prefix = Self.prefixes.first { value >= $0.factor } ?? (1e-9, "n")
    let scaled = value / prefix.factor
    return "\(scaled.fixed(scaled < 10 && scaled.rounded() != scaled ? 1 : 0)) \(prefix.name)"
  }

  /// The number of things that take no prefix: `1.2 M names`, `34 names`.
  func of(_ things: String) -> String {
    description.hasSuffix(" ") ? description + things : "\(description) \(things)"
  }
}
