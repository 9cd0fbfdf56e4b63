// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Cuts a run of capitalised words into names and weighs what each names.
enum RunSplitting {
  struct Part {
    var words: Range<Int>
    var votes = Candidate.Votes()
    var group: Int?
    var isWeak = false
  }

  static func parts(of run: NameRun, cue: LexicalClasses, finder: CasedFinder) -> [Part] {
    let article = run.article
    var parts: [Part] = []
    var start = run.start
    var cue = cue
    while start < run.end {
      guard article.words[start].isWord else {
        start += 1
        continue
      }
      // Words that only grammar or a headline capitalises do not open a name.
      if article.words[start].isCapitalized, !opens(start, run, cue, finder) {
        start += 1
        continue
      }
      let end = self.end(from: start, run, finder)
      if let part = weigh(start..<end, article, cue) { parts.append(part) }
      cue = []
      start = max(end, start + 1)
    }
    return parts
  }

  private static func opens(
    _ index: Int, _ run: NameRun, _ cue: LexicalClasses, _ finder: CasedFinder
  ) -> Bool {
    let article = run.article
    let word = article.words[index]
    guard word.startsSentence || word.isHeadline else { return true }
    let classes = article.classes(index)
    if finder.isSupported(index, classes) { return true }
    let facts = article.facts(index)
    if word.isHeadline { return cue.contains(.role) && facts.lower == 0 }
    guard facts.lower == 0, classes.isDisjoint(with: [.functionWord, .role, .demonym, .placeWord])
    else { return false }
    if article.speaks(["de"]) {
      return facts.capital > 1 || cue.contains(.role) || run.end > index + 1
    }
    // A body's name, or an unknown word before another capitalised one: Kemal Kılıçdaroğlu.
    if run.hasOrgHead || run.hasOrgTail { return true }
    if index + 1 < run.end, article.words[index + 1].isCapitalized {
      // Behind an unknown word that opens a sentence, a name that stands elsewhere stands alone.
      let next = article.classes(index + 1)
      if !next.isDisjoint(with: [.place, .institution, .givenName]) { return false }
      return article.speaks(["en"]) || !article.standsElsewhere(index + 1)
    }
    if index + 1 < run.end,
      article.words[index + 1].kind == .hyphen || article.words[index + 1].kind == .sign
        || article.classes(index + 1).contains(.particle)
    {
      return true
    }
    return facts.capital > 1 || cue.contains(.role)
  }

  /// Where a name that opens at a word ends inside the run.
  private static func end(from start: Int, _ run: NameRun, _ finder: CasedFinder) -> Int {
    let article = run.article
    let hasBody = (start..<run.end).contains { article.classes($0).contains(.orgWord) }
    var index = start + 1
    if let term = article.terms[start], !term.classes.isDisjoint(with: [.place, .institution]),
      term.end <= run.end
    {
      index = max(index, term.end)
      // Ankara Recep …: a place before a given name is a name of its own.
      if index < run.end, !hasBody, !term.classes.contains(.givenName),
        article.classes(index).contains(.givenName)
      {
        return index
      }
    }
    while index < run.end {
      let word = article.words[index]
      if !hasBody, startsPerson(index, from: start, run) { return index }
      if !hasBody, index == run.end - 1, endsInPlace(index, from: start, article) { return index }
      // A word with a Turkish ending closes its phrase.
      if article.words[index - 1].isWord, TurkicEnding.stemEnd(article, index - 1) != nil {
        return index
      }
      if article.speaks(["de"]), index == start + 1, word.isWord, word.isCapitalized,
        isGermanGenitive(start, article)
      {
        return index
      }
      if word.isHeadline, word.isWord, word.isCapitalized, article.words[start].isHeadline {
        let classes = article.classes(index)
        let isNext =
          article.classes(index - 1).contains(.givenName) && article.facts(index).lower == 0
        if !isNext, !finder.isSupported(index, classes), !hasBody { return index }
      }
      // The head word of a body closes its name when more follows: … Partisi Kemal …
      if let term = article.terms[index], term.classes.contains(.orgWord), index + 1 < run.end,
        term.entry?.side(in: .orgWord, languages: article.languages) == .last,
        article.classes(index + 1).contains(.givenName)
      {
        return index + 1
      }
      index += 1
    }
    return run.end
  }

  /// Whether a person's name begins inside the run: Kremlja | Dmitrij Peskov.
  private static func startsPerson(_ index: Int, from start: Int, _ run: NameRun) -> Bool {
    let article = run.article
    guard index + 1 < run.end, article.words[index].isWord, article.words[index - 1].isWord,
      article.classes(index).contains(.givenName), article.words[index + 1].isCapitalized
    else { return false }
    for before in start..<index {
      guard article.words[before].isWord, article.words[before].shape != .initial,
        article.classes(before).isDisjoint(with: [.givenName, .particle])
      else { return false }
    }
    return true
  }

  /// Whether the last word of a run is a place beside another name: Lavrov Ankara'ya.
  private static func endsInPlace(_ index: Int, from start: Int, _ article: Article) -> Bool {
    let classes = article.classes(index)
    guard !article.speaks(["en"]), classes.contains(.place), !classes.contains(.givenName),
      article.words[index - 1].isWord, article.words[index - 1].isCapitalized,
      article.classes(index - 1).isDisjoint(with: [.place, .placeWord])
    else { return false }
    if index - start >= 2 { return article.classes(start).contains(.givenName) }
    return !article.classes(start).contains(.givenName) && article.facts(start).middle > 1
  }

  /// A country or known name in the genitive before a noun: Schwedens Beitritt, Inces Rückzug;
  /// and a place before one: Russland Einmischung vorwerfen.
  private static func isGermanGenitive(_ index: Int, _ article: Article) -> Bool {
    let key = Array(article.vocabulary.key(article.words[index].key))
    let classes = article.classes(index)
    if classes.contains(.place), !classes.contains(.givenName) { return true }
    guard key.last == 0x73, key.count > 4, !classes.contains(.givenName) else { return false }
    let stem = Array(key.dropLast())
    if !article.vocabulary.lexicon.classes(of: stem.span).isDisjoint(with: [.place, .institution]) {
      return true
    }
    return article.vocabulary.number(ofKey: stem) != nil
  }

  /// Evidence for what a name names; nil when it is no name.
  private static func weigh(
    _ words: Range<Int>, _ article: Article, _ cue: LexicalClasses
  ) -> Part? {
    var part = Part(words: words)
    let count = words.count(where: { article.words[$0].isWord })
    let first = words.lowerBound
    let last = words.upperBound - 1
    let term = article.terms[first]
    let isWhole = term?.end == words.upperBound
    let classes = term?.classes ?? []
    if isWhole, let term {
      if classes.contains(.institution) { part.votes.org += 8 }
      if classes.contains(.place) { part.votes.place += 6 }
      part.group = term.entry?.group(in: [.institution, .place])
      if part.votes.kind == nil {
        let isGeneric = [.orgWord, .placeWord, .legalForm, .particle, .generation].contains {
          classes.contains($0)
        }
        if isGeneric, !classes.contains(.givenName), count == 1, !cue.contains(.role) { return nil }
      }
    }
    var hasBody = false
    for index in words where article.words[index].isWord {
      let own = article.terms[index]?.classes ?? []
      if own.contains(.givenName), index == first { part.votes.person += 4 }
      if own.contains(.orgWord), count > 1 {
        hasBody = true
        part.votes.org += 5
      }
      if own.contains(.legalForm), count > 1, index == last { part.votes.org += 8 }
      if own.contains(.placeWord), count > 1, !hasBody { part.votes.place += 4 }
    }
    if cue.contains(.role), !hasBody { part.votes.person += 3 }
    let word = article.words[first]
    if count == 1, word.shape == .upper, !word.isHeadline, word.range.count <= 8,
      !cue.contains(.role)
    {
      part.votes.org += 3
    }
    if count == 1, first > 0, part.votes.org == 0, isPlacePreposition(article, first - 1) {
      part.votes.place += 2
    }
    if part.votes.kind == nil, count > 1 { part.votes.person += 1 }
    if count == 1, word.shape == .initial { return nil }
    part.isWeak = isWeak(words, count, article, cue, part.votes)
    return part
  }

  private static func isWeak(
    _ words: Range<Int>, _ count: Int, _ article: Article, _ cue: LexicalClasses,
    _ votes: Candidate.Votes
  ) -> Bool {
    let word = article.words[words.lowerBound]
    if article.speaks(["de"]) {
      return count == 1 && votes.person < 3 && votes.org < 3 && votes.place < 4
        && word.shape != .mixed
    }
    let facts = article.facts(words.lowerBound)
    return count == 1 && facts.lower > 0 && facts.lower >= facts.middle && votes.org < 3
      && votes.place < 6 && votes.person < 3
  }

  private static func isPlacePreposition(_ article: Article, _ index: Int) -> Bool {
    guard article.words[index].isWord else { return false }
    return prepositions.contains(article.text(index))
  }

  private static let prepositions: Set<String> = [
    "in", "at", "near", "from", "across", "в", "во", "из", "у", "из", "під", "nach", "aus",
    "à", "en", "w", "we", "v", "ve", "din", "în", "te", "naar", "uit", "στη", "στην", "στο", "em",
    "i", "desde", "до", "near",
  ]
}
