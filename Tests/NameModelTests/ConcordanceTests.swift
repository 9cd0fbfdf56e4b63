// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameModel
import Testing
import TextBytes
import TextNormalization

@Suite struct ConcordanceTests {
  private let concordance = Concordance.standard

  private func meanings(_ term: String) -> Concordance.Meanings {
    var normalizer = TextNormalizer(.key)
    let key = normalizer.normalize(term)
    return concordance.meanings(of: key.utf8Span.span)
  }

  private func shared(_ a: String, _ b: String) -> Concordance.Kinds {
    concordance.kinds(sharedBy: meanings(a), meanings(b))
  }

  @Test(arguments: [
    ("Yunanistan", "Ελλάδα"), ("Schwiiz", "Швейцария"), ("Guinea-Bissau", "Гвінея-Бісау"),
    ("Czechia", "Czech Republic"), ("Myanmar (Burma)", "미얀마"), ("Kıbrıs", "Chipre"),
    ("ዓለም", "World"), ("Europa", "Avrupa"), ("Cairo", "القاهرة"), ("Reykjavík", "Рейкьявик"),
    ("Côte d’Ivoire", "Fildişi Sahili"), ("Türkiye", "Turkey"), ("U.S.A.", "ABD"),
  ])
  func joinsPlaces(a: String, b: String) {
    #expect(shared(a, b).contains(.place))
    #expect(shared(b, a).contains(.place))
  }

  @Test(arguments: [
    ("Slovenia", "Slovakia"), ("Angola", "Anguilla"), ("Niger", "Nigeria"),
    ("Congo (Republic)", "Congo (DRC)"), ("Cairo", "Egypt"), ("Turkey", ""), ("", ""),
  ])
  func keepsPlacesApart(a: String, b: String) { #expect(shared(a, b) == []) }

  /// One spelling may name two places in two languages, and then agrees with both.
  @Test func keepsEveryMeaningOfATerm() {
    #expect(shared("Island", "Iceland").contains(.place))
    #expect(concordance.meaningCount(meanings("Georgia")) >= 1)
    #expect(shared("Birleşmiş Milletler", "Vereinte Nationen").contains(.institution))
  }

  @Test func readsPhrasesWordByWord() {
    var hash = TermHash()
    hash.append(word: "sri".utf8Span.span)
    #expect(concordance.meanings(of: hash).isEmpty)
    hash.append(word: "lanka".utf8Span.span)
    #expect(concordance.meanings(of: hash) == meanings("Sri Lanka"))
    let names = (0..<concordance.meaningCount(meanings("Sri Lanka"))).map {
      concordance.name(ofMeaning: concordance.meaning($0, of: meanings("Sri Lanka")))
    }
    #expect(names.contains("country-lk"))
  }
}
