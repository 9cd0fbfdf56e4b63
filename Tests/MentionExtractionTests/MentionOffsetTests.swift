// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MentionExtraction
import Testing
import TextNormalization

/// Whatever the input, spans are in order, apart, inside the text and never empty.
@Suite struct MentionOffsetTests {
  private func check(_ bytes: [UInt8], language: String?) {
    var extractor = MentionExtractor(language: language.flatMap { LanguageTag($0) })
    var end = 0
    for mention in extractor.extract(bytes.span) {
      #expect(mention.range.lowerBound >= end)
      #expect(!mention.range.isEmpty)
      #expect(mention.range.upperBound <= bytes.count)
      end = mention.range.upperBound
    }
  }

  private static let pieces = [
    "Erdoğan", "'ın", "’s", "ERDOĞAN", " ", " ", " ", "\n", ".", ",", "(", ")", "-", "–", "van der",
    "al-", "President", "Путина", "партия", "أردوغان", "الرئيس", "و", "נתניהו", "או\"ם", "习近平",
    "总统",
    "·", "・", "エルドアン", "大統領", "氏", "대통령은", "푸틴", "김", "ზელენსკი", "J.", "U.S.", "O'", "Neill",
    "CHP",
    "Ministry of", "Bank", "\u{200D}", "\u{301}", "İ", "ß", "1", "&", "\u{FEFF}", "กรุงเทพ", "🙂",
  ]

  @Test(
    arguments: [nil, "tr", "en", "de", "ru", "ar", "he", "zh", "ja", "ko", "ka", "pl"] as [String?])
  func holdsOnRandomText(language: String?) {
    var generator = Seeded(state: 7)
    for _ in 0..<120 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        text += Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
      }
      check(text, language: language)
      // Damaged UTF-8 too.
      for _ in 0..<3 where !text.isEmpty {
        text[Int.random(in: 0..<text.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      check(text, language: language)
    }
  }

  @Test func holdsOnRandomBytes() {
    var generator = Seeded(state: 11)
    for count in [0, 1, 2, 3, 17, 400, 5000] {
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, language: nil)
    }
  }

  @Test(arguments: [
    "a", "A", "A ", "A.", "习", "エ", "김", "أ", "ზ", "Al-", "'", "\"", "van ", "Party ", "·",
  ])
  func isLinear(piece: String) {
    check(Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8), language: nil)
  }
}

/// A small repeatable generator (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
