// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import Namesake
import RecordFormats
import SystemPackage

/// Finds the mentions of articles, or takes them from a field.
struct ArticleWorker: ~Copyable {
  /// What to read, where, and how to count.
  struct Settings: Sendable {
    var textField = "text"
    var spansField: String?
    var language: LanguageTag?
    var unit: OffsetUnit = .scalar
    var model = TaggerModel.standard
    var catalog: NameIndex?
  }

  private let settings: Settings
  private var json = JSONRecord()
  private var extractors: [String: MentionExtractor] = [:]
  private var catalog: CatalogScanner?

  init(_ settings: Settings) {
    self.settings = settings
    catalog = settings.catalog.map { CatalogScanner($0) }
  }

  /// Articles of a batch; what cannot be used is reported and left out.
  mutating func articles(
    of batch: ArticleInput.Batch, stops: Bool, issues: inout [RecordIssue]
  ) -> [FoundArticle] {
    switch batch {
    case .records(let records):
      issues += records.issues
      var found: [FoundArticle] = []
      for record in 0..<records.count {
        if let article = article(record, of: records, issues: &issues) { found.append(article) }
        // With --on-error stop nothing behind the first bad record comes out.
        if stops, records.isBroken(record) || issues.count > records.issues.count { break }
      }
      return found
    case .whole(let name, let bytes):
      return whole(name, bytes, issues: &issues)
    case .trouble(let found):
      issues += found
      return []
    }
  }

  // MARK: - JSONL

  private mutating func article(
    _ record: Int, of batch: RecordBatch, issues: inout [RecordIssue]
  ) -> FoundArticle? {
    guard !batch.isBroken(record), json.load(record, of: batch, issues: &issues) else { return nil }
    var text: [UInt8] = []
    let field = JSONPath(settings.textField)
    guard let value = json.value(at: field), json.appendString(value, to: &text) else {
      issues.append(
        batch.issue(
          in: record, "the record has no text in \u{201C}\(settings.textField)\u{201D}",
          advice: "name the field of the article's text with --field"))
      return nil
    }
    let language = string(at: "language") ?? string(at: "lang") ?? ""
    var article = FoundArticle(
      id: rawValue(at: "id") ?? Array("\(batch.firstRecord + record + 1)".utf8),
      language: language, mentions: [], raw: [], text: [])
    json.text.withBytes { article.raw = $0 }
    if let spansField = settings.spansField {
      guard
        let given = givenMentions(
          spansField, text, language, at: record, of: batch, issues: &issues)
      else { return nil }
      article.mentions = given
    } else {
      article.mentions = found(in: text, language: language)
    }
    return article
  }

  private func string(at path: JSONPath) -> String? {
    json.value(at: path).flatMap { json.string($0) }
  }

  private func rawValue(at path: JSONPath) -> [UInt8]? {
    guard let value = json.value(at: path), value.kind == .string || value.kind == .number else {
      return nil
    }
    var bytes: [UInt8] = []
    json.text.extracting(value.range).withBytes { bytes = $0 }
    return bytes
  }

  /// Mentions from `[{"start","end","type"?},…]`, threads and base forms found by us.
  private mutating func givenMentions(
    _ field: String, _ text: [UInt8], _ language: String, at record: Int, of batch: RecordBatch,
    issues: inout [RecordIssue]
  ) -> [FoundArticle.Found]? {
    let spans: [MarkedSpans.Span]
    do throws(MarkedSpans.Fault) {
      spans = try MarkedSpans(field: field, unit: settings.unit).read(json, text: text)
    } catch {
      issues.append(batch.issue(in: record, error.problem, advice: error.advice))
      return nil
    }
    prepare(for: language)
    let mentions = extractors[language]?.mentions(at: spans.map(\.place), in: text.span) ?? []
    return zip(spans, mentions).map { span, mention in
      FoundArticle.Found(
        start: span.start, end: span.end,
        text: String(decoding: text[mention.range], as: UTF8.self), mention: mention)
    }
  }

  // MARK: - Text files

  private mutating func whole(
    _ name: String, _ bytes: [UInt8], issues: inout [RecordIssue]
  ) -> [FoundArticle] {
    if let nul = bytes.firstIndex(of: 0) {
      issues.append(
        RecordIssue(
          file: name, line: 1 + bytes[..<nul].count { $0 == 0x0A }, column: 1,
          "a NUL byte: this is not text", advice: "check that this is the right file, in UTF-8"))
      return []
    }
    var text: [UInt8] = []
    if !appendRepairedUTF8(bytes.span, to: &text), let bad = firstInvalidUTF8(in: bytes.span) {
      issues.append(
        RecordIssue(
          file: name, line: 1 + bytes[..<bad.lowerBound].count { $0 == 0x0A }, column: 1,
          "this is not UTF-8; the bytes were replaced by U+FFFD", advice: "save the file as UTF-8"))
    }
    if text.isEmpty { return [] }
    var id: [UInt8] = []
    id.appendJSONString(FilePath(name).lastComponent?.stem ?? name)
    let language = settings.language?.language ?? ""
    return [
      FoundArticle(
        id: id, language: language, mentions: found(in: text, language: language), raw: [],
        text: text)
    ]
  }

  // MARK: - Finding

  private mutating func found(in text: [UInt8], language: String) -> [FoundArticle.Found] {
    prepare(for: language)
    let catalogued =
      catalog?.scan(text.span, language: settings.language ?? LanguageTag(language)) ?? []
    let mentions =
      extractors[language]?.extract(
        text.span, known: catalogued.map { GivenSpan(range: $0.range, kind: $0.kind) }) ?? []
    var ids = LinkedMentions.ids(of: mentions, catalogued)[...]
    var counter = OffsetCounter(text.span, unit: settings.unit)
    return mentions.map { mention in
      FoundArticle.Found(
        start: counter.offset(ofByte: mention.range.lowerBound),
        end: counter.offset(ofByte: mention.range.upperBound),
        text: String(decoding: text[mention.range], as: UTF8.self), mention: mention,
        ids: ids.popFirst() ?? [])
    }
  }

  /// Makes the language's extractor when it is first needed.
  private mutating func prepare(for language: String) {
    if extractors[language] != nil { return }
    extractors[language] = MentionExtractor(
      language: settings.language ?? LanguageTag(language), model: settings.model)
  }
}
