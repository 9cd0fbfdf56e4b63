// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameTransliteration
import Testing
import TextNormalization

@Suite("spellings for readers")
struct NameSpellerTests {
  @Test(
    "what the readers' newspapers write is among the first ten",
    arguments: [
      ("Ельцин", "en", "Yeltsin"), ("Ельцин", "de", "Jelzin"), ("Ельцин", "fr", "Eltsine"),
      ("Хрущёв", "en", "Khrushchev"), ("Хрущёв", "de", "Chruschtschow"),
      ("Хрущёв", "fr", "Khrouchtchev"), ("Хрущёв", "es", "Jruschov"),
      ("Хрущёв", "pl", "Chruszczow"), ("Хрущёв", "tr", "Kruşçev"),
      ("Чайковский", "en", "Tchaikovsky"), ("Чайковский", "de", "Tschaikowski"),
      ("Шойгу", "en", "Shoigu"), ("Шойгу", "de", "Schoigu"), ("Шойгу", "fr", "Choïgou"),
      ("Юлия", "en", "Yulia"), ("Юлия", "en", "Yuliya"),
      ("Зеленський", "en", "Zelensky"), ("Зеленський", "en", "Zelenskyy"),
      ("Зеленський", "de", "Selenskyj"),
      ("Müller", "en", "Mueller"), ("Müller", "en", "Muller"),
    ])
  func newspapers(name: String, reader: String, expected: String) throws {
    var speller = try #require(NameSpeller(reader: reader))
    let found = speller.spell(name, limit: 10).map(\.text)
    #expect(found.contains(expected), "\(name) for \(reader): \(found)")
  }

  @Test("names that differ stay different")
  func distinct() throws {
    var speller = try #require(NameSpeller(reader: "en"))
    let first = Set(speller.spell("Щербаков", limit: 4).map(\.text))
    #expect(first.isDisjoint(with: speller.spell("Сербаков", limit: 4).map(\.text)))
  }

  @Test(
    "scores fall, lie in 0...1 and add up to 1 at most, whatever the text",
    arguments: [
      "Владимир Владимирович Путин", "محمد بن سلمان", "בנימין נתניהו", "習近平", "김정은",
      "エルドアン", "Đorđević", "", " ", "-", "ь", "a\u{301}", "🙂", "Ё", "Жан-Клод Ван Дамм",
    ])
  func scores(name: String) throws {
    for reader in ["en", "de", "tr"] {
      var speller = try #require(NameSpeller(reader: reader))
      let found = speller.spell(name, limit: 20)
      #expect(!found.isEmpty && found.count <= 20)
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
      #expect(found.allSatisfy { (0...1).contains($0.score) })
      #expect(found.reduce(0) { $0 + $1.score } < 1 + 1e-9)
      #expect(Set(found.map { Array($0.text.utf8) }).count == found.count)
    }
  }

  @Test("Arabic names get vowels, Turkish readers a dotted capital")
  func letters() throws {
    var english = try #require(NameSpeller(reader: "en"))
    let found = english.spell("محمد", limit: 10).map(\.text)
    #expect(Set(found).isSuperset(of: ["Mohammed", "Muhammad", "Mohamed", "Mohammad"]))
    #expect(english.spell("محمد بن سلمان", limit: 1).first?.text == "Mohammed bin Salman")
    var turkish = try #require(NameSpeller(reader: "tr"))
    #expect(turkish.spell("Иванов", limit: 1).first?.text.hasPrefix("İ") == true)
  }

  @Test("a reader that nobody knows is none")
  func unknown() { #expect(NameSpeller(reader: "xx") == nil) }

  @Test("every standard runs")
  func standards() {
    #expect(RomanStandard("iso9")?.method == .transform("Cyrillic-Latin"))
    #expect(RomanStandard("nothing") == nil)
    let names = RomanStandard.all.map(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count)
  }
}
