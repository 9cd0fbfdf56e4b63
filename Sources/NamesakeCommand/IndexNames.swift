// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import NameCatalog
import Namesake
import RecordFormats
import StringDistance
import SystemPackage

/// `namesake index`: lays a list of names into a file that can be searched.
struct IndexNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Lays a list of names into a file that search reads.",
    discussion: """
      NAMES are csv, tsv or jsonl with the fields id and name and optionally kind (person, org or
      place); several names may have one id. Of plain lines each is a name, with its number as
      its id. The file appears whole or not at all.

      With --add the names join those of the index, and with --remove the ids (the field id, or each
      line) leave it, without building it anew: changes lie beside it in FILE.delta, which search
      reads too. With --merge both become one again.

      Example:
        $ namesake index people.csv -o people.index
        $ namesake index new.csv -o people.index --add
        $ echo Q42 | namesake index -o people.index --remove
        $ namesake index -o people.index --merge
      """)

  @OptionGroup var input: InputFiles

  @Option(name: .shortAndLong, help: "The index file to write.")
  var output: String

  @OptionGroup var model: ModelOption

  /// What becomes of an index that is there.
  enum Change: String, EnumerableFlag {
    case add, remove, merge

    static func help(for value: Change) -> ArgumentHelp? {
      switch value {
      case .add: "Add the names to the index."
      case .remove: "Remove the ids from the index, with all their names."
      case .merge: "Build the index and its changes into one; reads no names."
      }
    }
  }

  @Flag var change: Change?

  @OptionGroup var options: RunOptions

  func run() throws {
    try reportingEnvironment {
      let vectors = try model.load(for: [.vectors]).vectors
      do {
        switch change {
        case .merge:
          try IndexChanges.merge(into: output, model: vectors, threads: options.threadCount)
        case nil: try build(vectors)
        case .add, .remove: try apply(vectors)
        }
      } catch let error as IndexError {
        Messages.print("namesake: \(error)")
        throw ExitStatus.usage
      }
    }
  }

  private func build(_ vectors: EmbeddingModel) throws {
    var builder = IndexBuilder(model: vectors)
    let trouble = try read(Self.nameFields) { (names, _) throws(IndexError) in
      try builder.add(names)
    }
    try builder.write(to: output, threads: options.threadCount)
    try trouble.finish()
  }

  private func apply(_ vectors: EmbeddingModel) throws {
    var changes = try IndexChanges(of: output, model: vectors)
    let trouble = try read(change == .add ? Self.nameFields : Self.idFields) { (names, ids) in
      names.forEach { changes.add(name: $0, id: $1, kind: $2) }
      for id in ids { changes.remove(id: id.span) }
    }
    try changes.write(threads: options.threadCount)
    try trouble.finish()
  }

  /// Takes what a batch of records gave.
  private typealias Delivery = (IndexBatch, [[UInt8]]) throws(IndexError) -> Void

  /// Reads all inputs.
  private func read(_ fields: [WantedField], _ deliver: Delivery) throws -> Trouble {
    var trouble = Trouble(options.onError)
    var progress = ProgressReport(options.progress)
    for path in try input.paths() {
      try read(path, fields, &trouble, &progress, deliver)
      if trouble.endsRun { try trouble.finish() }
    }
    progress.finish()
    return trouble
  }

  private static let idFields = [WantedField(name: "id")]
  private static let nameFields = [
    WantedField(name: "name"), WantedField(name: "id", isRequired: false),
    WantedField(name: "kind", isRequired: false),
  ]

  /// What one batch gave.
  private struct Result: Sendable {
    var names: IndexBatch
    /// Ids to be removed.
    var ids: [[UInt8]] = []
    var issues: [RecordIssue]
    var records: Int
    var consumed: Int
  }

  /// A thread's state.
  private struct Scratch: ~Copyable {
    var names = IndexBatchReader()
    var fields: FieldReader
  }

  private func read(
    _ path: FilePath, _ wanted: [WantedField], _ trouble: inout Trouble,
    _ progress: inout ProgressReport, _ deliver: Delivery
  ) throws {
    let reader = try RecordReader(
      try ByteSource(path), format: options.inputFormat, guessesTables: true)
    let (format, header, file) = (reader.format, reader.header, reader.file)
    let total = reader.totalBytes
    let fields = wanted.map { field in
      // Only lines have no field for the id.
      let isRequired = field.isRequired || field.name == "id" && format != .text
      return WantedField(name: field.name, isRequired: isRequired)
    }
    _ = try FieldReader.columns(of: fields, header: header, file: file)
    var failure: IndexError?
    try OrderedPipeline.run(
      threads: options.threadCount, source: reader,
      makeScratch: {
        do {
          return Scratch(
            fields: try FieldReader(fields, format: format, header: header, file: file))
        } catch {
          preconditionFailure("the columns were found before")
        }
      },
      work: { scratch, batch in Self.read(batch, &scratch) },
      deliver: { (result) throws(RecordError) -> PipelineVerdict in
        trouble.report(result.issues)
        progress.advance(records: result.records, consumed: result.consumed, total: total)
        do throws(IndexError) {
          try deliver(result.names, result.ids)
        } catch {
          failure = error
        }
        return trouble.endsRun || failure != nil ? .stop : .goOn
      })
    if let failure { throw failure }
  }

  private static func read(_ batch: RecordBatch, _ scratch: inout Scratch) -> Result {
    var result = Result(
      names: IndexBatch(), issues: batch.issues, records: batch.count,
      consumed: batch.consumedBytes)
    var values: [[UInt8]?] = []
    for record in 0..<batch.count {
      guard
        scratch.fields.read(record, of: batch, values: &values, issues: &result.issues) == .read,
        let name = values[0]
      else { continue }
      guard values.count > 1 else {
        result.ids.append(name)
        continue
      }
      let kind = KindField(values[2])
      if let problem = kind.problem {
        result.issues.append(batch.issue(in: record, problem.problem, advice: problem.advice))
      }
      let id = values[1] ?? Array(String(batch.firstRecord + record + 1).utf8)
      scratch.names.add(name: name.span, id: id.span, kind: kind.kind)
      // An entity's other names share its id.
      if scratch.fields.isEntity {
        for other in EntityFields.names(in: scratch.fields.json) where other != name {
          scratch.names.add(name: other.span, id: id.span, kind: kind.kind)
        }
      }
    }
    result.names = scratch.names.take()
    return result
  }
}
