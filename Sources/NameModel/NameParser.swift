// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes
package import TextNormalization

/// Takes names apart into words with roles.
///
///     var parser = NameParser()
///     parser.parse("Sayın Recep T. Erdoğan'ın", kind: .person)
///     // honorific sayin, name recep, initial t, name erdogan
///
/// Words keep their order and every word of the name becomes a token, so that evidence can account
/// for each; only case suffixes behind an apostrophe and possessives are cut off.
public struct NameParser: Sendable {
  private let tokenizer = Tokenizer()
  private let lexicon = Lexicon.standard
  private let concordance = Concordance.standard
  private var keyNormalizer = TextNormalizer(.key)
  private var foldNormalizer = TextNormalizer(.fold)
  private var romanizer = TextNormalizer(.ascii)
  private var tokens: [Token] = []

  /// Creates a parser with its own scratch memory.
  public init() {}

  /// Parses a name.
  ///
  /// - Parameters:
  ///   - name: The name in any script, well-formed or not.
  ///   - kind: What it names, if known.
  /// - Returns: The words in order, with roles.
  /// - Complexity: O(*n*) in the length of the name.
  public mutating func parse(_ name: String, kind: NameKind? = nil) -> StructuredName {
    parse(name.utf8Span.span, kind: kind)
  }

  /// Parses a name from UTF-8 bytes.
  public mutating func parse(_ bytes: Span<UInt8>, kind: NameKind? = nil) -> StructuredName {
    var words: [NameToken] = []
    readWords(of: bytes, isFirst: true, into: &words)
    var name = name(of: bytes, words: words, kind: kind)
    for word in words where !name.hasMixedScripts {
      name.hasMixedScripts = Self.mixesScripts(bytes.extracting(word.range))
    }
    return name
  }

  /// A name whose words are known from elsewhere.
  ///
  /// - Parameters:
  ///   - bytes: The whole name.
  ///   - words: Its words, in order.
  ///   - kind: What it names, if known.
  /// - Returns: The name; it is not looked whether it mixes scripts.
  /// - Complexity: O(*n*) in the length of the name.
  public mutating func name(
    of bytes: Span<UInt8>, words: [NameToken], kind: NameKind?
  ) -> StructuredName {
    let key = key(of: bytes)
    return StructuredName(
      kind: kind, tokens: words, key: key, meanings: concordance.meanings(of: key.span),
      hasMixedScripts: false)
  }

  /// Appends the words of a stretch of a name, such as what stands between two spaces.
  ///
  /// - Parameters:
  ///   - bytes: The stretch.
  ///   - isFirst: Whether the name begins with it: `II` behind a name is a generation.
  ///   - words: Takes the words; their ranges are in the stretch.
  /// - Complexity: O(*n*) in the length of the stretch.
  public mutating func readWords(
    of bytes: Span<UInt8>, isFirst: Bool, into words: inout [NameToken]
  ) {
    let before = words.count
    tokenizer.tokenize(bytes, into: &tokens)
    var index = 0
    while index < tokens.count {
      let end = Self.wordEnd(from: index, of: tokens, in: bytes)
      let first = tokens[index]
      if first.kind == .word || first.kind == .number {
        let range = first.range.lowerBound..<tokens[end - 1].range.upperBound
        let isDotted =
          end < tokens.count && bytes[tokens[end].range.lowerBound] == 0x2E
          && tokens[end].isJoined
        let isJoined = index > 0 && first.isJoined && tokens[index - 1].kind != .sign
        words.append(
          word(
            bytes.extracting(range), at: range, first, isDotted: isDotted, isJoined: isJoined,
            isFirst: isFirst && words.count == before))
        index = suffixEnd(from: end, in: bytes)
      } else {
        index += 1
      }
    }
  }

  /// End of the word that begins at a token: O'Neill and L'Express are one word.
  package static func wordEnd(
    from index: Int, of tokens: [Token], in bytes: Span<UInt8>
  ) -> Int {
    var end = index + 1
    while end + 1 < tokens.count, tokens[end].kind == .apostrophe, tokens[end].isJoined,
      tokens[end + 1].kind == .word, tokens[end + 1].isJoined,
      !CaseSuffix.isSuffix(bytes.extracting(tokens[end + 1].range), after: tokens[index])
    {
      end += 2
    }
    return end
  }

  /// Skips an apostrophe and the case suffix or possessive behind it.
  private func suffixEnd(from index: Int, in bytes: Span<UInt8>) -> Int {
    guard index + 1 < tokens.count, tokens[index].kind == .apostrophe,
      tokens[index + 1].kind == .word, tokens[index + 1].isJoined,
      CaseSuffix.isSuffix(bytes.extracting(tokens[index + 1].range), after: tokens[index - 1])
    else { return index }
    return index + 2
  }

  private mutating func word(
    _ bytes: Span<UInt8>, at range: Range<Int>, _ token: Token, isDotted: Bool, isJoined: Bool,
    isFirst: Bool
  ) -> NameToken {
    let isPlain = Self.isPlain(bytes)
    let key = isPlain ? Self.lowered(bytes) : key(of: bytes)
    let roman = isPlain ? Self.copied(bytes) : roman(of: bytes)
    let letters = isPlain ? key.map { UInt16($0) } : letters(of: bytes, key, token.script)
    let classes = lexicon.classes(of: key.span)
    return NameToken(
      range: range, key: key, roman: roman, letters: letters,
      romanLetters: isPlain ? letters : NameLetters.romanLetters(of: roman), script: token.script,
      role: role(of: key, classes, token, isDotted: isDotted, isFirst: isFirst),
      isJoined: isJoined, meanings: concordance.meanings(of: key.span),
      isKnownName: classes.contains(.givenName))
  }

  /// Whether a word is of the letters a to z alone, whose every profile is known beforehand.
  ///
  /// A capital I has a reading of its own in Turkish.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if !(0x61...0x7A).contains(byte | 0x20) || byte == 0x49 { return false }
    }
    return true
  }

  private static func lowered(_ bytes: Span<UInt8>) -> [UInt8] {
    bytes.indices.map { bytes[$0] | 0x20 }
  }

  private static func copied(_ bytes: Span<UInt8>) -> [UInt8] {
    bytes.indices.map { bytes[$0] }
  }

  private func role(
    of key: [UInt8], _ classes: LexicalClasses, _ token: Token, isDotted: Bool, isFirst: Bool
  ) -> NameToken.Role {
    if token.kind == .number { return .number }
    // The D of William D. Ford is no particle, the V of Peter V. Smith no number.
    if isDotted, token.shape == .initial { return .initial }
    // Xi Jinping is not the eleventh: a generation word stands behind a name, a Roman number in
    // capitals.
    if classes.contains(.generation), !isFirst,
      token.shape != .title || !Self.isRomanNumber(key)
    {
      return .generation
    }
    if token.shape == .initial, key.count == 1 { return .initial }
    if classes.contains(.honorific) { return .honorific }
    if classes.contains(.role) { return .office }
    if classes.contains(.particle) { return .particle }
    if classes.contains(.legalForm) { return .legalForm }
    if token.shape == .initial || isDotted && token.range.count <= 2 { return .initial }
    return .name
  }

  private static func isRomanNumber(_ key: [UInt8]) -> Bool {
    key.allSatisfy { "ivxlcdm".utf8.contains($0) }
  }

  private mutating func letters(
    of bytes: Span<UInt8>, _ key: [UInt8], _ script: Script
  ) -> [UInt16] {
    guard script == .latin else { return NameLetters.letters(of: key.span) }
    var folded = ByteBuffer(capacity: bytes.count * 2 + 8)
    foldNormalizer.normalize(bytes, into: &folded)
    return NameLetters.letters(of: folded.span)
  }

  private mutating func roman(of bytes: Span<UInt8>) -> [UInt8] {
    var output = ByteBuffer(capacity: bytes.count * 3 + 8)
    romanizer.normalize(bytes, into: &output)
    return output.array()
  }

  private mutating func key(of bytes: Span<UInt8>) -> [UInt8] {
    var output = ByteBuffer(capacity: bytes.count * 2 + 8)
    keyNormalizer.normalize(bytes, into: &output)
    return output.array()
  }

  /// Latin and Cyrillic or Greek letters inside one word.
  private static func mixesScripts(_ bytes: Span<UInt8>) -> Bool {
    var seen: Script?
    var index = 0
    while index < bytes.count {
      let decoded = bytes.scalar(at: index)
      let script = CharacterProperties(decoded.value).script
      if script == .latin || script == .cyrillic || script == .greek {
        if let seen, seen != script { return true }
        seen = script
      }
      index += decoded.length
    }
    return false
  }
}
