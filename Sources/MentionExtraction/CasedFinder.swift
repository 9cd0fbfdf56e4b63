// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Finds candidate names in scripts that have capitals.
///
/// One walk over the words: terms of the lexicon are taken whole or cut the run, everything else
/// that is capitalised without need joins the run that `NameRun` grows.
struct CasedFinder {
  let article: Article
  private(set) var candidates: [Candidate] = []
  /// Title or role that stands just before the current place.
  private var cue: LexicalClasses = []

  init(_ article: Article) { self.article = article }

  mutating func find() {
    var index = 0
    while index < article.words.count {
      let word = article.words[index]
      guard word.isWord, word.script.hasCase, !word.isSuffix else {
        if word.kind == .lineBreak || word.kind == .sign && article.sign(index) != 0x2E { cue = [] }
        index += 1
        continue
      }
      let next = step(index)
      precondition(next > index, "the walk over the words goes forward")
      index = next
    }
  }

  private mutating func step(_ index: Int) -> Int {
    if let term = article.terms[index] {
      if let next = take(term, at: index) { return next }
    }
    guard isNameWord(index) else {
      if article.words[index].shape == .lower { cue = [] }
      return index + 1
    }
    var run = NameRun(article, from: index)
    run.grow()
    return finish(run)
  }

  /// Deals with a term that opens at a word; nil when the word is to be read as an ordinary one.
  private mutating func take(_ term: Article.Term, at index: Int) -> Int? {
    let word = article.words[index]
    let length = term.end - index
    let isAcronym = word.shape == .upper && !word.isHeadline && length == 1
    if !term.classes.isDisjoint(with: [.institution, .place]),
      word.isCapitalized || word.startsUpper,
      length > 1 || isSupported(index, term.classes),
      isOwnName(term, at: index)
    {
      var run = NameRun(article, from: index, to: term.end)
      let hasPerson = cue.contains(.role) && term.classes.contains(.place)
      if !NameRun.endsName(article, term.end), !hasPerson { run.grow() }
      if run.end == term.end || term.classes.contains(.institution) && !run.hasOrgTail {
        emit(
          index..<term.end,
          votes: term.classes.contains(.institution)
            ? .init(org: 8) : .init(place: 6 + (length > 1 ? 2 : 0)),
          group: term.entry?.group(in: [.institution, .place]))
        if !hasPerson { cue = [] }
        return term.end
      }
      return finish(run)
    }
    if isAcronym { return nil }
    if !term.classes.isDisjoint(with: [.role, .honorific]) {
      if word.isCapitalized, term.classes.contains(.givenName), length == 1 { return nil }
      cue = [.role]
      return term.end
    }
    if term.classes.contains(.demonym), !term.classes.contains(.givenName) || length > 1 {
      // A demonym opens the name of a body: Turkish Airlines, Russian Orthodox Church.
      if word.isCapitalized, !word.startsSentence || article.facts(index).middle > 0 {
        var run = NameRun(article, from: index)
        run.grow()
        if run.end > term.end + 1 && run.hasOrgTail { return finish(run) }
      }
      return term.end
    }
    if term.classes.contains(.functionWord),
      !word.isCapitalized || length > 1 || word.startsSentence
        || article.facts(index).lower > 0 || word.isHeadline
    {
      if term.classes.contains(.particle), opensName(index) { return nil }
      if word.isCapitalized, !term.classes.isDisjoint(with: [.givenName]),
        article.facts(index).middle > 0
      {
        return nil
      }
      cue = []
      return index + length
    }
    return nil
  }

  /// Whether a particle here is the head of a name: al-Assad, De Gaulle.
  private func opensName(_ index: Int) -> Bool {
    article.facts(index).middle > 0 && article.words.indices.contains(index + 1)
      && article.words[index + 1].isCapitalized
  }

  /// Whether an ending behind an apostrophe shows that a word is a name: Gerger'i.
  private func hasEnding(_ index: Int) -> Bool {
    article.speaks(["tr", "az"]) && article.ending(index) != nil
      && article.classes(index).isDisjoint(with: [.functionWord, .role])
  }

  /// Whether a term is not the beginning of a person's name, as in Paris Hilton or Kent Paul.
  private func isOwnName(_ term: Article.Term, at index: Int) -> Bool {
    if term.classes.contains(.institution) || term.end > index + 1 { return true }
    guard term.classes.contains(.givenName) else { return true }
    return
      !(article.words.indices.contains(term.end) && article.words[term.end].isWord
      && article.words[term.end].isCapitalized && article.classes(term.end).isEmpty)
  }

  private func isNameWord(_ index: Int) -> Bool {
    let word = article.words[index]
    if word.isCapitalized { return true }
    // al-Assad, von der Leyen, bin Salman: the name begins with its particle.
    return word.shape == .lower && article.classes(index).contains(.particle)
      && NameRun.particleOpens(article, index)
  }

  /// Whether a capital that grammar asks for, or that a headline gives, may still be a name's.
  func isSupported(_ index: Int, _ classes: LexicalClasses) -> Bool {
    let word = article.words[index]
    let facts = article.facts(index)
    guard word.startsSentence || word.isHeadline else { return true }
    if hasEnding(index) { return true }
    if classes.contains(.particle), opensName(index) { return true }
    if facts.middle > 0 { return facts.middle >= facts.lower }
    if facts.lower > 0 { return false }
    if !classes.isDisjoint(with: [.place, .institution, .givenName]) {
      return !classes.contains(.functionWord) || facts.middle > 0
    }
    // English has no accents of its own: a word that has one names somebody or something.
    if article.speaks(["en"]), word.script == .latin, !word.isHeadline,
      article.bytes[word.range].contains(where: { $0 >= 0x80 })
    {
      return true
    }
    return word.shape == .upper && !word.isHeadline && word.range.count <= 8
  }

  /// Turns a grown run into candidates.
  private mutating func finish(_ run: NameRun) -> Int {
    for part in RunSplitting.parts(of: run, cue: cue, finder: self) {
      emit(part.words, votes: part.votes, group: part.group, isWeak: part.isWeak)
    }
    cue = []
    return max(run.end, run.start + 1)
  }

  private mutating func emit(
    _ words: Range<Int>, votes: Candidate.Votes, group: Int?, isWeak: Bool = false
  ) {
    let range =
      article.words[words.lowerBound].range
      .lowerBound..<article.words[words.upperBound - 1].range
      .upperBound
    candidates.append(
      Candidate(words: words, range: range, votes: votes, group: group, isWeak: isWeak))
  }
}
