// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameModel
import Testing
import TextNormalization

@Suite struct LexiconTests {
  private func classes(_ key: String, _ language: String? = nil) -> LexicalClasses {
    let languages = Lexicon.standard.languages(language.flatMap { LanguageTag($0) })
    return Lexicon.standard.classes(of: key.utf8Span.span, in: languages)
  }

  @Test(arguments: [
    ("cumhuriyet halk partisi", LexicalClasses.institution), ("ankara", .place), ("россия", .place),
    ("москва", .place), ("大統領", .role), ("氏", .honorific), ("gmbh", .legalForm), ("as", .legalForm),
    ("bakanligi", .orgWord), ("mehmet", .givenName), ("bob", .nickname), ("أنقرة", .place),
  ])
  func knows(key: String, kind: LexicalClasses) {
    var normalizer = TextNormalizer(.key)
    #expect(classes(normalizer.normalize(key)).contains(kind))
  }

  @Test func dependsOnTheLanguage() {
    #expect(classes("die", "de").contains(.functionWord))
    #expect(!classes("die", "tr").contains(.functionWord))
  }

  @Test func joinsTranslations() {
    let lexicon = Lexicon.standard
    let turkish = lexicon.group(of: "cumhuriyet halk partisi".utf8Span.span, in: .institution)
    let english = lexicon.group(of: "republican peoples party".utf8Span.span, in: .institution)
    #expect(turkish != nil)
    #expect(turkish == english)
    #expect(turkish.map(lexicon.groupName) == "chp")
    #expect(
      lexicon.group(of: "turkiye".utf8Span.span, in: .place).map(lexicon.groupName) == "country-tr")
  }

  @Test func refusesWhatItDoesNotKnow() {
    #expect(Lexicon.standard.entry(of: "".utf8Span.span) == nil)
    #expect(Lexicon.standard.entry(of: "qqqq".utf8Span.span) == nil)
    #expect(Lexicon.standard.entry(of: String(repeating: "a", count: 400).utf8Span.span) == nil)
    #expect(Lexicon.standard.entry(of: "cumhuriyet halk".utf8Span.span)?.isPrefix == true)
  }
}
