// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import NameCatalog
import Namesake
import RecordFormats
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

      Example:
        $ namesake index people.csv -o people.index
      """)

  @OptionGroup var input: InputFiles

  @Option(name: .shortAndLong, help: "The index file to write.")
  var output: String

  @OptionGroup var model: ModelOption

  @OptionGroup var options: RunOptions

  func run() throws {
    try reportingEnvironment {
      var builder = IndexBuilder(model: try model.load(for: [.vectors]).vectors)
      var trouble = Trouble(options.onError)
      var progress = ProgressReport(options.progress)
      for path in try input.paths() {
        try add(path, to: &builder, &trouble, &progress)
        if trouble.endsRun { try trouble.finish() }
      }
      progress.finish()
      do throws(IndexError) {
        try builder.write(to: output, threads: options.threadCount)
      } catch {
        Messages.print("namesake: \(error)")
        throw ExitStatus.usage
      }
      try trouble.finish()
    }
  }

  private static let fields = [
    WantedField(name: "name"), WantedField(name: "id", isRequired: false),
    WantedField(name: "kind", isRequired: false),
  ]

  /// What one batch gave.
  private struct Result: Sendable {
    var names: IndexBatch
    var issues: [RecordIssue]
    var records: Int
    var consumed: Int
  }

  /// A thread's state.
  private struct Scratch: ~Copyable {
    var names = IndexBatchReader()
    var fields: FieldReader
  }

  private func add(
    _ path: FilePath, to builder: inout IndexBuilder, _ trouble: inout Trouble,
    _ progress: inout ProgressReport
  ) throws {
    let reader = try RecordReader(
      try ByteSource(path), format: options.inputFormat, guessesTables: true)
    let (format, header, file) = (reader.format, reader.header, reader.file)
    let total = reader.totalBytes
    let fields = Self.fields.map { field in
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
          try builder.add(result.names)
        } catch {
          failure = error
        }
        return trouble.endsRun || failure != nil ? .stop : .goOn
      })
    if let failure {
      Messages.print("namesake: \(failure)")
      throw ExitStatus.usage
    }
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
