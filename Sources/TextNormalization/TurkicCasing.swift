// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// Decides, token by token, whether a capital I is the dotless one.
///
/// The evidence, strongest first: letters that only Turkic Latin alphabets have; the language tag;
/// the language that the whole text seems to be in (`LanguageDetector`); and, where those say "perhaps", whether the token
/// could be a Turkish word at all. So `IRAK` in a Turkish headline gives `ırak` while `IMF` and
/// `INTEL` beside it stay themselves.
struct TurkicCasing {
  // A line or two are enough for this, and every line of a file asks.
  private static let detector = LanguageDetector(mostCharacters: 400)

  private let language: LanguageTag?
  // Decided once a text, when the first capital I is met.
  private var textIsTurkic: Bool?
  private var decided: (range: Range<Int>, isTurkic: Bool)?
  private var isUntold: Bool?
  private var typesTurkicLetters = false
  /// Whether tokens whose I may be either are read the other way than the evidence leans.
  private let takesOtherReading: Bool
  /// Whether any token so far could be read either way.
  private(set) var hasAmbiguity = false

  init(language: LanguageTag?, takesOtherReading: Bool = false) {
    self.language = language
    self.takesOtherReading = takesOtherReading
  }

  /// Whether the token around an `I` is folded the Turkic way.
  ///
  /// - Complexity: O(length of the token), once a token; O(length of the text) once.
  mutating func isTurkic(at position: Int, in bytes: Span<UInt8>) -> Bool {
    if let decided, decided.range.contains(position) { return decided.isTurkic }
    let range = token(around: position, in: bytes)
    let isTurkic = isTurkic(range, in: bytes)
    decided = (range, isTurkic)
    return isTurkic
  }

  private mutating func isTurkic(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    let letters = Self.composed(text.extracting(range))
    let token = letters.span
    if TurkicLetters.areIn(token) { return true }
    if let language, !language.isTurkicLatin { return false }
    // ERDOĞAN'IN: the suffix is of the stem's language.
    if let stem = stem(before: range.lowerBound, in: text),
      TurkicLetters.areIn(Self.composed(text.extracting(stem)).span)
    {
      return true
    }
    detect(text)
    guard textIsTurkic != false || isUntold == true else { return false }
    // Turkish alone has no q, w and x; its sister languages do.
    let hasQWX = language.map { $0.language != "tr" } ?? false
    guard TurkishPhonotactics.allows(token, hasQWX: hasQWX) else { return false }
    hasAmbiguity = true
    // Who types Turkish without its letters means either i by `Istanbul`; capitals are all there is.
    let leans = textIsTurkic == true && (typesTurkicLetters || !Self.hasLowerCase(token))
    return leans != takesOtherReading
  }

  private static func hasLowerCase(_ token: Span<UInt8>) -> Bool {
    var index = 0
    while index < token.count {
      let decoded = token.scalar(at: index)
      if CharacterProperties(decoded.value).isLowercase { return true }
      index += decoded.length
    }
    return false
  }

  /// Settles, once a text, what the tag or the text itself says of its language.
  private mutating func detect(_ text: Span<UInt8>) {
    guard textIsTurkic == nil else { return }
    if language != nil {
      textIsTurkic = true
      typesTurkicLetters = true
      return
    }
    let detected = Self.detector.detect(text)
    textIsTurkic = detected.turkicConfidence > 0.5
    isUntold = detected.language == nil
    typesTurkicLetters = TurkicLetters.areIn(Self.composed(text.extracting(first: 1600)).span)
  }

  /// The Latin letters around a position with their marks, up to the next other character.
  private func token(around position: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var start = position
    while start > 0 {
      let before = bytes.scalarStart(before: start)
      let decoded = bytes.scalar(at: before)
      // Behind ill-formed bytes there may be a letter further back.
      guard before + decoded.length == start, Self.isLetter(decoded) else { break }
      start = before
    }
    // A mark at the very start belongs to a letter of another script.
    while start < position {
      let decoded = bytes.scalar(at: start)
      guard CharacterProperties(decoded.value).isMark else { break }
      start += decoded.length
    }
    var end = position
    while end < bytes.count, Self.isLetter(bytes.scalar(at: end)) {
      end += bytes.scalar(at: end).length
    }
    return start..<end
  }

  /// The token that an apostrophe joins to the one that begins at a position.
  private func stem(before start: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    var end = start - 1
    if end >= 2, bytes[end] == 0x99, bytes[end - 1] == 0x80, bytes[end - 2] == 0xE2 {
      end -= 2
    } else if end < 0 || bytes[end] != 0x27 {
      return nil
    }
    guard end > 0 else { return nil }
    let stem = token(around: end, in: bytes)
    return stem.isEmpty ? nil : stem
  }

  private static func isLetter(_ decoded: DecodedScalar) -> Bool {
    if decoded.value < 0x80 {
      return (0x41...0x5A).contains(decoded.value) || (0x61...0x7A).contains(decoded.value)
    }
    let properties = CharacterProperties(decoded.value)
    return decoded.isValid && (properties.script == .latin || properties.isMark)
  }

  /// The letters in NFC, so that a text decides alike in every form.
  private static func composed(_ text: Span<UInt8>) -> [UInt8] {
    let bytes = text.array
    // No mark lies below U+0300.
    let hasMarks = bytes.contains { $0 >= 0xCC }
    return hasMarks ? ICU.normalize(.nfc, bytes) : bytes
  }
}
