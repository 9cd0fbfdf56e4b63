// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// The places of a text at which words of a catalogue stand.
///
/// Words of spaced scripts are taken whole, in Arabic and Hebrew also without the letter that is
/// written onto them; in scripts without spaces a word may begin at any character, in Korean at the
/// head of a written word.
struct ScannedText {
  /// A stretch that is a word of the catalogue.
  struct Node {
    var range: Range<Int>
    /// The last token that it touches.
    var token: Int
    var words: [CatalogWords.Word]
    /// Whether a name may begin or end here on its own, without neighbours.
    var isWhole: Bool
    /// Whether it is written without a capital in a script that has them.
    var isLower: Bool
    var script: Script
  }

  private(set) var nodes: [Node] = []
  /// First node of each token, and behind the last.
  private var starts: [Int] = []
  private(set) var tokens: [Token]
  /// Whether the text has capitals.
  private(set) var hasCapitals = false

  /// Characters of the longest word that is looked for in scripts without spaces.
  private static let longestDense = 8
  private static let longestSyllabic = 24

  init(_ text: Span<UInt8>, _ tokens: [Token], _ words: inout CatalogWords) {
    self.tokens = tokens
    starts.reserveCapacity(tokens.count + 1)
    for index in tokens.indices {
      starts.append(nodes.count)
      let token = tokens[index]
      guard token.kind == .word || token.kind == .number else { continue }
      if token.isCapitalized { hasCapitals = true }
      if token.script.isUnspaced {
        addDense(index, text, &words)
      } else if token.script == .hangul {
        addHangul(index, text, &words)
      } else {
        addSpaced(index, text, &words)
      }
    }
    starts.append(nodes.count)
  }

  /// Nodes that may follow a node in one name.
  func following(_ node: Node, _ text: Span<UInt8>) -> Range<Int> {
    if node.range.upperBound < tokens[node.token].range.upperBound {
      return tokens[node.token].script.isUnspaced
        ? nodes(at: node.range.upperBound, of: node.token) : 0..<0
    }
    guard let next = next(node.token, text) else { return 0..<0 }
    return nodes(at: tokens[next].range.lowerBound, of: next)
  }

  /// The token with the next word of a name: behind a space, a hyphen, an ampersand, a middle dot, or
  /// the full stop of an abbreviation.
  private func next(_ token: Int, _ text: Span<UInt8>) -> Int? {
    var next = token + 1
    guard next < tokens.count else { return nil }
    switch tokens[next].kind {
    case .hyphen: next += 1
    case .apostrophe where tokens[next].isJoined: next += 1
    case .sign:
      switch text.scalar(at: tokens[next].range.lowerBound).value {
      case 0x2E:
        guard tokens[next].isJoined, isAbbreviation(token, text) else { return nil }
      case 0x26, 0xB7, 0x2022, 0x2027, 0x30FB, 0xFF65: break
      default: return nil
      }
      next += 1
    case .apostrophe: return nil
    case .word, .number, .lineBreak: break
    }
    guard next < tokens.count, tokens[next].kind == .word || tokens[next].kind == .number else {
      return nil
    }
    return next
  }

  /// J., St., Св.: one or two letters.
  private func isAbbreviation(_ token: Int, _ text: Span<UInt8>) -> Bool {
    var letters = 0
    for byte in tokens[token].range where text[byte] & 0xC0 != 0x80 { letters += 1 }
    return letters <= 2
  }

  private func nodes(at byte: Int, of token: Int) -> Range<Int> {
    var first = starts[token]
    while first < starts[token + 1], nodes[first].range.lowerBound < byte { first += 1 }
    var end = first
    while end < starts[token + 1], nodes[end].range.lowerBound == byte { end += 1 }
    return first..<end
  }

  // MARK: - Words

  private mutating func addSpaced(
    _ index: Int, _ text: Span<UInt8>, _ words: inout CatalogWords
  ) {
    let token = tokens[index]
    let end = NameParser.wordEnd(from: index, of: tokens, in: text)
    if end > index + 1 {
      add(token.range.lowerBound..<tokens[end - 1].range.upperBound, end - 1, token, text, &words)
    }
    add(token.range, index, token, text, &words)
    guard token.script == .arabic || token.script == .hebrew else { return }
    let first = text.scalar(at: token.range.lowerBound)
    guard token.range.count > 3 * first.length, Self.prefixes.contains(first.value) else { return }
    add(
      token.range.lowerBound + first.length..<token.range.upperBound, index, token, text, &words)
  }

  /// و ف ب ل ك, ו ה ב ל מ ש כ: and, so, in, to, like, from, that.
  private static let prefixes: Set<UInt32> = [
    0x648, 0x641, 0x628, 0x644, 0x643, 0x5D5, 0x5D4, 0x5D1, 0x5DC, 0x5DE, 0x5E9, 0x5DB,
  ]

  private mutating func add(
    _ range: Range<Int>, _ last: Int, _ token: Token, _ text: Span<UInt8>,
    _ words: inout CatalogWords
  ) {
    let isLower = token.script.hasCase && token.shape == .lower
    let found = words.words(text.extracting(range), token.script, mayInflect: true)
    if found.isEmpty { return }
    nodes.append(
      Node(
        range: range, token: last, words: found, isWhole: true, isLower: isLower,
        script: token.script))
  }

  // MARK: - Scripts without spaces

  private mutating func addDense(_ index: Int, _ text: Span<UInt8>, _ words: inout CatalogWords) {
    let token = tokens[index]
    let isKatakana = token.script == .katakana
    let longest = token.script == .han ? Self.longestDense : Self.longestSyllabic
    let letters = letters(of: token.range, text, &words)
    for first in letters.indices {
      var key: [UInt8] = []
      for last in first..<min(letters.count, first + longest) {
        key += letters[last].key
        // Single characters come back all the time.
        let found =
          last == first
          ? words.words(text.extracting(letters[first].range), token.script, mayInflect: false)
          : words.equal(to: key, .none)
        if found.isEmpty { continue }
        nodes.append(
          Node(
            range: letters[first].range.lowerBound..<letters[last].range.upperBound, token: index,
            words: found,
            isWhole: isKatakana ? first == 0 && last == letters.count - 1 : last > first,
            isLower: false, script: token.script))
      }
    }
  }

  private mutating func addHangul(_ index: Int, _ text: Span<UInt8>, _ words: inout CatalogWords) {
    let token = tokens[index]
    let letters = letters(of: token.range, text, &words)
    var key: [UInt8] = []
    for last in letters.indices.prefix(Self.longestDense) {
      key += letters[last].key
      let found = words.equal(to: key, .none)
      if found.isEmpty { continue }
      let rest = letters[(last + 1)...].flatMap(\.key)
      nodes.append(
        Node(
          range: token.range.lowerBound..<letters[last].range.upperBound, token: index,
          words: found,
          isWhole: last > 0 && (rest.isEmpty || last > 1 || Self.particles.contains(rest)),
          isLower: false, script: .hangul))
    }
  }

  /// What Korean writes behind a name.
  private static let particles: Set<[UInt8]> = Set(
    "은 는 이 가 을 를 의 에 와 과 도 로 으로 에서 에게 한테 만 께 측 씨 및"
      .split(separator: " ").map { Array($0.utf8) })

  private func letters(
    of range: Range<Int>, _ text: Span<UInt8>, _ words: inout CatalogWords
  ) -> [(range: Range<Int>, key: [UInt8])] {
    var letters: [(range: Range<Int>, key: [UInt8])] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let decoded = text.scalar(at: position)
      let end = position + decoded.length
      let properties = CharacterProperties(decoded.value)
      if properties.isMark || properties.isIgnorable, let last = letters.indices.last {
        letters[last].range = letters[last].range.lowerBound..<end
        letters[last].key = words.key(of: text.extracting(letters[last].range))
      } else {
        letters.append((position..<end, words.key(of: text.extracting(position..<end))))
      }
      position = end
    }
    return letters
  }
}
