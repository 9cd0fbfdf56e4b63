// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import MatchEvaluation
import NameCatalog
import Namesake
import SystemPackage

/// `namesake evaluate search`: how well an index is searched.
struct EvaluateSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Measures search: recall@k, MRR, precision of the first result, calibration.",
    discussion: """
      GOLD is csv, tsv or jsonl with the fields query and id, the right id in the index (several
      with | between, empty where the index holds no answer), and optionally kind (person, org or
      place) and category. The first result of a query counts as its answer when its score reaches
      the threshold. Categories of fewer than 20 queries count over all only.

      Example:
        query,id
        Путин,Q7747
        Meloni,
        $ namesake index people.csv -o people.index
        $ namesake evaluate search queries.csv --index people.index --format text
      """)

  @Argument(help: "The labelled queries; - is standard input. .gz and .zst are unpacked.")
  var gold: String

  @OptionGroup var searched: IndexOptions

  @Option(help: "Score from which a first result counts as an answer.")
  var threshold = 0.5

  @Option(help: "Also write a page with the curves to this file.")
  var report: String?

  @OptionGroup var model: ModelOption
  @OptionGroup var options: RunOptions

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold is a probability from 0 to 1.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      let models = try model.load(for: [.comparison, .spelling, .vectors])
      let work = GoldQueryWork(
        index: try models.openIndex(searched.index), models: models, limit: searched.limit)
      var reading = GoldRun(work, options: options)
      try reading.read(FilePath(gold))
      let queries = QueryMeasures(reading.items, threshold: threshold, limit: searched.limit)
      try queries.evaluation(models: models)
        .write(gold: gold, report: report, format: options.outputFormat)
      try reading.trouble.finish()
    }
  }
}

/// A labelled query with what the search gave.
struct GoldQuery: Sendable {
  var outcome: RankedQuery
  /// Empty where the record has none.
  var category: String
}

/// Searches for labelled queries.
struct GoldQueryWork: GoldWork {
  let index: NameIndex
  let models: ModelChoice
  let limit: Int

  final class Worker {
    var searcher: NameSearcher
    init(_ searcher: consuming NameSearcher) { self.searcher = searcher }
  }

  var contents: String { "labelled queries" }

  var fields: [WantedField] {
    [
      WantedField(name: "query"), WantedField(name: "id"),
      WantedField(name: "kind", isRequired: false),
      WantedField(name: "category", isRequired: false),
    ]
  }

  func makeWorker() -> Worker { Worker(models.makeSearcher(index)) }

  func item(
    _ values: [[UInt8]?], _ record: borrowing FieldReader, _ worker: inout Worker
  ) -> (item: GoldQuery?, problem: ValueProblem?) {
    let kind = KindField(values[2])
    let right = (values[1] ?? []).split(separator: UInt8(ascii: "|")).map {
      String(decoding: $0, as: UTF8.self)
    }
    let query = values[0] ?? []
    let found = worker.searcher.search(query.span, kind: kind.kind, limit: limit)
    let outcome = RankedQuery(
      results: found.map { ($0.id, $0.score) }, right: Set(right))
    return (
      GoldQuery(outcome: outcome, category: String(decoding: values[3] ?? [], as: UTF8.self)),
      kind.problem
    )
  }
}
