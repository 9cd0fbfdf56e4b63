// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// An article as the tagger sees it: units in lines, two edges before, between and behind them.
struct TaggedText {
  private(set) var units: [TagUnit] = []
  /// The units of each line.
  private(set) var lines: [Range<Int>] = []
  private(set) var density: UInt64 = 0
  /// Hash of the language.
  private(set) var language: UInt64 = 0

  /// Reads an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - proposals: Names that the rules see, in order and apart.
  ///   - memory: What is known of words.
  init(_ article: Article, proposals: [Candidate], _ memory: inout TagMemory) {
    language = ByteHash.hash(Array((article.language?.language ?? "").utf8).span)
    units.reserveCapacity(article.words.count + 4)
    density = Self.density(of: article)
    var start = 0
    for index in 0...article.words.count
    where index == article.words.count || article.words[index].kind == .lineBreak {
      appendLine(start..<index, article, &memory)
      start = index + 1
    }
    units += [.edge, .edge]
    mark(proposals)
  }

  private mutating func mark(_ proposals: [Candidate]) {
    var index = 0
    for proposal in proposals {
      while index < units.count, units[index].range.upperBound <= proposal.range.lowerBound {
        index += 1
      }
      let first = index
      while index < units.count, units[index].range.lowerBound < proposal.range.upperBound,
        units[index].form != .edge
      {
        units[index].proposal = Proposal(proposal, isFirst: index == first)
        index += 1
      }
      if index > first { units[index - 1].proposal.isLast = true }
    }
  }

  private mutating func appendLine(
    _ words: Range<Int>, _ article: Article, _ memory: inout TagMemory
  ) {
    guard !words.isEmpty else { return }
    units += [.edge, .edge]
    let first = units.count
    for index in words {
      let word = article.words[index]
      if word.isWord, word.script.isUnspaced || word.script == .hangul {
        appendPieces(index, article, &memory)
      } else {
        appendWord(index, article, &memory)
      }
    }
    lines.append(first..<units.count)
    markTerms(first..<units.count, article, &memory)
    // The edges behind the line, for the runs that reach its end.
    units += [.edge, .edge]
    UnitRuns.mark(&units, first..<units.count - 2)
    units.removeLast(2)
  }

  private mutating func appendWord(_ index: Int, _ article: Article, _ memory: inout TagMemory) {
    let word = article.words[index]
    var unit = TagUnit(range: word.range)
    unit.word = index
    unit.form = TagForm(word)
    unit.isJoined = word.isJoined
    unit.startsSentence = word.startsSentence
    unit.isHeadline = word.isHeadline
    unit.hasEnding = article.ending(index) != nil
    unit.facts = Self.facts(index, article)
    unit.kin = Self.kin(index, article)
    take(memory.number(of: index, unit.form, in: article), memory, &unit)
    units.append(unit)
  }

  /// One unit a character; Thai and its neighbours have theirs cut by ICU's dictionaries.
  private mutating func appendPieces(_ index: Int, _ article: Article, _ memory: inout TagMemory) {
    let word = article.words[index]
    var pieces: [Range<Int>] = []
    switch word.script {
    case .thai, .lao, .khmer, .myanmar:
      var tokens: [Token] = []
      Tokenizer(breaksWords: true).tokenize(
        article.bytes.span.extracting(word.range), into: &tokens)
      let start = word.range.lowerBound
      pieces = tokens.map { start + $0.range.lowerBound..<start + $0.range.upperBound }
    default:
      var position = word.range.lowerBound
      while position < word.range.upperBound {
        let decoded = article.bytes.span.scalar(at: position)
        let end = position + decoded.length
        let properties = CharacterProperties(decoded.value)
        if properties.isMark || properties.isIgnorable, let last = pieces.indices.last {
          pieces[last] = pieces[last].lowerBound..<end
        } else {
          pieces.append(position..<end)
        }
        position = end
      }
    }
    for piece in pieces {
      let value = article.bytes.span.scalar(at: piece.lowerBound).value
      var unit = TagUnit(range: piece)
      unit.word = index
      unit.form = TagForm(letterOf: CharacterProperties(value).script)
      unit.isJoined = piece.lowerBound > word.range.lowerBound || word.isJoined
      take(memory.number(ofPiece: piece, unit.form, in: article), memory, &unit)
      units.append(unit)
    }
  }

  private func take(_ number: Int, _ memory: borrowing TagMemory, _ unit: inout TagUnit) {
    unit.surface = number
    unit.classes = memory.known[number].traits.classes
    unit.key = memory.known[number].traits.key
  }

  /// How the article writes the word at its other places: in lower case, with a capital inside a
  /// sentence, with a capital at its head.
  private static func facts(_ index: Int, _ article: Article) -> UInt8 {
    let word = article.words[index]
    guard word.isWord, word.key >= 0 else { return 0 }
    var facts = article.vocabulary.facts[word.key]
    if word.isCapitalized {
      if !word.startsSentence, !word.isHeadline { facts.middle -= 1 }
      facts.capital -= 1
    } else if word.shape == .lower {
      facts.lower -= 1
    }
    let heads = facts.capital - facts.middle
    return UInt8(min(facts.lower, 2) * 9 + min(facts.middle, 2) * 3 + min(heads, 2))
  }

  private static func kin(_ index: Int, _ article: Article) -> UInt8 {
    let kin = article.kin(index)
    return UInt8(min(kin.lower, 2) * 3 + min(kin.middle, 2))
  }

  private static func density(of article: Article) -> UInt64 {
    var words = 0
    var capitals = 0
    for word in article.words where word.isWord && !word.startsSentence {
      words += 1
      if word.isCapitalized { capitals += 1 }
    }
    guard words > 0 else { return 0 }
    let share = capitals * 100 / words
    let steps = [4, 9, 15, 22, 30, 45]
    return UInt64((steps.firstIndex { share < $0 } ?? steps.count) + (words < 12 ? 8 : 0))
  }

  // MARK: - Terms

  private mutating func markTerms(
    _ line: Range<Int>, _ article: Article, _ memory: inout TagMemory
  ) {
    var index = line.lowerBound
    while index < line.upperBound {
      let found =
        units[index].form.isDense
        ? denseTerm(index, line.upperBound, article, &memory)
        : spacedTerm(index, line.upperBound, article)
      guard let found, found.end > index + 1 else {
        index += 1
        continue
      }
      for unit in index..<found.end {
        units[unit].termClasses = found.classes
        units[unit].termPlace = unit == index ? 1 : unit == found.end - 1 ? 3 : 2
      }
      index = found.end
    }
  }

  private func spacedTerm(
    _ index: Int, _ end: Int, _ article: Article
  ) -> (end: Int, classes: LexicalClasses)? {
    let word = units[index].word
    guard let term = article.terms[word], term.end > word + 1 else { return nil }
    var last = index
    while last < end, units[last].word < term.end { last += 1 }
    return (last, term.classes)
  }

  private func denseTerm(
    _ index: Int, _ end: Int, _ article: Article, _ memory: inout TagMemory
  ) -> (end: Int, classes: LexicalClasses)? {
    var key: [UInt8] = []
    var best: (end: Int, classes: LexicalClasses)?
    var last = index
    while last < end, last - index < 16, units[last].form.isDense {
      if last > index, !units[last].isJoined { key.append(0x20) }
      key += memory.normalized(units[last].range, article)
      last += 1
      guard let entry = article.vocabulary.lexicon.entry(of: key.span) else { break }
      let classes = entry.classes(in: article.languages)
      if !classes.isEmpty { best = (last, classes) }
      if !entry.isPrefix { break }
    }
    return best
  }
}
