// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import MatchEvaluation
import Namesake
import RecordFormats
import SystemPackage

/// `namesake evaluate mentions`: how well the names in running text are found.
struct EvaluateMentions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Measures mentions: exact spans, kinds, base forms, threads, by kind and category.",
    discussion: """
      GOLD is jsonl with the fields text and mentions, [{"start","end","kind","name","thread"},…]
      of which all but start and end are optional, and optionally language and category. kind (or
      type) is person, org or place; at a mention of another kind nothing found is right or wrong.
      Categories of fewer than 20 articles count over all only. GOLD may also be a table of tokens
      with labels (.conll, .conllu, .iob2), or SlavicNER's .tsv with the .txt beside it.

      Example:
        {"text":"Angela Merkel spoke.","mentions":[{"start":0,"end":13}]}
        $ namesake evaluate mentions gold.jsonl --format text --report page.html
      """)

  @Argument(help: "The labelled articles; - is standard input. .gz and .zst are unpacked.")
  var gold: String

  @Option(help: "Field of the article's text, a dotted path.")
  var field = "text"

  @Option(help: "Field of the right mentions, a dotted path.")
  var spans = "mentions"

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsetUnit: OffsetUnit = .scalar

  @Option(help: "Also write a page to this file.")
  var report: String?

  @OptionGroup var language: LanguageOption
  @OptionGroup var options: RunOptions

  func run() throws {
    try reportingEnvironment {
      let work = GoldArticleWork(
        textField: field, spansField: spans, unit: offsetUnit, language: language.tag)
      var reading = GoldRun(work, options: options)
      try reading.read(
        FilePath(gold), annotations: AnnotatedFile(field: spans, unit: offsetUnit))
      try MentionMeasures(reading.items).evaluation()
        .write(gold: gold, report: report, format: options.outputFormat)
      try reading.trouble.finish()
    }
  }
}

/// A labelled article with what was found in it.
struct GoldArticle: Sendable {
  /// A mention, right or found, in bytes of the text.
  struct Span: Sendable {
    var range: Range<Int>
    /// nil where the label says nothing.
    var kind: NameKind?
    var name: String?
    var thread: Int?
  }

  var gold: [Span]
  var found: [Span]
  /// Right mentions of kinds that nobody looks for.
  var ignored: [Range<Int>]
  /// Empty where the record has none.
  var category: String
}

/// Finds the mentions of labelled articles.
struct GoldArticleWork: GoldWork {
  let textField: String
  let spansField: String
  let unit: OffsetUnit
  let language: LanguageTag?

  /// Extractors by language, made when they are first needed.
  typealias Worker = [String: MentionExtractor]

  var contents: String { "labelled articles" }

  var fields: [WantedField] {
    [
      WantedField(name: textField), WantedField(name: "language", isRequired: false),
      WantedField(name: "category", isRequired: false),
    ]
  }

  func makeWorker() -> Worker { [:] }

  func item(
    _ values: [[UInt8]?], _ record: borrowing FieldReader, _ worker: inout Worker
  ) -> (item: GoldArticle?, problem: ValueProblem?) {
    let text = values[0] ?? []
    guard let array = record.json.value(at: JSONPath(spansField)), array.kind == .array else {
      return (
        nil,
        ValueProblem(
          problem: "the record has no list of mentions in \u{201C}\(spansField)\u{201D}",
          advice: "give [{\"start\":0,\"end\":7},…] there, an empty list where there are none")
      )
    }
    let category = String(decoding: values[2] ?? [], as: UTF8.self)
    var article = GoldArticle(gold: [], found: [], ignored: [], category: category)
    var counter = OffsetCounter(text.span, unit: unit)
    var elements: [JSONValue] = []
    record.json.forEachElement(of: array) { elements.append($0) }
    for element in elements {
      let (start, end) = (
        record.json.integer(at: "start", in: element) ?? -1,
        record.json.integer(at: "end", in: element) ?? -1
      )
      guard let first = counter.byte(ofOffset: start), let last = counter.byte(ofOffset: end),
        first < last
      else {
        return (
          nil,
          ValueProblem(
            problem: "the mention \(start)–\(end) does not lie in the text",
            advice: "count start and end in \(unit.rawValue) units, end exclusive")
        )
      }
      let label =
        record.json.string(at: "kind", in: element) ?? record.json.string(at: "type", in: element)
      let kind = label.flatMap { SpanType.kind($0) }
      if label != nil, kind == nil {
        article.ignored.append(first..<last)
      } else {
        article.gold.append(
          GoldArticle.Span(
            range: first..<last, kind: kind, name: record.json.string(at: "name", in: element),
            thread: record.json.integer(at: "thread", in: element)))
      }
    }
    article.found = find(text, language: values[1], &worker)
    return (article, nil)
  }

  private func find(
    _ text: [UInt8], language field: [UInt8]?, _ worker: inout Worker
  ) -> [GoldArticle.Span] {
    let tag = language?.description ?? String(decoding: field ?? [], as: UTF8.self)
    var extractor = worker.removeValue(forKey: tag) ?? MentionExtractor(language: LanguageTag(tag))
    defer { worker[tag] = extractor }
    return extractor.extract(text.span).map {
      GoldArticle.Span(range: $0.range, kind: $0.kind, name: $0.name, thread: $0.thread)
    }
  }
}

extension JSONRecord {
  /// A member's content, nil where it is no string.
  fileprivate func string(at path: JSONPath, in object: JSONValue) -> String? {
    value(at: path, in: object).flatMap { string($0) }
  }

  /// A member's value, nil where it is no whole number.
  fileprivate func integer(at path: JSONPath, in object: JSONValue) -> Int? {
    value(at: path, in: object).flatMap { integer($0) }
  }
}
