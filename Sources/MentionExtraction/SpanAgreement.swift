// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Puts together what the tagger finds and what the rules see in scripts that have capitals.
///
/// The tagger decides, but for what it learns badly from single sentences:
/// a person's span that the rules see as several names is those names (Kremlin | Dmitry Peskov);
/// a person's span is cut where the rules see the name begin behind titles; a name in the German
/// genitive ends there (Erdogans | Lager); and a name that the tagger missed is taken from the rules
/// where the lexicon holds it as a body, the article holds one of its words in a found name, or a
/// letter of it is foreign to English.
/// Simulated without the lexicon's bodies: +0.4 to +3.4 points of F1 on Slavic stories, +3 to +4 on the
/// sample wire, −0.5 to +1.3 on single sentences.
struct SpanAgreement {
  /// What the rules give a body whose name the lexicon holds.
  private static let lexiconVote = 8

  private let article: Article
  private var known: Set<Int> = []
  private var stems: Set<UInt64> = []

  init(_ article: Article) { self.article = article }

  /// The names of both, in the order of the text, apart.
  ///
  /// - Parameters:
  ///   - tagged: The tagger's names, in order and apart.
  ///   - proposals: The rules' names, in order and apart.
  /// - Returns: Names in order and apart.
  /// - Complexity: O(*n*) in the names.
  mutating func agree(_ tagged: [Candidate], _ proposals: [Candidate]) -> [Candidate] {
    var settled: [Candidate] = []
    var next = 0
    for candidate in tagged {
      while next < proposals.count,
        proposals[next].range.upperBound <= candidate.range.lowerBound
      {
        next += 1
      }
      var end = next
      while end < proposals.count,
        proposals[end].range.lowerBound < candidate.range.upperBound
      {
        end += 1
      }
      settled += parts(of: candidate, proposals[next..<end])
    }
    for place in settled.indices {
      let next = place + 1 < settled.count ? settled[place + 1].range.lowerBound : Int.max
      extendSyllables(&settled[place], before: next)
    }
    for candidate in settled { learn(candidate) }
    return merged(settled, proposals)
  }

  /// What becomes of one of the tagger's names, given the rules' names that touch it.
  private func parts(
    of candidate: Candidate, _ touching: ArraySlice<Candidate>
  ) -> [Candidate] {
    if let owner = touching.first, touching.count == 1, isOwner(owner, in: candidate) {
      return [owner]
    }
    guard candidate.votes.kind == .person, !touching.isEmpty,
      touching.allSatisfy({
        candidate.range.lowerBound <= $0.range.lowerBound
          && $0.range.upperBound <= candidate.range.upperBound
      })
    else { return [candidate] }
    if touching.count > 1 { return Array(touching) }
    guard let only = touching.first, only.votes.kind == .person,
      only.range.upperBound == candidate.range.upperBound
    else { return [candidate] }
    var shorter = candidate
    shorter.range = only.range
    shorter.words = only.words
    return [shorter]
  }

  /// Ким Чен | Ын: the last syllable of a Korean or Chinese name stands alone in no lexicon.
  private func extendSyllables(_ candidate: inout Candidate, before limit: Int) {
    let next = candidate.words.upperBound
    guard candidate.votes.kind == .person, candidate.words.count == 2, next < article.words.count,
      article.words[next].range.upperBound <= limit, isSyllable(next),
      candidate.words.allSatisfy(isSyllable)
    else { return }
    candidate.words = candidate.words.lowerBound..<next + 1
    candidate.range = candidate.range.lowerBound..<article.words[next].range.upperBound
  }

  private func isSyllable(_ index: Int) -> Bool {
    let word = article.words[index]
    guard word.isWord, word.key >= 0, word.shape == .title else { return false }
    let letters = article.vocabulary.key(word.key).count { $0 & 0xC0 != 0x80 }
    return letters <= 4 && article.classes(index).isDisjoint(with: [.functionWord, .role])
  }

  /// Whether a span begins with a name in the German genitive, and goes on with what it owns.
  private func isOwner(_ owner: Candidate, in candidate: Candidate) -> Bool {
    guard article.speaks(["de"]), owner.range.lowerBound == candidate.range.lowerBound,
      owner.range.upperBound < candidate.range.upperBound, let last = owner.words.last
    else { return false }
    return article.text(last).hasSuffix("s")
  }

  private mutating func learn(_ candidate: Candidate) {
    for index in candidate.words {
      let word = article.words[index]
      guard word.isWord, word.key >= 0, word.range.count > 2 else { continue }
      known.insert(word.key)
      if let stem = Article.stem(article.vocabulary.key(word.key)) { stems.insert(stem) }
    }
  }

  /// Whether a name is a body of the lexicon, or a word of it, or a case form, stands in a name that
  /// was found.
  private func isKnown(_ candidate: Candidate) -> Bool {
    if isAcronymByChance(candidate) { return false }
    if candidate.votes.org >= Self.lexiconVote { return true }
    if article.speaks(["en"]), candidate.words.contains(where: isForeign) { return true }
    return candidate.words.contains { index in
      let word = article.words[index]
      guard word.isWord, word.script.hasCase, word.key >= 0 else { return false }
      if known.contains(word.key) { return true }
      return Article.stem(article.vocabulary.key(word.key)).map { stems.contains($0) } ?? false
    }
  }

  /// Die, Mai, Mit: a short word that has the letters of an acronym, but not its capitals.
  private func isAcronymByChance(_ candidate: Candidate) -> Bool {
    guard candidate.words.count == 1, let index = candidate.words.first,
      article.words[index].key >= 0, article.words[index].shape == .title
    else { return false }
    let letters = article.vocabulary.key(article.words[index].key).count { $0 & 0xC0 != 0x80 }
    return letters <= 3 || article.classes(index).contains(.functionWord)
  }

  /// Whether a word has a letter that English does not.
  private func isForeign(_ index: Int) -> Bool {
    article.words[index].isWord && article.text(index).utf8.contains { $0 >= 0x80 }
  }

  private func merged(_ settled: [Candidate], _ proposals: [Candidate]) -> [Candidate] {
    var result: [Candidate] = []
    result.reserveCapacity(settled.count)
    var next = 0
    for candidate in settled {
      while next < proposals.count,
        proposals[next].range.upperBound <= candidate.range.lowerBound
      {
        if isFree(proposals[next], result), isKnown(proposals[next]) {
          result.append(proposals[next])
        }
        next += 1
      }
      while next < proposals.count,
        proposals[next].range.lowerBound < candidate.range.upperBound
      {
        next += 1
      }
      result.append(candidate)
    }
    for proposal in proposals[next...] where isFree(proposal, result) && isKnown(proposal) {
      result.append(proposal)
    }
    return result
  }

  private func isFree(_ proposal: Candidate, _ found: [Candidate]) -> Bool {
    found.last.map { $0.range.upperBound <= proposal.range.lowerBound } ?? true
  }
}
