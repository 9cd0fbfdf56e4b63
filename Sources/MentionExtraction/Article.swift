// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// A text cut into words with what each stage has found out about them.
struct Article {
  /// A word or a sign.
  struct Word {
    var range: Range<Int>
    var kind: Token.Kind
    var shape: Token.Shape
    var script: Script
    var isJoined: Bool
    /// Number in the vocabulary, -1 for signs.
    var key = -1
    /// Whether grammar asks for a capital here.
    var startsSentence = false
    /// Whether the line writes all words in capitals, or all with a capital.
    var isHeadline = false
    /// Whether it is an ending set off by an apostrophe: 's, 'ın.
    var isSuffix = false

    var isWord: Bool { kind == .word }
    var isCapitalized: Bool {
      shape == .title || shape == .upper || shape == .initial || shape == .mixed && startsUpper
    }
    var startsUpper = false
  }

  /// A term of the lexicon that begins at a word.
  struct Term {
    var end: Int
    /// nil where only a case form of a term stands.
    var entry: Lexicon.Entry?
    var classes: LexicalClasses
  }

  let bytes: [UInt8]
  var words: [Word] = []
  var vocabulary = Vocabulary()
  /// The longest term at each word.
  var terms: [Term?] = []
  var language: LanguageTag?
  var languages = Lexicon.Languages.all

  init(_ text: Span<UInt8>, language: LanguageTag?, _ tokens: inout [Token]) {
    bytes = text.array
    self.language = language
    Tokenizer().tokenize(text, into: &tokens)
    words = WordJoining.words(tokens, text)
    for index in words.indices where words[index].kind == .word || words[index].kind == .number {
      words[index].key = vocabulary.number(of: text.extracting(words[index].range))
    }
    if language == nil { self.language = ArticleLanguage.guess(self) }
    languages = vocabulary.lexicon.languages(self.language)
    vocabulary.classify(
      in: languages,
      inflects: speaks(["ru", "uk", "be", "bg", "sr", "hr", "sl", "cs", "sk", "pl", "hy"]))
    SentenceBreaking.mark(&self)
    countFacts()
    findTerms()
  }

  /// The words that a range of bytes touches.
  func words(in range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < words.count, words[end].range.lowerBound < range.upperBound { end += 1 }
    return low..<end
  }

  /// What a word can be; nothing for signs.
  func classes(_ index: Int) -> LexicalClasses {
    words[index].key < 0 ? [] : vocabulary.classes[words[index].key]
  }

  func facts(_ index: Int) -> Vocabulary.Facts {
    words[index].key < 0 ? Vocabulary.Facts() : vocabulary.facts[words[index].key]
  }

  /// Whether the word, or another case form of it, is capitalised without need elsewhere nearby.
  ///
  /// - Complexity: O(1): a thousand words to either side are looked at.
  func standsElsewhere(_ index: Int) -> Bool {
    if facts(index).middle > 1 { return true }
    let key = Array(vocabulary.key(words[index].key))
    let near = max(0, index - 1000)..<min(words.count, index + 1000)
    return near.contains { other in
      let word = words[other]
      guard other != index, word.isWord, word.isCapitalized, !word.startsSentence,
        !word.isHeadline, word.key != words[index].key
      else { return false }
      return Inflection.mayBeFormsOfOneName(key, Array(vocabulary.key(word.key)))
    }
  }

  /// The bytes of a word as a string.
  func text(_ index: Int) -> String {
    String(decoding: bytes[words[index].range], as: UTF8.self)
  }

  func sign(_ index: Int) -> UInt8? {
    guard words.indices.contains(index), words[index].kind == .sign else { return nil }
    return bytes[words[index].range.lowerBound]
  }

  /// Whether the language is one of these.
  func speaks(_ codes: Set<String>) -> Bool {
    language.map { codes.contains($0.language) } ?? false
  }

  private mutating func countFacts() {
    for word in words where word.key >= 0 && word.isWord {
      if word.isCapitalized {
        vocabulary.facts[word.key].capital += 1
        if !word.startsSentence, !word.isHeadline { vocabulary.facts[word.key].middle += 1 }
      } else if word.shape == .lower {
        vocabulary.facts[word.key].lower += 1
      }
    }
  }

  private mutating func findTerms() {
    terms = [Term?](repeating: nil, count: words.count)
    var key: [UInt8] = []
    for index in words.indices where words[index].key >= 0 && !words[index].isSuffix {
      guard let first = vocabulary.entries[words[index].key] else {
        let classes = classes(index)
        if !classes.isEmpty { terms[index] = Term(end: index + 1, entry: nil, classes: classes) }
        continue
      }
      key.removeAll(keepingCapacity: true)
      if first.isPrefix { key += vocabulary.key(words[index].key) }
      terms[index] = longestTerm(from: first, at: index, &key)
      // What a word alone can be is settled already, for every language.
      if let term = terms[index], term.end == index + 1 {
        terms[index]?.classes = vocabulary.classes[words[index].key]
      } else if terms[index] == nil, first.isTerm, !classes(index).isEmpty {
        terms[index] = Term(end: index + 1, entry: first, classes: classes(index))
      }
    }
  }

  /// The longest term at a word whose first bytes are left out: Arabic و, Hebrew ב.
  func term(at index: Int, droppingBytes count: Int) -> Term? {
    if count == 0 { return terms[index] }
    var key = Array(vocabulary.key(words[index].key).dropFirst(count))
    guard let first = vocabulary.lexicon.entry(of: key.span) else { return nil }
    return longestTerm(from: first, at: index, &key)
  }

  private func longestTerm(
    from first: Lexicon.Entry, at index: Int, _ key: inout [UInt8]
  ) -> Term? {
    var best: Term?
    var entry = first
    var last = index
    while true {
      if entry.isTerm {
        let classes = entry.classes(in: languages)
        if !classes.isEmpty { best = Term(end: last + 1, entry: entry, classes: classes) }
      }
      guard entry.isPrefix, var next = following(last, &key) else { return best }
      var longer = vocabulary.lexicon.entry(of: key.span)
      if longer == nil, let ending = ending(next) {
        // Republican People's Party: the term holds the word with its ending.
        key += vocabulary.key(words[ending].key)
        next = ending
        longer = vocabulary.lexicon.entry(of: key.span)
      }
      guard let longer else { return best }
      last = next
      entry = longer
    }
  }

  /// The ending that an apostrophe sets off from a word, nil when there is none.
  func ending(_ index: Int) -> Int? {
    guard index + 2 < words.count, words[index + 1].kind == .apostrophe, words[index + 1].isJoined,
      words[index + 2].isSuffix, words[index + 2].key >= 0
    else { return nil }
    return index + 2
  }

  /// Appends the word after `index` to a key as the lexicon joins words; nil where a phrase ends.
  private func following(_ index: Int, _ key: inout [UInt8]) -> Int? {
    var next = index + 1
    var isGlued = false
    while next < words.count, words[next].key < 0 {
      switch words[next].kind {
      case .hyphen: break
      case .apostrophe where words[next].isJoined: isGlued = true
      case .sign:
        switch sign(next) {
        case 0x26, 0x2F: break
        case 0x2E where words[next].isJoined:
          isGlued = next + 1 < words.count && words[next + 1].isJoined
        case 0x22 where words[next].isJoined: isGlued = true
        default: return nil
        }
      default: return nil
      }
      next += 1
      if next - index > 3 { return nil }
    }
    guard next < words.count else { return nil }
    if !isGlued { key.append(0x20) }
    key += vocabulary.key(words[next].key)
    return next
  }
}
