// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Namesake
import RecordFormats
import SystemPackage

/// `namesake mentions`: the names in running text.
struct Mentions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds the names in articles, with exact offsets.",
    discussion: """
      Articles are JSONL records with a field text (and id and language if there are), .txt files,
      or folders of these. Each article gains mentions; text is exactly the source between the
      offsets, name the base form, thread the number of the person or thing within the article.

      With a catalogue every name that it holds is found, in any letter case and case form, and
      gets its id (and ids, where several share the name), as do the short forms in its thread.

      Example:
        $ echo '{"text":"Çavuşoğlu told Anadolu."}' | namesake mentions --language en
        $ namesake mentions --catalog people.index Corpora/wire
      """)

  @Option(help: "Field of the article's text, a dotted path.")
  var field = "text"

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsetUnit: OffsetUnit = .scalar

  @Option(help: "A model that train mentions has written, in place of the built-in one.")
  var model: String?

  @Option(help: "An index that namesake index has written: find its names and give their ids.")
  var catalog: String?

  @OptionGroup var language: LanguageOption
  @OptionGroup var options: RunOptions
  @OptionGroup var input: InputFiles

  func run() throws {
    try reportingEnvironment {
      var settings = ArticleWorker.Settings(
        textField: field, spansField: nil, language: language.tag, unit: offsetUnit)
      if let model { settings.model = try TaggerModel(file: model) }
      if let catalog { settings.catalog = try ModelChoice().openIndex(catalog) }
      let output = options.outputFormat
      let style = MentionWriter(output: output, textField: field, hasIds: catalog != nil)
      var sink = OutputSink()
      if let header = style.header { try sink.write(header.span) }
      let trouble = try ArticleRun(settings: settings, options: options).run(
        .paths(try input.paths()), write: { style.append($0, to: &$1) },
        deliver: { (bytes) throws(RecordError) in
          try sink.write(bytes.span)
        })
      try sink.finish()
      try trouble.finish()
    }
  }
}

extension TaggerModel {
  /// Reads a model file.
  fileprivate init(file: String) throws(RecordError) {
    var source = try ByteSource(FilePath(file))
    var bytes: [UInt8] = []
    try source.readToEnd(into: &bytes)
    guard let model = TaggerModel(bytes) else {
      throw RecordError(
        .cannotRead, at: file, "this is no model of mentions of this version",
        advice: "make one with namesake train mentions")
    }
    self = model
  }
}

/// Writes articles with their mentions.
struct MentionWriter: Sendable {
  let output: RecordFormat
  let textField: String
  /// Whether a table has a column for the ids of a catalogue.
  var hasIds = false

  /// Header of a table: one row is one mention.
  var header: [UInt8]? {
    guard let dialect = output.dialect else { return nil }
    let names =
      ["article", "start", "end", "text", "kind", "name", "thread"] + (hasIds ? ["id"] : [])
    return Array((names.joined(separator: String(UnicodeScalar(dialect.delimiter))) + "\n").utf8)
  }

  /// Appends one article.
  func append(_ article: FoundArticle, to bytes: inout [UInt8]) {
    switch output {
    case .jsonl: appendJSON(article, to: &bytes)
    case .text: appendText(article, to: &bytes)
    case .csv: appendRows(article, .csv, to: &bytes)
    case .tsv: appendRows(article, .tsv, to: &bytes)
    }
  }

  /// Appends an article as a JSON line.
  ///
  /// - Parameters:
  ///   - article: The article; a JSONL record keeps all its bytes.
  ///   - entities: Entity of each mention, where they are known.
  ///   - bytes: Receives the line.
  func appendJSON(
    _ article: FoundArticle, entities: [String]? = nil, to bytes: inout [UInt8]
  ) {
    var members = JSONMembers()
    if article.raw.isEmpty {
      members.add("id") { $0 += article.id }
      members.add(textField, string: article.text.span)
    }
    members.add("mentions") { json in
      json.append(UInt8(ascii: "["))
      for (index, found) in article.mentions.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        json.appendJSONObject(Self.members(of: found, entity: entities?[index]))
      }
      json.append(UInt8(ascii: "]"))
    }
    if article.raw.isEmpty {
      bytes.appendJSONObject(members)
    } else {
      bytes.appendJSONObject(article.raw.span, adding: members)
    }
    bytes.append(0x0A)
  }

  /// A mention as JSON, with its entity where one is known.
  private static func members(
    of found: FoundArticle.Found, entity: String?
  ) -> JSONMembers {
    var members = JSONMembers()
    members.add("start", found.start)
    members.add("end", found.end)
    members.add("text", string: found.text)
    members.add("kind", string: found.mention.kind.rawValue)
    members.add("name", string: found.mention.name)
    members.add("thread", found.mention.thread)
    if let id = found.ids.first { members.add("id", string: id) }
    if found.ids.count > 1 {
      members.add("ids") { json in
        json.append(UInt8(ascii: "["))
        for (index, id) in found.ids.enumerated() {
          if index > 0 { json.append(UInt8(ascii: ",")) }
          json.appendJSONString(id)
        }
        json.append(UInt8(ascii: "]"))
      }
    }
    if let entity { members.add("entity", string: entity) }
    return members
  }

  private func appendText(_ article: FoundArticle, to bytes: inout [UInt8]) {
    bytes += article.id + [0x0A]
    for found in article.mentions {
      let kind = found.mention.kind.rawValue
      let padding = String(repeating: " ", count: 8 - kind.utf8.count)
      var base = found.mention.name == found.text ? "" : " → \(found.mention.name)"
      if !found.ids.isEmpty { base += " (\(found.ids.joined(separator: ", ")))" }
      bytes += Array(
        "  \(kind)\(padding)#\(found.mention.thread)  \(found.start)–\(found.end)  \(found.text)\(base)\n"
          .utf8)
    }
  }

  private func appendRows(
    _ article: FoundArticle, _ dialect: CSVDialect, to bytes: inout [UInt8]
  ) {
    for found in article.mentions {
      let id = JSONText.plain(article.id)
      bytes.appendCSVField(id.span, dialect: dialect)
      let values = [
        String(found.start), String(found.end), found.text, found.mention.kind.rawValue,
        found.mention.name, String(found.mention.thread),
      ]
      for value in values + (hasIds ? [found.ids.joined(separator: " ")] : []) {
        bytes.appendCSVColumn(value.utf8Span.span, dialect: dialect)
      }
      bytes.append(0x0A)
    }
  }
}

/// JSON values outside JSON.
enum JSONText {
  /// Content of a raw JSON string; other values as they stand.
  static func plain(_ raw: [UInt8]) -> [UInt8] {
    var record = JSONRecord()
    guard record.load(raw.span) == .whole, let root = record.root else { return raw }
    var bytes: [UInt8] = []
    return record.appendString(root, to: &bytes) ? bytes : raw
  }
}
