// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

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
    let isTurkic = decide(bytes.extracting(range), in: bytes)
    decided = (range, isTurkic)
    return isTurkic
  }

  private mutating func decide(
    _ token: Span<UInt8>, in text: Span<UInt8>
  ) -> Bool {
    if TurkicEvidence.turkicLetters(in: token) > 0 { return true }
    if let language, !language.isTurkicLatin { return false }
    if language == nil {
      let isTurkic = textIsTurkic ?? TurkicEvidence.isTurkic(text)
      textIsTurkic = isTurkic
      if !isTurkic { return false }
    }
    return TurkishPhonotactics.allows(token)
  }

  /// The letters around a position, up to the next space, apostrophe or sign.
  private func token(around position: Int, in bytes: Span<UInt8>) -> Range<Int> {
    var start = position
    while start > 0, Self.isLetterByte(bytes[start - 1]) { start -= 1 }
    var end = position
    while end < bytes.count, Self.isLetterByte(bytes[end]) { end += 1 }
    return start..<end
  }

  /// ASCII letters and every non-ASCII byte but those of general punctuation's lead (’ is E2 80 99).
  private static func isLetterByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80 && byte != 0xE2
  }
}
