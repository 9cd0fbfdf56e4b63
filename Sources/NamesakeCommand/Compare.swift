// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Namesake
import RecordFormats
import SystemPackage

/// `namesake compare`: tells whether two names are the same.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells how likely two names are the same, and why.",
    discussion: """
      Two names, or a file of pairs with the fields name1 and name2 and optionally kind
      (person, org or place), language1 and language2. Each pair gains score, a probability, and
      match, whether it reaches the threshold.

      Example:
        $ namesake compare --explain --format text "Recep Tayyip Erdoğan" "Эрдоган"
      """)

  @Argument(help: "The two names.")
  var names: [String] = []

  @Option(help: "A file of pairs: csv, tsv or jsonl; - is standard input.")
  var pairs: String?

  @Option(help: "What both names name: person, org or place (for two names).")
  var kind: NameKind?

  @Option(help: "Probability from which two names match.")
  var threshold = 0.5

  @Flag(help: "Add the evidence: every word of both names, its relation and its log-odds.")
  var explain = false

  @Option(help: "Also write a page that shows what each score is made of to this file.")
  var report: String?

  @OptionGroup var model: ModelOption
  @OptionGroup var options: RunOptions

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold is a probability from 0 to 1.")
    }
    guard pairs != nil ? names.isEmpty : names.count == 2 else {
      throw ValidationError("Give two names, or --pairs FILE.")
    }
    if pairs != nil, kind != nil {
      throw ValidationError("With --pairs the kind is a field of the record.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      let models = try model.load(for: [.comparison, .spelling])
      let work = CompareWork(
        threshold: threshold, explains: explain, models: models, reports: report != nil)
      if let pairs {
        try runPairs(work, FilePath(pairs))
      } else {
        try runSingle(work)
      }
    }
  }

  private func runPairs(_ work: CompareWork, _ path: FilePath) throws {
    if options.inputFormat == .text
      || options.inputFormat == nil && RecordFormat(path: path) == .text
    {
      throw RecordError(
        .missingColumn, at: path.string, "pairs cannot be read from plain lines",
        advice: "give csv, tsv or jsonl with the fields name1 and name2")
    }
    let run = FieldRun(
      work: work, options: options, addedNames: work.addedNames, output: options.outputFormat,
      input: options.inputFormat, guessesTables: true)
    guard let report else { return try run.run([path]) }
    var compared = ComparedPairs(threshold: threshold)
    var status: ExitStatus?
    do {
      try run.run([path]) { compared.append($0) }
    } catch let ended as ExitStatus {
      // A part of the pairs would pass for all of them.
      if options.onError == .stop { throw ended }
      status = ended
    }
    let source = path == "-" ? "standard input" : path.lastComponent?.string ?? path.string
    let page = CompareReport(pairs: compared, source: source, models: work.models).page
    try page.write(to: FilePath(report))
    if let status { throw status }
  }

  /// Two names from the command line: a record like any other.
  private func runSingle(_ work: CompareWork) throws {
    var line: [UInt8] = []
    var members = JSONMembers()
    members.add("name1", string: names[0])
    members.add("name2", string: names[1])
    if let kind { members.add("kind", string: kind.rawValue) }
    var worker = work.makeWorker()
    var added = AddedFields()
    let values = [Array(names[0].utf8), Array(names[1].utf8), kind.map { Array($0.rawValue.utf8) }]
    _ = work.work(values, &worker, &added)
    if let report {
      let page = CompareReport(
        pairs: work.takeNotes(of: &worker), source: nil, models: work.models
      ).page
      try page.write(to: FilePath(report))
    }
    switch options.outputFormat {
    case .text: line = added.text
    case .jsonl:
      for field in added.fields { members.add(field.name) { $0 += added.arena[field.bytes] } }
      line.appendJSONObject(members)
    case .csv: append(values, added, .csv, &line)
    case .tsv: append(values, added, .tsv, &line)
    }
    line.append(0x0A)
    var sink = OutputSink()
    try sink.write(line.span)
    try sink.finish()
  }

  private func append(
    _ values: [[UInt8]?], _ added: AddedFields, _ dialect: CSVDialect, _ line: inout [UInt8]
  ) {
    let present = zip(["name1", "name2", "kind"], values).filter { $0.1 != nil }
    let names = present.map(\.0) + added.fields.map(\.name)
    let delimiter = String(UnicodeScalar(dialect.delimiter))
    line += Array((names.joined(separator: delimiter) + "\n").utf8)
    for (index, value) in present.enumerated() {
      if index > 0 { line.append(dialect.delimiter) }
      let content = value.1 ?? []
      line.appendCSVField(content.span, dialect: dialect)
    }
    for field in added.fields {
      line.appendCSVColumn(added.arena.span.extracting(field.bytes), dialect: dialect)
    }
  }
}
