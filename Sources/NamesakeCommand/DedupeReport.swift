// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import Namesake
import RecordFormats
import SystemPackage

/// The entities of a list of names as a page to look through: the least sure first.
struct DedupeReport {
  private let names: NameList
  private let resolutions: NameResolutions
  private let ids: [String]

  /// Entities on a page; a browser shows that many at once.
  private static let mostGroups = 1000
  /// Spellings shown of an entity; the rest are counted.
  private static let mostSpellings = 50

  /// - Parameters:
  ///   - names: The list.
  ///   - resolutions: Its entities.
  ///   - ids: Ids by distinct text, where they come from a store.
  init(_ names: NameList, _ resolutions: NameResolutions, ids: [String]) {
    self.names = names
    self.resolutions = resolutions
    self.ids = ids
  }

  /// Writes the page.
  func write(to path: FilePath) throws(RecordError) {
    let groups = resolutions.groups()
    let shown = groups.prefix(Self.mostGroups)
    let note =
      groups.count > shown.count
      ? " The \(shown.count) least sure are shown." : ""
    let body = """
      <h1>Which names are one</h1>
      <p>\(groups.count) entities have more than one spelling, among \(names.textCount) spellings
      of \(names.count) records. The least sure stand first: what looks wrong can be decided in a
      file of judgements (name1,name2,different).\(note)</p>
      \(shown.map(section).joined(separator: "\n"))
      """
    try ReportPage(title: "Which names are one", style: Self.style, body: body).write(to: path)
  }

  private func section(_ group: NameResolutions.Group) -> String {
    let best = group.texts[0]
    let id = ids.isEmpty ? resolutions.resolution(ofText: best).entity : ids[best]
    let rows = group.texts.prefix(Self.mostSpellings).map(row).joined(separator: "\n")
    let rest = group.texts.count - Self.mostSpellings
    let more = rest > 0 ? "<p>and \(rest) more spellings</p>" : ""
    return """
      <section class="entity">
      <h2>\(ReportPage.isolated(text(best))) <code>\(ReportPage.escaped(id))</code></h2>
      <p>Weakest link \(percent(group.weakest)). Called by this name because
      \(reason(group.reason)).</p>
      <div class="wide"><table>
      <thead><tr><th scope="col">Spelling</th><th scope="col">Records</th>
      <th scope="col">Same as the name above</th></tr></thead>
      <tbody>
      \(rows)
      </tbody></table></div>\(more)
      </section>
      """
  }

  private func row(_ number: Int) -> String {
    let score = resolutions.resolution(ofText: number).score
    return """
      <tr><td>\(ReportPage.isolated(text(number)))</td>\
      <td>\(names.recordCount(ofText: number))</td>\
      <td><meter min="0" max="1" low="0.75" high="0.95" optimum="1" value="\(score)"></meter> \
      \(percent(score))</td></tr>
      """
  }

  private func text(_ number: Int) -> String {
    String(decoding: names.text(number), as: UTF8.self)
  }

  private func percent(_ score: Double) -> String { "\(Int((score * 100).rounded()))\u{A0}%" }

  private func reason(_ reason: BestNameReason) -> String {
    switch reason {
    case .commonest: "more records have it than any other spelling"
    case .latin: "of those that as many records have, it is the one in Latin script"
    case .fullest: "of those that as many records have, it has the most words"
    case .longest: "of those that as many records have, it is the longest"
    case .equal: "none of the others is commoner, fuller or longer"
    }
  }

  private static let style = """
    .entity { break-inside: avoid; border-top: 1px solid var(--rule); }
    .entity h2 { margin-bottom: .25rem; }
    .entity code { color: var(--faint); font-size: .8rem; font-weight: 400; }
    .entity p { margin-bottom: .5rem; }
    meter { width: 6rem; vertical-align: middle; }

    """
}
