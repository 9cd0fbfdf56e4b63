// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import TextBytes

/// Decides, token by token, whether a capital I is the dotless one.
///
/// The evidence, strongest first: letters that only Turkic Latin alphabets have; the language tag;
/// the text's function words and Turkic letters; and, where those say "perhaps", whether the token
/// could be a Turkish word at all. So `IRAK` in a Turkish headline gives `ırak` while `IMF` and
/// `INTEL` beside it stay themselves.
struct TurkicCasing {
  private let language: LanguageTag?
  // Decided once a text, when the first capital I is met.
  private var textIsTurkic: Bool?
  private var decided: (range: Range<Int>, isTurkic: Bool)?

  init(language: LanguageTag?) { self.language = language }

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
    if TurkicEvidence.turkicLetters(in: token) > 0 { return true }
    if let language, !language.isTurkicLatin { return false }
    // ERDOĞAN'IN: the suffix is of the stem's language.
    if let stem = stem(before: range.lowerBound, in: text),
      TurkicEvidence.turkicLetters(in: Self.composed(text.extracting(stem)).span) > 0
    {
      return true
    }
    if language == nil {
      let isTurkic =
        textIsTurkic ?? TurkicEvidence.isTurkic(Self.composed(text.extracting(first: 4096)).span)
      textIsTurkic = isTurkic
      if !isTurkic { return false }
    }
    // Turkish alone has no q, w and x; its sister languages do.
    return TurkishPhonotactics.allows(token, hasQWX: language.map { $0.language != "tr" } ?? false)
  }

  /// The Latin letters around a position with their marks, up to the next other character.
  private func token(around position: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var start = position
    while start > 0 {
      let before = bytes.scalarStart(before: start)
      guard Self.isLetter(bytes.scalar(at: before)) else { break }
      start = before
    }
    // A mark at the very start belongs to a letter of another script.
    while start < position, bytes[start] == 0xCC || bytes[start] == 0xCD { start += 2 }
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
    return decoded.isValid
      && (properties.script == .latin || (0x300...0x36F).contains(decoded.value))
  }

  /// The letters in NFC, so that a text decides alike in every form.
  private static func composed(_ text: Span<UInt8>) -> [UInt8] {
    let bytes = text.array
    let hasMarks = bytes.contains { $0 == 0xCC || $0 == 0xCD }
    return hasMarks ? ICU.normalize(.nfc, bytes) : bytes
  }
}
