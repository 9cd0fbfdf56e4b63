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

  @Test(arguments: [
    ("William", "Bill"), ("Peggy", "Margaret"), ("Nellie", "Helen"), ("Nellie", "Cornelia"),
    ("Gus", "Augustus"), ("Freddie", "Winifred"), ("Freddie", "Frederick"), ("Саша", "Александр"),
    ("Sasha", "Aleksandra"), ("Vova", "Vladimir"), ("Zosia", "Zofia"), ("Honza", "Jan"),
    ("Paco", "Francisco"), ("Beppe", "Giuseppe"), ("Pista", "István"), ("יוסי", "יוסף"),
  ])
  func joinsShortForms(a: String, b: String) { #expect(shared(a, b).contains(.nickname)) }

  /// Names that only share a short form, or a short form and a name that it is not short for.
  @Test(arguments: [("Alexander", "Alexis"), ("Augustus", "Angus"), ("Bill", "Robert")])
  func keepsNamesApart(a: String, b: String) {
    #expect(shared(a, b).isDisjoint(with: [.nickname, .cognate]))
  }

  @Test func tellsCognatesFromShortForms() {
    #expect(shared("Giovanni", "John").contains(.cognate))
    #expect(shared("Ян", "Ivan").contains(.cognate))
    #expect(!shared("Bill", "William").contains(.cognate))
  }

  @Test(arguments: [
    ("GmbH", "Gesellschaft mbH"), ("OOO", "LLC"), ("ООО", "Limited Liability Company"),
    ("AO", "JSC"), ("Société anonyme", "S.A."), ("A.Ş.", "Anonim Şirketi"), ("Ltd", "Limited"),
  ])
  func joinsLegalForms(a: String, b: String) { #expect(shared(a, b).contains(.legalForm)) }

  @Test func tellsContradictions() {
    let legal = (meanings("AG"), meanings("GmbH"))
    #expect(concordance.differ(legal.0, legal.1, in: .legalForm))
    #expect(concordance.differ(meanings("Jr"), meanings("Sr."), in: .generation))
    #expect(concordance.differ(meanings("Slovenia"), meanings("Slovakia"), in: .place))
    #expect(!concordance.differ(meanings("Slovenia"), meanings("Qqqq"), in: .place))
    #expect(!concordance.differ(meanings("GmbH"), meanings("Ltd"), in: .legalForm))
  }

  @Test(arguments: [
    ("South", "Janub"), ("Energetyczna", "энергетика"), ("Bankası", "Bank"),
    ("Nehri", "River"), ("Üniversitesi", "университет"), ("合作社", "cooperative"),
  ])
  func joinsCommonWords(a: String, b: String) {
    #expect(!shared(a, b).isDisjoint(with: [.translation, .legalForm]))
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
