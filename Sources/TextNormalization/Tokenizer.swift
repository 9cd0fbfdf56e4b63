// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// Cuts text into words, numbers and signs, with their places in the original bytes.
///
/// Words are maximal runs of letters, marks and digits of one script; apostrophes and hyphens are
/// tokens of their own, so that `Erdoğan'ın` and `Jong-un` can be taken apart or kept together by
/// those who know names. In scripts that write no spaces a run of one script is one token, or
/// ICU's dictionary words when `breaksWords` is set.
///
/// - Reference: Unicode Standard Annex #29 is the model; it keeps `Erdoğan'ın` whole, we do not.
public struct Tokenizer: Sendable {
  /// Whether Thai, Han, kana and the like are cut into dictionary words by ICU.
  public var breaksWords: Bool

  /// Creates a tokenizer.
  public init(breaksWords: Bool = false) { self.breaksWords = breaksWords }

  /// Tokens of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8; ill-formed sequences separate words.
  ///   - tokens: Replaced by the tokens in order; its memory is reused.
  /// - Complexity: O(*n*) in the number of bytes.
  public func tokenize(_ text: Span<UInt8>, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    var index = 0
    var previousEnd = -1
    while index < text.count {
      let decoded = text.scalar(at: index)
      let properties = CharacterProperties(decoded.value)
      if properties.isWordCharacter, decoded.isValid, !Self.isModifierApostrophe(decoded.value) {
        let token = word(from: index, first: properties, in: text, isJoined: previousEnd == index)
        index = token.range.upperBound
        previousEnd = index
        if breaksWords, token.script.isUnspaced, token.range.count > 6 {
          split(token, of: text, into: &tokens)
        } else {
          tokens.append(token)
        }
        continue
      }
      let end = index + decoded.length
      if let kind = Self.kind(of: decoded.value, properties) {
        tokens.append(
          Token(
            range: index..<end, kind: kind, shape: .uncased, script: .common,
            isJoined: previousEnd == index))
        previousEnd = end
      } else if properties.isIgnorable, previousEnd == index {
        // A joiner or a directional mark inside a word does not part it from its neighbour.
        previousEnd = end
      }
      index = end
    }
  }

  /// Kind of a character that is not part of a word, nil for spaces and invisible ones.
  private static func kind(of value: UInt32, _ properties: CharacterProperties) -> Token.Kind? {
    switch value {
    case 0x0A, 0x0D, 0x2028, 0x2029: return .lineBreak
    case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2B9, 0x2BB...0x2BF, 0x2032, 0x55A, 0x5F3,
      0xFF07:
      return .apostrophe
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x58A, 0x5BE: return .hyphen
    default: break
    }
    // Categories 12–16 are spaces, separators, controls and formats.
    return (12...16).contains(properties.category) ? nil : .sign
  }

  private func word(
    from start: Int, first: CharacterProperties, in text: Span<UInt8>, isJoined: Bool
  ) -> Token {
    var script = first.script
    var counter = CaseCounter()
    var isNumber = true
    var index = start
    while index < text.count {
      let decoded = text.scalar(at: index)
      let properties = CharacterProperties(decoded.value)
      guard decoded.isValid else { break }
      if !properties.isWordCharacter {
        // Zero-width joiners belong to the word (Persian, Indic); U+200C is one of them.
        guard decoded.value == 0x200C || decoded.value == 0x200D || decoded.value == 0xAD else {
          break
        }
        index += decoded.length
        continue
      }
      if Self.isModifierApostrophe(decoded.value) { break }
      let own = properties.script
      if own != .common, own != .inherited {
        if script == .common || script == .inherited {
          script = own
        } else if own != script, Self.parts(script, own) {
          break
        }
      }
      if !properties.isDigit { isNumber = false }
      counter.count(properties)
      index += decoded.length
    }
    return Token(
      range: start..<index, kind: isNumber ? .number : .word, shape: counter.shape, script: script,
      isJoined: isJoined)
  }

  /// Modifier letters that stand for an apostrophe inside a word: м'я may be written with U+02BC.
  private static func isModifierApostrophe(_ value: UInt32) -> Bool {
    (0x2BB...0x2BF).contains(value) || value == 0x2B9
  }

  /// Whether two scripts cannot stand in one word.
  ///
  /// Mixed Latin and Cyrillic can: it is how
  /// look-alike spellings are written, and the comparison must see them whole.
  private static func parts(_ a: Script, _ b: Script) -> Bool {
    a.isUnspaced || b.isUnspaced || a == .hangul || b == .hangul
  }

  private func split(_ token: Token, of text: Span<UInt8>, into tokens: inout [Token]) {
    let bytes = text.extracting(token.range).array
    var start = 0
    for end in ICU.wordBoundaries(bytes, locale: "") {
      var part = token
      part.range = token.range.lowerBound + start..<token.range.lowerBound + end
      part.isJoined = start > 0 || token.isJoined
      tokens.append(part)
      start = end
    }
  }
}

/// Counts what a word's case shape is made of.
private struct CaseCounter {
  private var upper = 0
  private var lower = 0
  private var firstIsUpper = false

  mutating func count(_ properties: CharacterProperties) {
    if properties.isUppercase || properties.isTitlecase {
      if upper + lower == 0 { firstIsUpper = true }
      upper += 1
    } else if properties.isLowercase {
      lower += 1
    }
  }

  var shape: Token.Shape {
    switch (upper, lower) {
    case (0, 0): .uncased
    case (0, _): .lower
    case (1, 0): .initial
    case (_, 0): .upper
    case (1, _) where firstIsUpper: .title
    default: .mixed
    }
  }
}
