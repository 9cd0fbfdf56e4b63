// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import NameModel
import Testing
import TextNormalization

/// Names of a catalogue in running text.
@Suite("catalogue scanner")
struct CatalogScannerTests {
  private static let catalogue: [(id: String, name: String)] = [
    ("Q39259", "Recep Tayyip Erdoğan"), ("Q39259", "Erdoğan"), ("Q7747", "Vladimir Putin"),
    ("Q7747", "Владимир Путин"), ("Q7747", "Путин"), ("Q56226", "Kim Jong-un"),
    ("Q56226", "Ким Чен Ын"), ("Q57286", "Viktor Orbán"), ("Q567", "Angela Merkel"),
    ("Q567", "Merkel"), ("Q15031", "习近平"), ("Q36014", "安倍 晋三"), ("Q21040639", "문재인"),
    ("Q15029", "محمد بن سلمان"), ("Q43723", "בנימין נתניהו"), ("Q552751", "Αλέξης Τσίπρας"),
    ("Q94", "Tbilisi"), ("Q994", "თბილისი"), ("Q81066", "Siemens AG"), ("Q1", "Martin O'Neill"),
    ("Q2", "John Smith"), ("Q3", "John Smith"), ("Q4", "It"), ("Q5", "President Bill Clinton"),
    ("Q6", "Владимир Зеленский"), ("Q7", "ประยุทธ์ จันทร์โอชา"), ("Q8", "Jean-Luc Mélenchon"),
  ]

  private func scan(
    _ text: String, _ language: String?, _ names: [(id: String, name: String)] = catalogue
  ) throws -> [String] {
    let folder = IndexFolder()
    try buildIndex(names, at: folder.file("a.index"))
    var scanner = CatalogScanner(try NameIndex(path: folder.file("a.index")))
    let bytes = Array(text.utf8)
    let found = scanner.scan(bytes.span, language: language.flatMap { LanguageTag($0) })
    var end = 0
    for name in found {
      #expect(name.range.lowerBound >= end && !name.range.isEmpty)
      end = name.range.upperBound
    }
    return found.map {
      String(decoding: bytes[$0.range], as: UTF8.self) + "=" + $0.ids.joined(separator: "+")
    }
  }

  @Test(
    "names are found in every script, letter case and case form",
    arguments: [
      (
        "en", "Turkey's Recep Tayyip Erdogan met Angela Merkel.",
        ["Recep Tayyip Erdogan=Q39259", "Angela Merkel=Q567"]
      ),
      (
        "tr", "Erdoğan'ın sözcüsü: ERDOĞAN’A hakaret, RECEP TAYYİP ERDOĞAN'I",
        ["Erdoğan=Q39259", "ERDOĞAN=Q39259", "RECEP TAYYİP ERDOĞAN=Q39259"]
      ),
      ("tr", "vladimir putin geldi", ["vladimir putin=Q7747"]),
      (
        "ru", "Встреча Владимира Путина с Ким Чен Ыном; Путиным, путиным",
        ["Владимира Путина=Q7747", "Ким Чен Ыном=Q56226", "Путиным=Q7747"]
      ),
      ("uk", "Володимир і Владимира Зеленского", ["Владимира Зеленского=Q6"]),
      ("hu", "Orbán Viktornak, Orbán Viktor", ["Orbán Viktornak=Q57286", "Orbán Viktor=Q57286"]),
      (
        "de", "Merkels Besuch bei der Siemens AG und bei Siemens",
        ["Merkels=Q567", "Siemens AG=Q81066", "Siemens=Q81066"]
      ),
      ("en", "Merkels is no name here", []),
      ("zh", "中国国家主席习近平会见安倍晋三。", ["习近平=Q15031", "安倍晋三=Q36014"]),
      ("ko", "문재인은 말했다. 문재인 대통령", ["문재인=Q21040639", "문재인=Q21040639"]),
      ("ar", "التقى ومحمد بن سلمان", ["محمد بن سلمان=Q15029"]),
      ("he", "אמר לבנימין נתניהו", ["בנימין נתניהו=Q43723"]),
      (
        "el", "του Αλέξη Τσίπρα και ΑΛΕΞΗΣ ΤΣΙΠΡΑΣ",
        ["Αλέξη Τσίπρα=Q552751", "ΑΛΕΞΗΣ ΤΣΙΠΡΑΣ=Q552751"]
      ),
      ("ka", "თბილისში ჩავიდა", ["თბილისში=Q994"]),
      (
        "en", "Martin O’Neill and jean luc melenchon",
        ["Martin O’Neill=Q1", "jean luc melenchon=Q8"]
      ),
      ("fr", "la visite d'Angela Merkel", ["Angela Merkel=Q567"]),
      ("en", "Bill Clinton and President Clinton", ["Bill Clinton=Q5"]),
      ("th", "นายประยุทธ์ จันทร์โอชา กล่าว", ["ประยุทธ์ จันทร์โอชา=Q7"]),
    ])
  func finds(language: String, text: String, expected: [String]) throws {
    #expect(try scan(text, language) == expected)
  }

  @Test("several ids of one name come together, and function words alone are no names")
  func ambiguous() throws {
    #expect(try scan("John Smith spoke. It rained.", "en") == ["John Smith=Q2+Q3"])
  }

  @Test("words that a sentence parts are no name")
  func partedWords() throws {
    #expect(try scan("To John. Smith and John, Smith", "en") == [])
    #expect(try scan("Jean\nLuc Mélenchon", nil) == [])
  }

  @Test("the longest name counts, and names may share words")
  func longest() throws {
    let names = [("a", "New York"), ("b", "New York Times"), ("c", "Times"), ("d", "York")]
    #expect(
      try scan("The New York Times in New York, York", "en", names)
        == ["New York Times=b", "New York=a", "York=d"])
  }

  @Test("changes beside the index count: what they add is found, what they remove is not")
  func changes() throws {
    let folder = IndexFolder()
    let path = folder.file("a.index")
    try buildIndex([("Q1", "Angela Merkel"), ("Q2", "Emmanuel Macron")], at: path)
    var changes = try IndexChanges(of: path)
    changes.add(name: "Olaf Scholz".utf8Span.span, id: "Q3".utf8Span.span, kind: .person)
    let wasThere = changes.remove(id: "Q1".utf8Span.span)
    #expect(wasThere)
    try changes.write(threads: 1)
    var scanner = CatalogScanner(try NameIndex(path: path))
    let text = "Angela Merkel, Emmanuel Macron, Olaf Scholz"
    #expect(scanner.scan(text.utf8Span.span).flatMap(\.ids) == ["Q2", "Q3"])
  }

  @Test("damaged text and endless repetition are no trouble")
  func extremes() throws {
    #expect(try scan("", nil) == [])
    let folder = IndexFolder()
    try buildIndex(Self.catalogue, at: folder.file("a.index"))
    var scanner = CatalogScanner(try NameIndex(path: folder.file("a.index")))
    let damaged: [UInt8] = [0xFF, 0xC3] + Array("Angela Merkel".utf8) + [0xE4, 0xBD]
    #expect(scanner.scan(damaged.span).map(\.range) == [2..<15])
    for piece in ["John ", "习", "문", "Путин ", "安", "A", "ბ"] {
      let text = String(repeating: piece, count: 50_000)
      _ = scanner.scan(text.utf8Span.span)
    }
  }
}
