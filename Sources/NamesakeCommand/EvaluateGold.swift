// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Namesake
import RecordFormats
import SystemPackage

/// A labelled pair with its score.
struct GoldPair: Sendable {
  var pair: ScoredPair
  /// Empty where the record has none.
  var category: String
}

/// Reads labelled pairs and scores them on all cores, in input order.
struct EvaluateGold {
  let options: RunOptions
  private(set) var pairs: [GoldPair] = []
  private(set) var trouble: Trouble

  init(options: RunOptions) {
    self.options = options
    trouble = Trouble(options.onError)
  }

  /// What a table must have, and what it may have.
  private static let columns = [
    WantedField(name: "label"), WantedField(name: "name1"), WantedField(name: "name2"),
    WantedField(name: "kind", isRequired: false), WantedField(name: "category", isRequired: false),
  ]

  /// What one batch gave.
  private struct Scored: Sendable {
    var pairs: [GoldPair] = []
    var issues: [RecordIssue]
    var records: Int
    var consumed: Int
  }

  /// A thread's state.
  private struct Scratch: ~Copyable {
    var reader: FieldReader
    var parser = NameParser()
    var comparator = NameComparator()
    var values: [[UInt8]?] = []

    init(reader: consuming FieldReader) { self.reader = reader }
  }

  /// Reads and scores one input.
  ///
  /// - Throws: When it cannot be read, or lacks a column.
  mutating func read(_ path: FilePath) throws(RecordError) {
    let reader = try RecordReader(
      ByteSource(path), format: options.inputFormat, guessesTables: true, batchBytes: 1 << 16)
    let (format, header, file) = (reader.format, reader.header, reader.file)
    guard format != .text else {
      throw RecordError(
        .missingColumn, at: file, "labelled pairs cannot be read from plain lines",
        advice: "give csv, tsv or jsonl with the fields label, name1 and name2")
    }
    _ = try FieldReader.columns(of: Self.columns, header: header, file: file)
    // A record that lacks a field is reported below, with advice for this command.
    let fields = Self.columns.map { WantedField(name: $0.name, isRequired: false) }
    let total = reader.totalBytes
    var progress = ProgressReport(options.progress)
    try OrderedPipeline.run(
      threads: options.threadCount, source: reader,
      makeScratch: {
        do {
          return Scratch(
            reader: try FieldReader(fields, format: format, header: header, file: file))
        } catch {
          preconditionFailure("the columns were found before")
        }
      },
      work: { (scratch: inout Scratch, batch: RecordBatch) in Self.score(batch, &scratch) },
      deliver: { (scored) throws(RecordError) -> PipelineVerdict in
        trouble.report(scored.issues)
        pairs += scored.pairs
        progress.advance(records: scored.records, consumed: scored.consumed, total: total)
        return trouble.endsRun ? .stop : .goOn
      })
    progress.finish()
  }

  private static func score(_ batch: RecordBatch, _ scratch: inout Scratch) -> Scored {
    var scored = Scored(
      issues: batch.issues, records: batch.count, consumed: batch.consumedBytes)
    for record in 0..<batch.count {
      let outcome = scratch.reader.read(
        record, of: batch, values: &scratch.values, issues: &scored.issues)
      guard outcome == .read else { continue }
      let values = scratch.values
      guard let first = values[1], let second = values[2], let label = label(values[0]) else {
        scored.issues.append(
          batch.issue(in: record, problem(values), advice: "write 1 for one name, 0 for two"))
        continue
      }
      let kind = KindField(values[3])
      if let problem = kind.problem {
        scored.issues.append(batch.issue(in: record, problem.problem, advice: problem.advice))
      }
      let left = scratch.parser.parse(first.span, kind: kind.kind)
      let right = scratch.parser.parse(second.span, kind: kind.kind)
      let pair = ScoredPair(score: scratch.comparator.score(left, right), isSame: label)
      scored.pairs.append(
        GoldPair(pair: pair, category: String(decoding: values[4] ?? [], as: UTF8.self)))
    }
    return scored
  }

  private static func label(_ content: [UInt8]?) -> Bool? {
    switch content {
    case [UInt8(ascii: "1")]: true
    case [UInt8(ascii: "0")]: false
    default: nil
    }
  }

  /// What keeps a record from being measured.
  private static func problem(_ values: [[UInt8]?]) -> String {
    for (field, value) in zip(columns, values) where field.isRequired && value == nil {
      return "the record has no text or number in \u{201C}\(field.name)\u{201D}"
    }
    let label = String(decoding: values[0] ?? [], as: UTF8.self)
    return "the label \u{201C}\(label)\u{201D} is neither 1 nor 0"
  }
}
