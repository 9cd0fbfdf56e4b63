// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats

/// Writes entities: a table to look at, one JSON line each, or one table row a mention.
struct EntityWriter {
  let articles: [FoundArticle]
  let output: RecordFormat

  func write(_ entities: [Entity], _ sink: inout OutputSink) throws(RecordError) {
    switch output {
    case .text:
      let lines = EntityTable(entities: entities).lines()
      for line in lines { try sink.write((line + "\n").utf8Span.span) }
    case .jsonl:
      for entity in entities {
        var line: [UInt8] = []
        line.appendJSONObject(members(of: entity))
        line.append(0x0A)
        try sink.write(line.span)
      }
    case .csv: try writeRows(entities, .csv, &sink)
    case .tsv: try writeRows(entities, .tsv, &sink)
    }
  }

  private func members(of entity: Entity) -> JSONMembers {
    var members = JSONMembers()
    members.add("entity", string: entity.id)
    members.add("name", string: entity.name)
    members.add("kind", string: entity.kind.rawValue)
    members.add("names") { json in
      appendArray(entity.forms, to: &json) { form, json in
        var one = JSONMembers()
        one.add("name", string: form.name)
        one.add("count", form.count)
        one.add("languages") { json in
          appendArray(form.languages, to: &json) { $1.appendJSONString($0) }
        }
        json.appendJSONObject(one)
      }
    }
    members.add("mentions") { json in
      appendArray(entity.places, to: &json) { place, json in
        let article = articles[place.article]
        let found = article.mentions[place.mention]
        var one = JSONMembers()
        one.add("article") { $0 += article.id }
        one.add("start", found.start)
        one.add("end", found.end)
        one.add("text", string: found.text)
        json.appendJSONObject(one)
      }
    }
    return members
  }

  private func appendArray<Element>(
    _ elements: [Element], to json: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
  ) {
    json.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      write(element, &json)
    }
    json.append(UInt8(ascii: "]"))
  }

  private func writeRows(
    _ entities: [Entity], _ dialect: CSVDialect, _ sink: inout OutputSink
  ) throws(RecordError) {
    let names = ["entity", "name", "kind", "article", "start", "end", "text"]
    let delimiter = String(UnicodeScalar(dialect.delimiter))
    try sink.write((names.joined(separator: delimiter) + "\n").utf8Span.span)
    for entity in entities {
      for place in entity.places {
        let article = articles[place.article]
        let found = article.mentions[place.mention]
        var line = Array(entity.id.utf8)
        for value in [
          Array(entity.name.utf8), Array(entity.kind.rawValue.utf8), JSONText.plain(article.id),
          Array(String(found.start).utf8), Array(String(found.end).utf8), Array(found.text.utf8),
        ] {
          line.appendCSVColumn(value.span, dialect: dialect)
        }
        line.append(0x0A)
        try sink.write(line.span)
      }
    }
  }
}
