// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import Namesake
import RecordFormats
import SystemPackage

/// The entities of a set of articles as a page: who and what the wire is about, under which
/// spellings, in which languages and articles, why two spellings are one; then the articles, their
/// names marked.
struct WireReport {
  let articles: [FoundArticle]
  let entities: [Entity]
  /// Field of the text in JSONL records.
  let textField: String

  /// Entities on a page; a browser shows that many at once.
  private static let mostEntities = 300
  /// Articles on a page.
  private static let mostArticles = 200
  /// Spellings shown of an entity; the rest are counted.
  private static let mostSpellings = 30
  /// Articles that an entity links to; the rest are counted.
  private static let mostLinks = 20

  /// Writes the page.
  func write(to path: FilePath) throws(RecordError) {
    let shown = entities.prefix(Self.mostEntities)
    let shownArticles = articles.prefix(Self.mostArticles)
    var owners = articles.map { [Int?](repeating: nil, count: $0.mentions.count) }
    for (number, entity) in entities.enumerated() {
      for place in entity.places { owners[place.article][place.mention] = number }
    }
    let names = articles.reduce(0) { $0 + $1.mentions.count }
    let note =
      entities.count > shown.count || articles.count > shownArticles.count
      ? " The \(shown.count) most mentioned and \(shownArticles.count) articles are shown." : ""
    var joins = WireJoins(articles: articles)
    var sections: [String] = []
    for (number, entity) in shown.enumerated() {
      sections.append(section(number, entity, &joins))
    }
    var texts: [String] = []
    for (number, article) in shownArticles.enumerated() {
      texts.append(
        WireArticle(article: article, textField: textField)
          .section(number, owners: owners[number], entities: entities, linked: shown.count))
    }
    let body = """
      <h1>Who and what the wire is about</h1>
      <p>\(entities.count) persons, bodies and places are named \(names) times in
      \(articles.count) articles.\(note) A spelling opens to say why it belongs.</p>
      <h2>Entities</h2>
      \(sections.joined(separator: "\n"))
      <h2>Articles</h2>
      <p class="key"><mark class="person">person</mark> <mark class="org">body</mark>
      <mark class="place">place</mark></p>
      \(texts.joined(separator: "\n"))
      """
    let page = ReportPage(
      title: "Who and what the wire is about", style: Self.style, body: body)
    try page.write(to: path)
  }

  private func section(_ number: Int, _ entity: Entity, _ joins: inout WireJoins) -> String {
    let numbers = Set(entity.places.map(\.article)).sorted()
    let reasons = joins.reasons(of: entity, spellings: Self.mostSpellings)
    let rows = zip(entity.forms, reasons).map(row).joined(separator: "\n")
    let rest = entity.forms.count - reasons.count
    let more = rest > 0 ? "<p>and \(rest) more spellings</p>" : ""
    let links = numbers.prefix(Self.mostLinks).map(link).joined(separator: ", ")
    let unlinked = numbers.count - min(numbers.count, Self.mostLinks)
    return """
      <section class="entity" id="e\(number)">
      <h3>\(ReportPage.isolated(entity.name)) <small>\(word(entity.kind))
      <code>\(ReportPage.escaped(entity.id))</code></small></h3>
      <div class="wide"><table>
      <thead><tr><th scope="col">Spelling</th><th scope="col">Mentions</th>
      <th scope="col">Languages</th><th scope="col">Why it is the same</th></tr></thead>
      <tbody>
      \(rows)
      </tbody></table></div>\(more)
      <p>In \(numbers.count) \(numbers.count == 1 ? "article" : "articles"):
      \(links)\(unlinked > 0 ? " and \(unlinked) more" : "")</p>
      </section>
      """
  }

  private func row(_ form: Entity.Form, _ reason: WireJoins.Reason) -> String {
    let steps =
      reason.steps.isEmpty
      ? ReportPage.escaped(reason.summary)
      : "<details><summary>\(ReportPage.escaped(reason.summary))</summary><ul>"
        + reason.steps.map { "<li>\($0)</li>" }.joined() + "</ul></details>"
    return """
      <tr><td>\(ReportPage.isolated(form.name))</td><td>\(form.count)</td>\
      <td>\(ReportPage.escaped(form.languages.joined(separator: ", ")))</td><td>\(steps)</td></tr>
      """
  }

  private func link(_ number: Int) -> String {
    let id = String(decoding: JSONText.plain(articles[number].id), as: UTF8.self)
    return number < Self.mostArticles
      ? "<a href=\"#a\(number)\">\(ReportPage.isolated(id))</a>" : ReportPage.isolated(id)
  }

  private func word(_ kind: NameKind) -> String { kind == .org ? "body" : kind.rawValue }

  private static let style = """
    .entity, .article { border-top: 1px solid var(--rule); }
    .entity { break-inside: avoid; }
    h3 { font-size: 1rem; margin: .75rem 0 .25rem; overflow-wrap: anywhere; }
    h3 small { color: var(--faint); font-weight: 400; }
    .entity td:nth-child(3), .entity td:nth-child(4), .entity th:nth-child(3),
      .entity th:nth-child(4) { text-align: left; }
    details ul { margin: .25rem 0; padding-left: 1.25rem; }
    summary { cursor: pointer; }
    a { color: var(--one); }
    .text { color: var(--ink); white-space: pre-wrap; overflow-wrap: anywhere; max-width: 46rem; }
    mark { background: none; color: inherit; border-bottom: 2px solid var(--faint); }
    mark a { color: inherit; text-decoration: none; }
    mark.person { border-color: var(--one); }
    mark.org { border-color: var(--two); border-bottom-style: double; }
    mark.place { border-color: var(--good); border-bottom-style: dashed; }

    """
}
