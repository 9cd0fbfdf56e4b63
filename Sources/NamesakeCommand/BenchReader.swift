// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats
import SystemPackage

/// Reads what is to be measured, and measures that.
struct BenchReader {
  /// The field or column that holds the name or the text, nil for the usual ones.
  let wanted: String?
  /// nil to tell it from the input.
  let content: BenchContent?
  let format: RecordFormat?

  /// From how many bytes a line on average is a text rather than a name.
  private static let shortestArticle = 200

  /// The inputs as people know them.
  func shownSource(_ paths: [FilePath]) -> String {
    paths == ["-"] ? "standard input" : paths.map(\.string).joined(separator: ", ")
  }

  /// Reads all inputs, as a stage with its own throughput.
  ///
  /// - Throws: When an input cannot be read.
  func read(
    _ paths: [FilePath], _ trouble: inout Trouble
  ) throws(RecordError) -> (texts: BenchTexts, stage: StageResult) {
    var texts = BenchTexts()
    var articles = 0
    let start = ContinuousClock.now
    for path in paths {
      try read(path, into: &texts, articles: &articles, &trouble)
      if trouble.endsRun { break }
    }
    let time = ContinuousClock.now - start
    let isLong = texts.byteCount / max(texts.count, 1) >= Self.shortestArticle
    texts.content = content ?? (articles * 2 > texts.count || isLong ? .articles : .names)
    let stage = StageResult(
      name: "read", unit: texts.content.rawValue, count: texts.count, bytes: texts.byteCount,
      times: StageTimes(time), verdict: .share)
    return (texts, stage)
  }

  /// A field for each place where the text may be; the first that is there counts.
  private var fields: [WantedField] {
    let texts =
      wanted.map { [WantedField(name: $0)] }
      ?? [
        WantedField(name: "name", isRequired: false), WantedField(name: "text", isRequired: false),
      ]
    return texts + ["kind", "language", "lang"].map { WantedField(name: $0, isRequired: false) }
  }

  private func read(
    _ path: FilePath, into texts: inout BenchTexts, articles: inout Int, _ trouble: inout Trouble
  ) throws(RecordError) {
    var reader = try RecordReader(try ByteSource(path), format: format, guessesTables: true)
    var fields = try FieldReader(
      fields, format: reader.format, header: reader.header, file: reader.file)
    let places = wanted == nil ? 2 : 1
    if reader.format != .text, wanted == nil, let header = reader.header,
      !header.names.contains("name"), !header.names.contains("text")
    {
      throw RecordError(
        .missingColumn, at: reader.file, "there is no column \u{201C}name\u{201D}",
        advice: "name the column with --select; there are \(header.names.joined(separator: ", "))")
    }
    var values: [[UInt8]?] = []
    while let batch = try reader.nextBatch() {
      var issues = batch.issues
      for record in 0..<batch.count
      where fields.read(record, of: batch, values: &values, issues: &issues) == .read {
        guard let text = values[..<places].compactMap({ $0 }).first else {
          issues.append(
            batch.issue(
              in: record, "the record has neither \u{201C}name\u{201D} nor \u{201C}text\u{201D}",
              advice: "name the right field with --field"))
          continue
        }
        if reader.format == .jsonl, places == 2, values[0] == nil { articles += 1 }
        texts.add(
          text, kind: KindField(values[places]).kind,
          language: String(decoding: values[places + 1] ?? values[places + 2] ?? [], as: UTF8.self))
      }
      trouble.report(issues)
      if trouble.endsRun { return }
    }
  }
}
