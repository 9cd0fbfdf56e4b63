// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import NameModel
import SystemPackage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

private let people: [(id: String, name: String)] = [
  ("Q22686", "Donald Trump"), ("Q39259", "Recep Tayyip Erdoğan"), ("Q56226", "Kim Jong-un"),
  ("Q15031", "Xi Jinping"), ("Q7747", "Vladimir Putin"), ("Q58217", "Sergey Lavrov"),
  ("Q15029", "Mohammed bin Salman"), ("Q43723", "Benjamin Netanyahu"), ("Q567", "Angela Merkel"),
  ("Q3052772", "Emmanuel Macron"), ("Q3874799", "Volodymyr Zelenskyy"),
  ("Q6294", "Hillary Clinton"),
  ("Q1124", "Bill Clinton"), ("Q39259", "Tayyip Erdogan"), ("Q4", "Hans Joachim Friedrich"),
]

@Suite("index of names")
struct NameIndexTests {
  @Test(
    "names are found from every script, one result for each id",
    arguments: [
      ("Эрдоган", "Q39259"), ("Реджеп Тайип Эрдоган", "Q39259"), ("رجب طيب أردوغان", "Q39259"),
      ("김정은", "Q56226"), ("Kim Jongun", "Q56226"), ("习近平", "Q15031"), ("Сергей Лавров", "Q58217"),
      ("Lawrow", "Q58217"), ("בנימין נתניהו", "Q43723"), ("Володимир Зеленський", "Q3874799"),
      ("Bill Clinton", "Q1124"), ("H. Clinton", "Q6294"), ("Hans J Friedrich", "Q4"),
      ("Μερκελ", "Q567"),
    ])
  func finds(query: String, id: String) throws {
    let folder = IndexFolder()
    try buildIndex(people, at: folder.file("a.index"))
    let index = try NameIndex(path: folder.file("a.index"))
    #expect(index.count == people.count)
    #expect(index.entityCount == people.count - 1)
    var searcher = NameSearcher(index)
    let results = searcher.search(query, limit: 5)
    #expect(results.first?.id == id)
    #expect(Set(results.map(\.id)).count == results.count)
    #expect(results.map(\.score) == results.map(\.score).sorted(by: >))
    #expect(folder.names == ["a.index"])
  }

  @Test("what was put in comes back, and limits, kinds and least scores hold")
  func roundTrip() throws {
    let folder = IndexFolder()
    try buildIndex(people, at: folder.file("a.index"))
    let index = try NameIndex(path: folder.file("a.index"))
    for (number, entry) in people.enumerated() {
      #expect(String(decoding: index.name(number), as: UTF8.self) == entry.name)
      let id = index.id(ofEntity: index.entity(of: number))
      #expect(String(decoding: id, as: UTF8.self) == entry.id)
      #expect(index.kind(of: number) == .person)
    }
    var searcher = NameSearcher(index)
    #expect(searcher.search("Clinton", limit: 1).count == 1)
    #expect(searcher.search("Clinton", kind: .place).isEmpty)
    #expect(searcher.search("").isEmpty)
    let strict = searcher.search("Bill Clinton".utf8Span.span, minimumScore: 0.9)
    #expect(strict.map(\.id) == ["Q1124"])
  }

  @Test("an index without names, and names without letters")
  func empty() throws {
    let folder = IndexFolder()
    try buildIndex([], at: folder.file("none.index"))
    let none = try NameIndex(path: folder.file("none.index"))
    var searcher = NameSearcher(none)
    #expect(searcher.search("Putin").isEmpty)
    let names = [(id: "1", name: ""), (id: "2", name: "!!"), (id: "3", name: "47")]
    try buildIndex(names + [(id: "4", name: "𐍈𐍉")], at: folder.file("odd.index"))
    let odd = try NameIndex(path: folder.file("odd.index"))
    var second = NameSearcher(odd)
    #expect(second.search("47").first?.id == "3")
  }

  @Test("the same bytes for every number of threads")
  func threads() throws {
    let folder = IndexFolder()
    try buildIndex(people, at: folder.file("1.index"), threads: 1)
    try buildIndex(people, at: folder.file("3.index"), threads: 3)
    #expect(fileBytes(of: folder.file("1.index")) == fileBytes(of: folder.file("3.index")))
  }

  @Test("a changed byte anywhere, a cut and an addition are refused")
  func damaged() throws {
    let folder = IndexFolder()
    try buildIndex(people, at: folder.file("a.index"))
    let whole = fileBytes(of: folder.file("a.index"))
    let path = folder.file("b.index")
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 400)) {
      var changed = whole
      changed[place] ^= 0x10
      try writeFile(changed, to: path)
      // Bytes between sections are no part of the index.
      if let index = try? NameIndex(path: path) {
        #expect(changed[place] == 0x10, "byte \(place)")
        _ = index
      }
    }
    for count in [0, 1, 7, 100, 1023, 1024, whole.count / 2, whole.count - 1] {
      try writeFile(Array(whole[..<count]), to: path)
      #expect(throws: IndexError.self) { try NameIndex(path: path) }
    }
    try writeFile(whole + [0], to: path)
    let error = #expect(throws: IndexError.self) { try NameIndex(path: path) }
    #expect(error?.code == .damaged)
  }

  @Test("another version and other files are named as such")
  func otherVersion() throws {
    let folder = IndexFolder()
    let path = folder.file("a.index")
    try buildIndex(people, at: path)
    var changed = fileBytes(of: path)
    changed[8] = 9
    try writeFile(changed, to: path)
    let version = #expect(throws: IndexError.self) { try NameIndex(path: path) }
    #expect(version?.code == .otherVersion)
    #expect(version?.problem == "this is an index of version 9, not 2")
    try writeFile(Array("id,name\n1,Putin\n".utf8), to: path)
    let other = #expect(throws: IndexError.self) { try NameIndex(path: path) }
    #expect(other?.code == .notAnIndex)
    let missing = #expect(throws: IndexError.self) { try NameIndex(path: folder.file("none")) }
    #expect(missing?.code == .cannotRead)
  }

  @Test("an index that cannot take its name leaves nothing behind")
  func atomic() throws {
    let folder = IndexFolder()
    let path = folder.file("taken")
    unsafe mkdir(path, 0o755)
    let error = #expect(throws: IndexError.self) { try buildIndex(people, at: path) }
    #expect(error?.code == .cannotWrite)
    #expect(folder.names == ["taken"])
    unsafe rmdir(path)
  }
}
