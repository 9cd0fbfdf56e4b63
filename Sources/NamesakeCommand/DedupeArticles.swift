// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats
import SystemPackage

/// Finds the entities of a set of articles.
struct DedupeArticles {
  let run: ArticleRun
  let resolver: ArticleResolver
  let spansField: String?
  let textField: String
  let isPerArticle: Bool
  let report: FilePath?
  let output: RecordFormat

  /// Reads, resolves and prints.
  func run(_ source: consuming sending ArticleRun.Source) throws {
    let (articles, trouble) = try run.articles(source)
    if trouble.endsRun { try trouble.finish() }
    let entities = resolver.resolve(articles.map(\.names))
    var sink = OutputSink()
    if isPerArticle {
      try writeArticles(articles, entities, &sink)
    } else {
      try EntityWriter(articles: articles, output: output).write(entities, &sink)
    }
    try sink.finish()
    if let report {
      try WireReport(articles: articles, entities: entities, textField: textField)
        .write(to: report)
    }
    try trouble.finish()
  }

  /// Every article again, its spans or mentions with their entities.
  private func writeArticles(
    _ articles: [FoundArticle], _ entities: [Entity], _ sink: inout OutputSink
  ) throws {
    var owners = articles.map { [String](repeating: "", count: $0.mentions.count) }
    for entity in entities {
      for place in entity.places { owners[place.article][place.mention] = entity.id }
    }
    var json = JSONRecord()
    let writer = MentionWriter(output: .jsonl, textField: textField)
    for (article, ids) in zip(articles, owners) {
      var line: [UInt8] = []
      if let spansField, !article.raw.isEmpty {
        _ = json.load(article.raw.span)
        appendSpans(json, JSONPath(spansField), ids, to: &line)
        line.append(0x0A)
      } else {
        writer.appendJSON(article, entities: ids, to: &line)
      }
      try sink.write(line.span)
    }
  }

  private func appendSpans(
    _ json: borrowing JSONRecord, _ field: JSONPath, _ ids: [String], to line: inout [UInt8]
  ) {
    guard let array = json.value(at: field) else { return }
    var elements: [JSONValue] = []
    json.forEachElement(of: array) { elements.append($0) }
    var splice = RecordSplice()
    for (element, id) in zip(elements, ids) {
      var members = JSONMembers()
      members.add("entity", string: id)
      splice.add(members, to: element, of: json.text)
    }
    splice.apply(to: json.text, appendingTo: &line)
  }
}
