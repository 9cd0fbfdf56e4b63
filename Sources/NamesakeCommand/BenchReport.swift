// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import RecordFormats

/// What a benchmark says, for people and for programs.
struct BenchReport {
  private let content: BenchContent
  private let count: Int
  private let bytes: Int
  private let threads: Int
  private var stages: [StageResult] = []
  private let start = ContinuousClock.now
  private let usedBefore = Self.usage.seconds

  init(_ texts: BenchTexts, threads: Int) {
    content = texts.content
    count = texts.count
    bytes = texts.byteCount
    self.threads = threads
  }

  mutating func add(_ stage: StageResult) { stages.append(stage) }

  /// Writes all stages.
  func write(_ format: RecordFormat) throws(RecordError) {
    var sink = OutputSink()
    switch format {
    case .text: try sink.write(Array(text.utf8).span)
    case .jsonl: try sink.write(json.span)
    case .csv: try sink.write(table.bytes(.csv).span)
    case .tsv: try sink.write(table.bytes(.tsv).span)
    }
    try sink.finish()
  }

  private var total: Double { stages.reduce(0) { $0 + $1.seconds } }

  /// What the process has used so far: seconds of the processor, and most bytes of memory.
  private static var usage: (seconds: Double, peak: Int) {
    var usage = rusage()
    unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    let (user, system) = (usage.ru_utime, usage.ru_stime)
    let seconds = Double(user.tv_sec + system.tv_sec)
    return (seconds + Double(user.tv_usec + system.tv_usec) / 1e6, usage.ru_maxrss * 1024)
  }

  // MARK: - For people

  private var text: String {
    let rows = stages.map { stage in
      [
        stage.name, "\(Magnitude(stage.rate).of(stage.unit))/s",
        stage.speed.map { "\(Magnitude($0))B/s" } ?? "", Self.spread(stage),
        "\(stage.threads)",
      ]
    }
    let aligned = MeasureTable.aligned(
      [["stage", "throughput", "", "a run takes", "threads"]] + rows)
    let verdicts =
      ["verdict"]
      + stages.map { ([$0.judgement(among: total)] + Self.facts($0)).joined(separator: "; ") }
    let lines = zip(aligned.split(separator: "\n"), verdicts).map { "\($0)  \($1)\n" }
    return """
      \(count) \(content.rawValue), \(Magnitude(Double(bytes)))B; at most \
      \(Magnitude(Double(Self.usage.peak)))B of memory for all stages together

      \(lines.joined())
      """ + outlook + business
  }

  /// A warning where others' work has slowed the stages; nothing where the machine was ours.
  private var business: String {
    let share = (Self.usage.seconds - usedBefore) / ((ContinuousClock.now - start) / .seconds(1))
    guard share < 0.8 else { return "" }
    return "\nThe machine was busy: the stages had \((100 * share).fixed(0)) % of a core; "
      + "they are that much faster on an idle one.\n"
  }

  /// The median, with the shortest and the longest run where there are several.
  private static func spread(_ stage: StageResult) -> String {
    let times = stage.times
    let median = "\(Magnitude(times.median))s"
    if case .latency = stage.verdict { return "\(median) (a query)" }
    guard times.count > 1 else { return median }
    return "\(median) (\(Magnitude(times.at(0)))s to \(Magnitude(times.at(1)))s)"
  }

  private static func facts(_ stage: StageResult) -> [String] {
    stage.details.compactMap { name, value in
      switch name {
      case "entities": "\(Int(value)) entities"
      case "mentions": "\(Int(value)) mentions"
      case "bytes_per_name": "\(Int(value)) bytes a name"
      case "p99_ms": "99 % within \(value.fixed(2)) ms"
      case "found_itself": "\((100 * value).fixed(1)) % find themselves"
      default: nil
      }
    }
  }

  /// What a million would take, if cost grows with number; nothing for inputs too small to tell.
  private var outlook: String {
    guard content == .names, count >= 1000,
      let dedupe = stages.first(where: { $0.name == "dedupe" }),
      let index = stages.first(where: { $0.name == "index" })
    else { return "" }
    let (one, other) = (1e6 / dedupe.rate, 1e6 / index.rate)
    return "\nA million names like these, if cost grows evenly: dedupe \(one.fixed(0)) s, "
      + "index \(other.fixed(0)) s.\n"
  }

  // MARK: - For programs

  private var json: [UInt8] {
    table.json { row, members in
      let stage = stages[row]
      for (name, value) in stage.details { members.add(name, MeasureTable.rounded(value)) }
      members.add("verdict", string: stage.judgement(among: total))
    }
  }

  private var table: MeasureTable {
    let peak = Self.usage.peak
    var table = MeasureTable([
      .init("stage", "stage"), .init("unit", "unit"), .init("count", "count"),
      .init("bytes", "bytes"), .init("threads", "threads"), .init("runs", "runs"),
      .init("seconds", "s"), .init("seconds_min", "least"), .init("seconds_max", "most"),
      .init("per_second", "a second"), .init("bytes_per_second", "bytes a second"),
      .init("peak_bytes", nil),
    ])
    for stage in stages {
      table.add([
        .label(stage.name), .label(stage.unit), .count(stage.count),
        .measure(stage.bytes.map { Double($0) }), .count(stage.threads), .count(stage.times.count),
        .measure(stage.times.median), .measure(stage.times.at(0)), .measure(stage.times.at(1)),
        .measure(stage.rate), .measure(stage.speed), .count(peak),
      ])
    }
    return table
  }
}
