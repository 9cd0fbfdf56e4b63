// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import Namesake
import RecordFormats

/// An article of a page: its text with the names marked.
struct WireArticle {
  let article: FoundArticle
  /// Field of the text in a JSONL record.
  let textField: String

  /// Bytes of text that are shown; the rest is left out, and said to be.
  private static let mostText = 20_000

  /// The article as a section.
  ///
  /// - Parameters:
  ///   - number: Its number on the page.
  ///   - owners: Entity of each mention.
  ///   - entities: All entities.
  ///   - linked: How many of them have a section on the page.
  /// - Returns: HTML.
  func section(_ number: Int, owners: [Int?], entities: [Entity], linked: Int) -> String {
    let id = String(decoding: JSONText.plain(article.id), as: UTF8.self)
    let language = ReportPage.escaped(article.language)
    return """
      <section class="article" id="a\(number)">
      <h3>\(ReportPage.isolated(id)) <small>\(language)</small></h3>
      <p class="text" dir="auto"\(language.isEmpty ? "" : " lang=\"\(language)\"")>\
      \(marked(owners, entities, linked))</p>
      </section>
      """
  }

  private func marked(_ owners: [Int?], _ entities: [Entity], _ linked: Int) -> String {
    let text = text()
    var end = min(text.count, Self.mostText)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    var html = ""
    var position = 0
    let order = article.mentions.indices.sorted {
      article.mentions[$0].mention.range.lowerBound < article.mentions[$1].mention.range.lowerBound
    }
    for place in order {
      let mention = article.mentions[place].mention
      // Spans that another tool gives may overlap; the first is marked.
      guard mention.range.lowerBound >= position, mention.range.upperBound <= end else { continue }
      html += escaped(text[position..<mention.range.lowerBound])
      let name = escaped(text[mention.range])
      var content = name
      var title = ""
      if let owner = owners[place] {
        title = " title=\"\(ReportPage.escaped(entities[owner].name))\""
        if owner < linked { content = "<a href=\"#e\(owner)\">\(name)</a>" }
      }
      html += "<mark class=\"\(mention.kind.rawValue)\"\(title)>\(content)</mark>"
      position = mention.range.upperBound
    }
    html += escaped(text[position..<max(position, end)])
    return end < text.count ? html + " […]" : html
  }

  private func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    ReportPage.escaped(String(decoding: bytes, as: UTF8.self))
  }

  /// The text, read again from the record: it is not kept twice.
  private func text() -> [UInt8] {
    if article.raw.isEmpty { return article.text }
    var json = JSONRecord()
    var text: [UInt8] = []
    guard json.load(article.raw.span) == .whole, let value = json.value(at: JSONPath(textField)),
      json.appendString(value, to: &text)
    else { return [] }
    return text
  }
}
