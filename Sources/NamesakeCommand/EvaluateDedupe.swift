// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Namesake
import SystemPackage

/// `namesake evaluate dedupe`: how well names become entities.
struct EvaluateDedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Measures dedupe: B³, pairs, by threshold and by category.",
    discussion: """
      GOLD is csv, tsv or jsonl with the fields name and entity, which is the same for names of one
      person or thing, and optionally kind (person, org or place) and category. The names are
      deduplicated once for each threshold; the first row is the chosen one. Categories of fewer
      than 20 names count over all only.

      Example:
        name,entity
        Sergey Lavrov,a
        Сергей Лавров,a
        Angela Merkel,b
        $ namesake evaluate dedupe names.csv --format text --report dedupe.html
      """)

  @Argument(help: "The labelled names; - is standard input. .gz and .zst are unpacked.")
  var gold: String

  @Option(help: "Probability from which two names are one.")
  var threshold = NameResolver.defaultThreshold

  @Option(help: "Also write a page with the curves to this file.")
  var report: String?

  @OptionGroup var options: RunOptions

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold is a probability from 0 to 1.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      var reading = GoldRun(GoldNameWork(), options: options)
      try reading.read(FilePath(gold))
      let names = EntityMeasures(reading.items, threshold: threshold)
      try names.evaluation(models: ModelChoice())
        .write(gold: gold, report: report, format: options.outputFormat)
      try reading.trouble.finish()
    }
  }
}

/// A labelled name.
struct GoldName: Sendable {
  var record: NameResolver.Record
  var entity: [UInt8]
  /// Empty where the record has none.
  var category: String
}

/// Reads labelled names.
struct GoldNameWork: GoldWork {
  var contents: String { "labelled names" }

  var fields: [WantedField] {
    [
      WantedField(name: "name"), WantedField(name: "entity"),
      WantedField(name: "kind", isRequired: false),
      WantedField(name: "category", isRequired: false),
    ]
  }

  func makeWorker() {}

  func item(
    _ values: [[UInt8]?], _ record: borrowing FieldReader, _ worker: inout Void
  ) -> (item: GoldName?, problem: ValueProblem?) {
    guard let entity = values[1], !entity.isEmpty else {
      return (
        nil,
        ValueProblem(
          problem: "the name has no entity",
          advice: "give every name one, the same for names of one person or thing")
      )
    }
    let kind = KindField(values[2])
    let name = String(decoding: values[0] ?? [], as: UTF8.self)
    return (
      GoldName(
        record: NameResolver.Record(name: name, kind: kind.kind), entity: entity,
        category: String(decoding: values[3] ?? [], as: UTF8.self)),
      kind.problem
    )
  }
}
