// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction
internal import NameModel
internal import TextNormalization

/// What one thread of one article calls its person or thing.
///
/// A thread is stronger evidence than a string: the short form in paragraph five belongs to the
/// long form in paragraph one.
struct StoryName {
  var article: Int
  var kind: NameKind
  /// Positions of the mentions in the article.
  var mentions: [Int]
  /// The fullest form, by which the thread is compared across articles.
  var best: StructuredName
  var bestText: String
  /// The forms that can stand for the thread elsewhere too, the best first, each key once: full names
  /// of persons; of bodies no bare head word (the Commission), which others have as well.
  var forms: [StructuredName]

  /// A single name without given name or surname: it may belong to several people.
  var isShort: Bool {
    kind == .person && best.tokens.count { !$0.isOptional } == 1 && !isUnspaced
  }

  private var isUnspaced: Bool {
    best.tokens.contains { $0.script.isUnspaced || $0.script == .hangul }
  }

  /// Threads of all articles, in order.
  static func threads(of articles: [ArticleNames]) -> [StoryName] {
    var parser = NameParser()
    var threads: [StoryName] = []
    for (number, article) in articles.enumerated() {
      let groups = Dictionary(grouping: article.mentions.indices) { article.mentions[$0].thread }
      for thread in groups.keys.sorted() {
        let mentions = groups[thread] ?? []
        threads.append(make(article: number, mentions, in: article, &parser))
      }
    }
    return threads
  }

  private static func make(
    article: Int, _ mentions: [Int], in names: ArticleNames, _ parser: inout NameParser
  ) -> StoryName {
    let kinds = Dictionary(grouping: mentions) { names.mentions[$0].kind }
    let kind =
      NameKind.allCases.max { (kinds[$0]?.count ?? 0) < (kinds[$1]?.count ?? 0) } ?? .person
    let parsed = mentions.map { parser.parse(names.mentions[$0].name, kind: kind) }
    // The fullest form: most words, then most letters; the first of equals.
    var best = 0
    for position in parsed.indices.dropFirst() where rank(parsed[position]) > rank(parsed[best]) {
      best = position
    }
    var forms = [parsed[best]]
    for form in parsed where stands(form, for: parsed[best], kind) {
      if !forms.contains(where: { $0.key == form.key }) { forms.append(form) }
    }
    return StoryName(
      article: article, kind: kind, mentions: mentions, best: parsed[best],
      bestText: names.mentions[mentions[best]].name, forms: forms)
  }

  private static func stands(
    _ form: StructuredName, for best: StructuredName, _ kind: NameKind
  ) -> Bool {
    let words = form.tokens.filter { !$0.isOptional }
    switch kind {
    case .person: return words.count > 1
    case .place: return !words.isEmpty
    case .org:
      guard let word = words.first else { return false }
      return words.count > 1
        || !best.tokens.contains { Inflection.mayBeFormsOfOneName($0.key, word.key) }
    }
  }

  private static func rank(_ name: StructuredName) -> (Int, Int) {
    (name.tokens.count { !$0.isOptional }, name.key.count)
  }
}
