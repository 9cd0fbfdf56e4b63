// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats
import SystemPackage

/// Reads articles whose names are marked: JSONL, a table of tokens with labels, or a
/// table of names with the text beside it.
struct LabelledArticles {
  let spans: MarkedSpans

  /// Calls back with every usable article.
  ///
  /// - Returns: What was wrong with the others.
  /// - Throws: When the file cannot be read.
  func read(
    _ path: FilePath, _ body: (ArraySlice<UInt8>, LanguageTag?, [(Range<Int>, NameKind)]) -> Void
  ) throws(RecordError) -> [RecordIssue] {
    var issues: [RecordIssue] = []
    let annotations = AnnotatedFile(field: spans.field, unit: spans.unit)
    var reader = try RecordReader(
      try annotations.source(path, issues: &issues), format: .jsonl)
    var json = JSONRecord()
    while let batch = try reader.nextBatch() {
      issues += batch.issues
      for record in 0..<batch.count
      where !batch.isBroken(record) && json.load(record, of: batch, issues: &issues) {
        var text: [UInt8] = []
        guard let value = json.value(at: "text"), json.appendString(value, to: &text) else {
          issues.append(
            batch.issue(
              in: record, "the record has no text in \u{201C}text\u{201D}",
              advice: "give the article's text there"))
          continue
        }
        let code = Self.string("language", json) ?? Self.string("lang", json)
        do throws(MarkedSpans.Fault) {
          let names = try spans.read(json, text: text).compactMap { span in
            span.place.kind.map { (span.place.range, $0) }
          }
          body(text[...], code.flatMap { LanguageTag($0) }, names)
        } catch {
          issues.append(batch.issue(in: record, error.problem, advice: error.advice))
        }
      }
    }
    return issues
  }

  private static func string(_ field: String, _ json: borrowing JSONRecord) -> String? {
    json.value(at: JSONPath(field)).flatMap { json.string($0) }
  }
}
