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
    /// Numbers in the vocabulary, of the bytes and of their key; -1 for signs.
    var surface = -1
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
  var vocabulary: Vocabulary
  /// How words that begin alike are written, by a hash of their first letters.
  private var stems: [UInt64: Vocabulary.Facts] = [:]
  /// The longest term at each word.
  var terms: [Term?] = []
  var language: LanguageTag?
  var languages = Lexicon.Languages.all

  /// Reads an article.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - language: Its language, nil to guess it.
  ///   - vocabulary: What was known before and has begun an article.
  ///   - tokens: Memory to use.
  init(
    _ text: Span<UInt8>, language: LanguageTag?, _ vocabulary: consuming Vocabulary,
    _ tokens: inout [Token]
  ) {
    bytes = text.array
    self.language = language
    self.vocabulary = consume vocabulary
    Tokenizer().tokenize(text, into: &tokens)
    words = WordJoining.words(tokens, text)
    for index in words.indices where words[index].kind == .word || words[index].kind == .number {
      // A run of a script without spaces comes once: it is no word.
      guard !words[index].script.isUnspaced else { continue }
      let number = self.vocabulary.number(of: text.extracting(words[index].range))
      words[index].surface = number.surface
      words[index].key = number.key
    }
    if language == nil { self.language = ArticleLanguage.guess(self) }
    languages = self.vocabulary.lexicon.languages(self.language)
    self.vocabulary.classify(
      in: languages,
      inflects: speaks(["ru", "uk", "be", "bg", "sr", "hr", "sl", "cs", "sk", "pl", "hy"]))
    SentenceBreaking.mark(&self)
    countFacts()
    countStems()
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

  /// Whether the word, or another word that begins alike as case forms do, is capitalised without
  /// need elsewhere.
  func standsElsewhere(_ index: Int) -> Bool {
    facts(index).middle > 1 || kin(index).middle > 0
  }

  /// How the article writes other words that begin as this one does.
  func kin(_ index: Int) -> Vocabulary.Facts {
    let word = words[index]
    guard word.isWord, word.key >= 0, let stem = Self.stem(vocabulary.key(word.key)),
      var all = stems[stem]
    else { return Vocabulary.Facts() }
    let own = vocabulary.facts[word.key]
    all.lower -= own.lower
    all.middle -= own.middle
    return all
  }

  /// Hash of the first five letters; nil for shorter words.
  static func stem(_ key: ArraySlice<UInt8>) -> UInt64? {
    var hash: UInt64 = 0
    var letters = 0
    for byte in key {
      if byte & 0xC0 != 0x80 { letters += 1 }
      if letters > 5 { break }
      hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return letters >= 5 ? hash : nil
  }

  private mutating func countStems() {
    for number in vocabulary.active {
      guard let stem = Self.stem(vocabulary.key(number)) else { continue }
      let facts = vocabulary.facts[number]
      guard facts.lower > 0 || facts.middle > 0 else { continue }
      stems[stem, default: Vocabulary.Facts()].lower += facts.lower
      stems[stem, default: Vocabulary.Facts()].middle += facts.middle
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
  ///
  /// A list rather than a set: it is asked for every few words, and building a set costs more than
  /// looking through a few short codes.
  func speaks(_ codes: [String]) -> Bool {
    guard let language else { return false }
    return codes.contains(language.language)
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
