// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import NameModel
import Testing

/// Lists that no newspaper has: what must stay bounded is the work of a query, which a test of so
/// many names would never end without.
///
/// A word of 17,000 names is beyond every bound of a search as one of a million is; a build is
/// linear in the names, and `Benchmarks/Results` has it for a million.
@Suite("extreme names in an index")
struct ExtremeNamesTests {
  private func found(
    _ names: [(id: String, name: String)], _ queries: [String]
  ) throws -> [[SearchResult]] {
    let folder = IndexFolder()
    try buildIndex(names, at: folder.file("a.index"))
    var searcher = NameSearcher(try NameIndex(path: folder.file("a.index")))
    return queries.map { searcher.search($0) }
  }

  @Test("a name of a million characters, in one word and in many")
  func long() throws {
    let word = String(repeating: "абв", count: 333_333)
    let many = String(repeating: "ab ", count: 333_333)
    let results = try found(
      [("1", word), ("2", many), ("3", "Angela Merkel")], ["Меркель", word, many])
    #expect(results[0].first?.id == "3")
    #expect(results[1].first?.id == "1")
    #expect(results[2].contains { $0.id == "2" })
  }

  @Test("many identical names, and many with one word in common")
  func common() throws {
    let same = (0..<17_000).map { (id: "s\($0)", name: "John Smith") }
    let shared = (0..<17_000).map { (id: "c\($0)", name: "Kim \(String($0, radix: 26)) Qo") }
    let results = try found(
      same + shared + [("w", "Smith Kim")], ["John Smith", "Kim", "Smith Kim", "Джон Смит"])
    #expect(results[0].count == 10 && results[0].allSatisfy { $0.name == "John Smith" })
    #expect(results[1].count == 10 && results[1].allSatisfy { $0.name.contains("Kim") })
    #expect(results[2].first?.id == "w")
    #expect(results[3].first?.name == "John Smith")
  }
}
