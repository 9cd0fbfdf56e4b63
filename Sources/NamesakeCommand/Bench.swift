// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Namesake
import RecordFormats

/// `namesake bench`: how fast each stage runs on a user's own file.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures how fast each stage runs on your own names or articles.",
    discussion: """
      Reads lines, csv, tsv or jsonl. Names go through normalize, parse, compare, index, search and
      dedupe; articles through normalize, mentions and link. Each stage comes with its throughput,
      the median of its runs, and a verdict against what Namesake aims at. The figures are of this
      machine as busy as it is: read them beside one another.

      Example:
        $ namesake bench people.csv
        $ namesake bench Corpora/wire --format text
        $ namesake bench people.csv --queries 100 --format jsonl
      """)

  @Option(help: "Field of a JSONL record: the name, or the article's text.")
  var field: String?

  @Option(help: "Column of a CSV or TSV table that holds the name.")
  var select: String?

  @Option(
    name: .customLong("as"),
    help: "What the input holds: names or articles (default: told from the input).")
  var content: BenchContent?

  @Option(help: "How many of the names are searched for.")
  var queries = 1000

  @Option(help: "Seconds for repeating a stage; every stage runs once at least.")
  var seconds = 1.0

  @OptionGroup var options: RunOptions
  @OptionGroup var input: InputFiles

  func validate() throws {
    guard queries > 0 else { throw ValidationError("--queries is a number from 1.") }
    guard seconds >= 0, seconds <= 3600 else {
      throw ValidationError("--seconds is a number from 0 to 3600.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      var trouble = Trouble(options.onError)
      let reader = BenchReader(
        wanted: field ?? select, content: content, format: options.inputFormat)
      let (texts, reading) = try reader.read(try input.paths(), &trouble)
      if trouble.endsRun { try trouble.finish() }
      guard texts.count > 0 else {
        throw RecordError(
          .cannotRead, at: reader.shownSource(try input.paths()), "there is no text in it",
          advice: "give a file with a name or an article in each record")
      }
      var report = BenchReport(texts, threads: options.threadCount)
      report.add(reading)
      let clock = StageClock(seconds: seconds)
      var progress = StageProgress(options.progress, stages: texts.content.stages.count)
      switch texts.content {
      case .names:
        try NameStages(
          texts: texts, clock: clock, threads: options.threadCount, queries: queries
        ).run(&progress) { report.add($0) }
      case .articles:
        ArticleStages(texts: texts, clock: clock).run(&progress) { report.add($0) }
      }
      progress.finish()
      try report.write(options.outputFormat)
      try trouble.finish()
    }
  }
}

/// What a benchmark's input holds.
enum BenchContent: String, ExpressibleByArgument, CaseIterable, Sendable {
  case names, articles

  /// Names of the stages after reading, in order.
  var stages: [String] {
    switch self {
    case .names: ["normalize", "parse", "compare", "index", "search", "dedupe"]
    case .articles: ["normalize", "mentions", "link"]
    }
  }
}
