// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes
internal import TextNormalization

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

  /// Letters of a word that are looked at for its sounds; no name's word is longer, and a
  /// comparison's cost grows with the square.
  private static let longestRoman = 128

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
    tokenizer.tokenize(bytes, into: &tokens)
    var words: [NameToken] = []
    var hasMixedScripts = false
    var index = 0
    while index < tokens.count {
      let end = wordEnd(from: index, in: bytes)
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
            isFirst: words.isEmpty))
        hasMixedScripts = hasMixedScripts || Self.mixesScripts(bytes.extracting(range))
        index = suffixEnd(from: end, in: bytes)
      } else {
        index += 1
      }
    }
    let key = key(of: bytes)
    return StructuredName(
      kind: kind, tokens: words, key: key, meanings: concordance.meanings(of: key.span),
      hasMixedScripts: hasMixedScripts)
  }

  /// End of the word that begins at a token: O'Neill and L'Express are one word.
  private func wordEnd(from index: Int, in bytes: Span<UInt8>) -> Int {
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
    let key = key(of: bytes)
    var roman = ByteBuffer(capacity: bytes.count * 3 + 8)
    romanizer.normalize(bytes, into: &roman)
    let romanBytes = roman.array()
    var sounds = SoundClasses.sounds(of: Array(romanBytes.prefix(Self.longestRoman)))
    // A word whose letters have no sounds (digits) is told apart by its key.
    if sounds.isEmpty, token.kind == .word { sounds = key.map { $0 % UInt8(SoundClasses.count) } }
    let classes = lexicon.classes(of: key.span)
    return NameToken(
      range: range, key: key, roman: romanBytes, letters: letters(of: bytes, key, token.script),
      romanLetters: NameLetters.romanLetters(of: romanBytes), sounds: sounds, script: token.script,
      role: role(of: key, classes, token, isDotted: isDotted, isFirst: isFirst),
      isJoined: isJoined, meanings: concordance.meanings(of: key.span),
      isKnownName: classes.contains(.givenName))
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
