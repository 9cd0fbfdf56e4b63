// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityStore
import Namesake
import RecordFormats
import SystemPackage

/// Deduplicates a list of names: every record comes back with its entity.
struct DedupeNames {
  let nameField: String
  let kindField: String
  let options: RunOptions
  let threshold: Double
  let judgements: FilePath?
  /// File of an `EntityStore`.
  let store: String?
  let report: FilePath?

  private static let addedNames = ["entity", "canonical", "score"]

  /// One input, held until the entities are known.
  private struct Held {
    var format: RecordFormat
    var header: CSVHeader?
    var file: String
    var batches: [RecordBatch]
  }

  private var fields: [WantedField] {
    [WantedField(name: nameField), WantedField(name: kindField, isRequired: false)]
  }

  /// Runs over an input whose first batch was read, and the inputs behind it.
  func run(
    _ reader: consuming RecordReader, after first: RecordBatch?, then paths: [FilePath]
  ) throws {
    var trouble = Trouble(options.onError)
    var held = [try hold(reader, after: first)]
    for path in paths {
      held.append(
        try hold(
          try RecordReader(try ByteSource(path), format: options.inputFormat), after: nil))
    }
    let found: Found
    if let store {
      found = try resolve(held, inStore: store, &trouble)
    } else {
      let decided = try judgements.map { try JudgementFile.read($0) } ?? Judgements()
      found = try resolve(held, names: NameList(), decided, &trouble)
    }
    if let report {
      try DedupeReport(found.names, found.resolutions, ids: found.ids).write(to: report)
    }
    try write(held, found)
    try trouble.finish()
  }

  /// The entities of all records.
  private struct Found {
    var names: NameList
    var resolutions: NameResolutions
    /// Ids by distinct text, where they come from a store.
    var ids: [String] = []

    func resolution(_ record: Int) -> NameResolver.Resolution {
      var resolution = resolutions[record]
      if !ids.isEmpty { resolution.entity = ids[names.text(ofRecord: record)] }
      return resolution
    }
  }

  /// Resolves the records behind the names of earlier runs.
  private func resolve(
    _ held: [Held], names earlier: NameList, _ decided: Judgements, _ trouble: inout Trouble
  ) throws -> Found {
    var names = earlier
    for input in held { try collect(input, into: &names, &trouble) }
    if trouble.endsRun { try trouble.finish() }
    let resolver = NameResolver(
      threshold: threshold, judgements: decided, threads: options.threadCount)
    return Found(names: names, resolutions: resolver.resolve(names))
  }

  /// The same with a store's names and decisions; everything is kept before anything is printed.
  private func resolve(
    _ held: [Held], inStore path: String, _ trouble: inout Trouble
  ) throws -> Found {
    do {
      let store = try EntityStore(path: path)
      let earlier = store.judgements
      let decided = try judgements.map { try JudgementFile.read($0, onto: earlier) } ?? earlier
      var found = try resolve(held, names: store.names, decided, &trouble)
      found.ids = try store.settle(found.resolutions, of: found.names, decided)
      return found
    } catch let error as StoreError {
      throw RecordError(.cannotWrite, at: error.path, error.problem, advice: error.advice)
    }
  }

  private func hold(
    _ reader: consuming RecordReader, after first: RecordBatch?
  ) throws(RecordError) -> Held {
    var reader = reader
    _ = try FieldReader.columns(of: fields, header: reader.header, file: reader.file)
    var batches = first.map { [$0] } ?? []
    while let batch = try reader.nextBatch() { batches.append(batch) }
    return Held(format: reader.format, header: reader.header, file: reader.file, batches: batches)
  }

  private func collect(
    _ input: Held, into names: inout NameList, _ trouble: inout Trouble
  ) throws(RecordError) {
    var reader = try FieldReader(
      fields, format: input.format, header: input.header, file: input.file)
    var values: [[UInt8]?] = []
    for batch in input.batches {
      var issues = batch.issues
      for record in 0..<batch.count {
        let outcome = reader.read(record, of: batch, values: &values, issues: &issues)
        if outcome != .read { continue }
        let kind = KindField(values[1])
        if let problem = kind.problem {
          issues.append(batch.issue(in: record, problem.problem, advice: problem.advice))
        }
        let name = values[0] ?? []
        names.add(name.span, kind: kind.kind)
      }
      trouble.report(issues)
    }
  }

  /// Writes the records in input order; what had no name comes back as it was.
  private func write(_ held: [Held], _ found: Found) throws {
    var sink = OutputSink()
    var next = 0
    let output = options.outputFormat
    for (number, input) in held.enumerated() {
      var reader = try FieldReader(
        fields, format: input.format, header: input.header, file: input.file)
      let writer = RecordWriter(
        input: input.format, output: output, header: input.header, wanted: fields)
      if number == 0, let line = writer.headerLine(adding: Self.addedNames) {
        try sink.write(line.span)
      }
      var values: [[UInt8]?] = []
      var ignored: [RecordIssue] = []
      var added = AddedFields()
      for batch in input.batches {
        var bytes: [UInt8] = []
        for record in 0..<batch.count {
          added.removeAll()
          switch reader.read(record, of: batch, values: &values, issues: &ignored) {
          case .broken: continue
          case .incomplete: break
          case .read:
            add(found.resolution(next), name: values[0] ?? [], to: &added)
            next += 1
          }
          writer.append(record, of: batch, reader, values: values, added: added, to: &bytes)
        }
        try sink.write(bytes.span)
      }
    }
    try sink.finish()
  }

  private func add(
    _ resolution: NameResolver.Resolution, name: [UInt8], to added: inout AddedFields
  ) {
    let score = (resolution.score * 1e6).rounded() / 1e6
    added.addString("entity") { $0 += Array(resolution.entity.utf8) }
    added.addString("canonical") { $0 += Array(resolution.canonical.utf8) }
    added.addJSON("score") { $0.appendJSONNumber(score) }
    added.text += Array("\(resolution.entity)  ".utf8) + name
    if !resolution.canonical.utf8.elementsEqual(name) {
      added.text += Array("  = \(resolution.canonical)  (\(Int((score * 100).rounded())) %)".utf8)
    }
  }
}
