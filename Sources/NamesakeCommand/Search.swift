// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import NameCatalog
import Namesake
import RecordFormats

/// `namesake search`: finds names in an index.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds what each name of a list names, in an index.",
    discussion: """
      Each line is a query in any language and script; of csv, tsv and jsonl the field query is
      one. Results are best first, one for each id, with the probability that both are one.

      Example:
        $ echo "Ким Чен Ын" | namesake search --index people.index --limit 3
      """)

  @OptionGroup var searched: IndexOptions

  @Option(help: "Probability below which a name is no result.")
  var minScore = 0.0

  @Option(help: "What the queries name: person, org or place.")
  var kind: NameKind?

  @Flag(
    help: """
      Compare every name of the index in full: slow, with all names in memory, to measure what the \
      index loses.
      """)
  var exhaustive = false

  @OptionGroup var input: InputFiles

  @OptionGroup var model: ModelOption

  @OptionGroup var options: RunOptions

  func validate() throws {
    guard (0...1).contains(minScore) else {
      throw ValidationError("--min-score is a probability from 0 to 1.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      let models = try model.load(for: [.comparison, .spelling, .vectors])
      let work = SearchWork(
        index: try models.openIndex(searched.index), models: models, limit: searched.limit,
        minimumScore: minScore, kind: kind, scope: exhaustive ? .everything : .candidates)
      // Small batches: a query is a hundred times the work of reading it.
      let run = FieldRun(
        work: work, options: options, addedNames: ["results"], output: options.outputFormat,
        input: options.inputFormat, batchBytes: 1 << 11)
      try run.run(try input.paths())
    }
  }
}

/// Searches for the query of a record.
struct SearchWork: FieldWork {
  let index: NameIndex
  let models: ModelChoice
  let limit: Int
  let minimumScore: Double
  let kind: NameKind?
  let scope: NameSearcher.Scope

  final class Worker {
    var searcher: NameSearcher
    init(_ searcher: consuming NameSearcher) { self.searcher = searcher }
  }

  var fields: [WantedField] { [WantedField(name: "query")] }

  func makeWorker() -> Worker { Worker(models.makeSearcher(index)) }

  func work(
    _ values: [[UInt8]?], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem? {
    let query = values[0] ?? []
    let found = worker.searcher.search(
      query.span, kind: kind, limit: limit, minimumScore: minimumScore, scope: scope)
    result.addJSON("results") { Self.append(found, to: &$0) }
    result.text += query
    for entry in found {
      let percent = String(Int((entry.score * 100).rounded()))
      let margin = String(repeating: " ", count: 6 - percent.count)
      result.text += Array("\n\(margin)\(percent) %  \(entry.name)  (\(entry.id))".utf8)
    }
    return nil
  }

  private static func append(_ found: [SearchResult], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (place, entry) in found.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      var members = JSONMembers()
      members.add("id", string: entry.id)
      members.add("name", string: entry.name)
      members.add("score") { $0.appendJSONNumber((entry.score * 1e6).rounded() / 1e6) }
      bytes.appendJSONObject(members)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}
