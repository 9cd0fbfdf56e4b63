// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Takes off what belongs to no name: titles before and behind a person, nationalities before one,
/// and endings written without their apostrophe where the article shows the bare name.
enum SpanTrimming {
  static func settle(_ candidates: [Candidate], _ article: Article) -> [Candidate] {
    candidates.map { candidate in
      var candidate = candidate
      if candidate.votes.kind == .person { trimTitles(&candidate, article) }
      trimHyphenEnding(&candidate, article)
      if let cut = TurkicEnding.stemEnd(article, candidate.words.upperBound - 1) {
        candidate.range = candidate.range.lowerBound..<cut
      }
      return candidate
    }
  }

  /// NATO-hoz, Ukrajna-ban: Hungarian and Finnish set endings off by a hyphen.
  private static func trimHyphenEnding(_ candidate: inout Candidate, _ article: Article) {
    let last = candidate.words.upperBound - 1
    guard article.speaks(["hu", "fi"]), candidate.words.count > 2,
      article.words[last].shape == .lower, article.words[last].isJoined,
      article.words[last - 1].kind == .hyphen, article.words[last - 1].isJoined
    else { return }
    candidate.words = candidate.words.lowerBound..<last - 1
    candidate.range =
      candidate.range.lowerBound..<article.words[last - 2].range.upperBound
  }

  private static func trimTitles(_ candidate: inout Candidate, _ article: Article) {
    var words = candidate.words
    while words.count > 1, let end = titleEnd(words.lowerBound, article) {
      var next = end
      if next < words.upperBound, article.sign(next) == 0x2E { next += 1 }
      guard next < words.upperBound, article.words[next].isWord, article.words[next].isCapitalized
      else { break }
      words = next..<words.upperBound
    }
    // Orbán Viktor miniszterelnök: Hungarian writes a role behind the name, and small.
    while words.count > 1, article.speaks(["hu"]), isSmallWord(words.upperBound - 1, article) {
      words = words.lowerBound..<words.upperBound - 1
    }
    while words.count > 1, standsBehindNames(words.upperBound - 1, article),
      article.words[words.upperBound - 2].isWord
    {
      words = words.lowerBound..<words.upperBound - 1
    }
    guard words != candidate.words else { return }
    let end =
      words.upperBound == candidate.words.upperBound
      ? candidate.range.upperBound : article.words[words.upperBound - 1].range.upperBound
    candidate.range =
      max(candidate.range.lowerBound, article.words[words.lowerBound].range.lowerBound)..<end
    candidate.words = words
  }

  /// Past a title or nationality of one or more words.
  private static func titleEnd(_ index: Int, _ article: Article) -> Int? {
    let titles: LexicalClasses = [.role, .honorific, .demonym]
    if let term = article.terms[index], term.end > index + 1,
      !term.classes.isDisjoint(with: titles)
    {
      return term.end
    }
    let classes = article.classes(index)
    guard !classes.isDisjoint(with: titles), classes.isDisjoint(with: [.givenName]) else {
      return nil
    }
    return index + 1
  }

  private static func isSmallWord(_ index: Int, _ article: Article) -> Bool {
    let word = article.words[index]
    return word.isWord && word.shape == .lower && !word.isJoined
  }

  /// Bey, Hanım: forms of address that follow the name.
  private static func standsBehindNames(_ index: Int, _ article: Article) -> Bool {
    let word = article.words[index]
    guard word.key >= 0, word.isCapitalized, let entry = article.vocabulary.entries[word.key]
    else { return false }
    return article.classes(index).contains(.honorific)
      && entry.side(in: .honorific, languages: article.languages) == .before
  }
}
