// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// One distinct name of an article, as far as threads need it.
struct ThreadName {
  /// Its words in the `key` profile, without titles, particles and endings.
  var tokens: [[UInt8]] = []
  /// First letters of all its words but the small ones, for acronyms.
  var initials: [UInt8] = []
  /// Group of the lexicon, nil when it has none.
  var group: Int?
  var isAcronym = false
  var hasBody = false
  var isHan = false
  /// Whether the last word is a father's name: bin Salman is not Salman.
  var hasPatronymic = false

  init(_ text: Span<UInt8>, _ lexicon: Lexicon, _ languages: Lexicon.Languages) {
    var words: [Token] = []
    Tokenizer().tokenize(text, into: &words)
    var normalizer = TextNormalizer(.key)
    var whole: [UInt8] = []
    var isEnding = false
    for (index, word) in words.enumerated() {
      if word.kind == .apostrophe, index > 0, word.isJoined { isEnding = true }
      guard word.kind == .word || word.kind == .number else { continue }
      var output = ByteBuffer(capacity: 32)
      normalizer.normalize(text.extracting(word.range), into: &output)
      let key = output.array()
      if isEnding, word.isJoined, let last = tokens.indices.last {
        // O'Neill stays one word; an ending of one or two letters is none of the name.
        isEnding = false
        if word.shape == .title || tokens[last].count <= 1 || word.script == .cyrillic {
          tokens[last] += key
          whole += key
        }
        continue
      }
      if Self.sonOf.contains(key) { hasPatronymic = true }
      if !whole.isEmpty { whole.append(0x20) }
      whole += key
      isHan = isHan || word.script.isUnspaced
      let classes = lexicon.classes(of: key.span, in: languages)
      if classes.contains(.orgWord) { hasBody = true }
      let isSmall = !classes.isDisjoint(with: [.particle, .functionWord]) && word.shape == .lower
      if !isSmall, let first = Self.first(key) { initials += first }
      let isTitle =
        tokens.isEmpty && words.count > index + 1 && word.script.hasCase
        && !classes.isDisjoint(with: [.honorific, .role])
        && classes.isDisjoint(with: [.givenName, .orgWord])
      if !isSmall, !isTitle, !Self.sonOf.contains(key) { tokens.append(CaseEnding.stem(key)) }
    }
    if tokens.isEmpty { tokens = [whole] }
    let isShort = words.count == 1 && (2...6).contains(initials.isEmpty ? 0 : words[0].range.count)
    isAcronym = isShort && words[0].shape == .upper
    group = lexicon.group(of: whole.span, in: [.institution, .place])
  }

  private static let sonOf: Set<[UInt8]> = Set(
    ["bin", "ibn", "ben", "bint", "بن", "ابن", "بنت", "ბინ", "բին", "ибн", "бин", "бен"].map {
      Array($0.utf8)
    })

  /// Bytes of a key's first letter.
  private static func firstLength(_ key: [UInt8]) -> Int {
    switch key.first ?? 0 {
    case 0..<0xC0: 1
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
  }

  private static func first(_ key: [UInt8]) -> [UInt8]? {
    guard !key.isEmpty else { return nil }
    return Array(key[0..<min(firstLength(key), key.count)])
  }

  /// Whether two words are the same, in other cases, or a word and its initial.
  static func agree(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    if a == b || Inflection.mayBeFormsOfOneName(a, b) { return true }
    let shorter = a.count < b.count ? a : b
    let longer = a.count < b.count ? b : a
    return shorter.count == firstLength(longer) && longer.starts(with: shorter)
  }

  static func same(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a == b || Inflection.mayBeFormsOfOneName(a, b)
  }

  /// Whether two long forms can name one person: one's words all stand in the other, in order,
  /// and the family names agree.
  func agrees(with other: ThreadName) -> Bool {
    let (short, long) = tokens.count <= other.tokens.count ? (self, other) : (other, self)
    guard let a = short.tokens.last, let b = long.tokens.last, Self.same(a, b) else {
      return short.tokens.count == long.tokens.count && short.tokens.count == 2
        && Self.same(short.tokens[0], long.tokens[1]) && Self.same(short.tokens[1], long.tokens[0])
    }
    // George W. Bush is not George H. W. Bush.
    let extra = long.tokens.count - short.tokens.count
    if extra > 0, short.tokens.count > 2, long.tokens.contains(where: { $0.count <= 2 }) {
      return false
    }
    var index = 0
    for token in long.tokens where index < short.tokens.count {
      if Self.agree(short.tokens[index], token) { index += 1 }
    }
    return index == short.tokens.count
  }

  /// How well a short form stands for this long one: 3 by its last word, 2 by its first, 1 by
  /// another, 0 not at all.
  func rank(ofShort short: ThreadName) -> Int {
    guard short.tokens.count == 1, let word = short.tokens.first, let last = tokens.last,
      let first = tokens.first
    else { return 0 }
    if tokens.count == 1 {
      return isHan && first.count > word.count && word.count >= 3 && first.starts(with: word)
        ? 3 : 0
    }
    if Self.same(word, last) { return hasPatronymic == short.hasPatronymic ? 3 : 0 }
    if word.count < 3 { return 0 }
    if Self.same(word, first) { return 2 }
    return tokens.contains { Self.same(word, $0) } ? 1 : 0
  }
}
