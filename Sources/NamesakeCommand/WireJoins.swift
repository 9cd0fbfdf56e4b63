// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import Namesake
import RecordFormats

/// Says why the spellings of an entity are one.
///
/// What the names themselves say is one kind of evidence, that an article has them in one thread
/// another: the two are told apart.
struct WireJoins: ~Copyable {
  /// Why a spelling belongs.
  struct Reason {
    /// Plain text.
    var summary: String
    /// The comparison step by step, in HTML.
    var steps: [String] = []
  }

  let articles: [FoundArticle]
  private var parser = NameParser()
  private var comparator = NameComparator()

  init(articles: [FoundArticle]) { self.articles = articles }

  /// Reasons for the first spellings of an entity, in their order.
  mutating func reasons(of entity: Entity, spellings: Int) -> [Reason] {
    let shared = threads(of: entity)
    return entity.forms.prefix(spellings).map { form in
      if form.name == entity.name { return Reason(summary: "the name it goes by here") }
      let compared = comparison(entity.name, form.name, entity.kind)
      let percent = "\(Int((compared.score * 100).rounded()))\u{A0}%"
      // Names that agree need no article; a bare surname does.
      if compared.score < 0.5, let (article, other) = shared[form.name] {
        return Reason(
          summary: "by context: one thread with \(other) in article \(article); "
            + "the names alone \(percent)", steps: compared.steps)
      }
      let context = shared[form.name] == nil ? "" : ", and one thread in an article"
      return Reason(
        summary: compared.score < 0.5
          ? "through other spellings; beside the name above \(percent)"
          : "by the names: \(percent)\(context)", steps: compared.steps)
    }
  }

  /// For each spelling an article in which a fuller one shares its thread, and that one.
  private func threads(of entity: Entity) -> [String: (article: String, other: String)] {
    struct Thread: Hashable {
      var article: Int
      var thread: Int
    }
    var longest: [Thread: String] = [:]
    for place in entity.places {
      let mention = articles[place.article].mentions[place.mention].mention
      let key = Thread(article: place.article, thread: mention.thread)
      if mention.name.utf8.count > longest[key]?.utf8.count ?? 0 { longest[key] = mention.name }
    }
    var shared: [String: (article: String, other: String)] = [:]
    for place in entity.places {
      let mention = articles[place.article].mentions[place.mention].mention
      let key = Thread(article: place.article, thread: mention.thread)
      guard shared[mention.name] == nil, let other = longest[key], other != mention.name else {
        continue
      }
      let id = JSONText.plain(articles[place.article].id)
      shared[mention.name] = (String(decoding: id, as: UTF8.self), other)
    }
    return shared
  }

  private mutating func comparison(
    _ best: String, _ form: String, _ kind: NameKind
  ) -> (score: Double, steps: [String]) {
    let (left, right) = (parser.parse(best, kind: kind), parser.parse(form, kind: kind))
    let compared = comparator.compare(left, right)
    let explanation = Explanation(
      left: left, right: right, leftText: Array(best.utf8), rightText: Array(form.utf8),
      comparison: compared)
    let steps = explanation.steps(quoting: { ReportPage.isolated($0) }).map {
      "\(Explanation.signed($0.contribution)) \($0.sentence)"
    }
    return (compared.score, steps)
  }
}
