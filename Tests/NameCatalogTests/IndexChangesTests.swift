// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import NameModel
import Testing

private typealias Names = [(id: String, name: String)]

private let base: Names = [
  ("Q7747", "Vladimir Putin"), ("Q58217", "Sergey Lavrov"), ("Q15031", "Xi Jinping"),
  ("Q567", "Angela Merkel"),
]
private let added: Names = [
  ("Q3052772", "Emmanuel Macron"), ("Q7747", "Владимир Владимирович Путин"),
]

private func add(_ names: Names, to path: String) throws {
  var changes = try IndexChanges(of: path)
  for entry in names {
    changes.add(name: entry.name.utf8Span.span, id: entry.id.utf8Span.span, kind: .person)
  }
  try changes.write(threads: 2)
}

private func remove(_ ids: [String], from path: String) throws -> [Bool] {
  var changes = try IndexChanges(of: path)
  var found: [Bool] = []
  for id in ids { found.append(changes.remove(id: id.utf8Span.span)) }
  try changes.write(threads: 2)
  return found
}

private func first(_ query: String, _ path: String) throws -> String? {
  var searcher = NameSearcher(try NameIndex(path: path))
  let results = searcher.search(query)
  #expect(Set(results.map(\.id)).count == results.count)
  return results.first?.id
}

@Suite("changes of an index")
struct IndexChangesTests {
  @Test("added names are found beside the others, under the ids that they have")
  func additions() throws {
    let folder = IndexFolder()
    let path = folder.file("a.index")
    try buildIndex(base, at: path)
    try add(added, to: path)
    #expect(folder.names == ["a.index", "a.index.delta"])
    #expect(try first("Макрон", path) == "Q3052772")
    #expect(try first("Путин", path) == "Q7747")
    #expect(try first("Лавров", path) == "Q58217")
    try add([("Q4", "Olaf Scholz")], to: path)
    #expect(try first("Шольц", path) == "Q4")
    #expect(try first("Macron", path) == "Q3052772")
  }

  @Test("what is removed is gone with all its names, until it is added again")
  func removals() throws {
    let folder = IndexFolder()
    let path = folder.file("a.index")
    try buildIndex(base, at: path)
    try add(added, to: path)
    #expect(try remove(["Q7747", "Q3052772", "Q0"], from: path) == [true, true, false])
    #expect(try first("Vladimir Putin", path) != "Q7747")
    #expect(try first("Macron", path) != "Q3052772")
    try add([("Q7747", "Wladimir Putin")], to: path)
    var searcher = NameSearcher(try NameIndex(path: path))
    let names = searcher.search("Vladimir Putin").filter { $0.id == "Q7747" }.map(\.name)
    #expect(names == ["Wladimir Putin"])
  }

  @Test("merged, it is the index that would have been built from what is left")
  func merge() throws {
    let folder = IndexFolder()
    let path = folder.file("a.index")
    try buildIndex(base, at: path)
    try add(added, to: path)
    _ = try remove(["Q567"], from: path)
    try IndexChanges.merge(into: path, threads: 2)
    #expect(folder.names == ["a.index"])
    let whole = folder.file("b.index")
    try buildIndex(base.filter { $0.id != "Q567" } + added, at: whole)
    #expect(fileBytes(of: path) == fileBytes(of: whole))
    // Nothing to merge is no trouble.
    try IndexChanges.merge(into: path, threads: 1)
  }

  @Test("changes of another index, damaged ones, and changes opened as an index are refused")
  func refusals() throws {
    let folder = IndexFolder()
    let path = folder.file("a.index")
    try buildIndex(base, at: path)
    try add(added, to: path)
    let changes = fileBytes(of: folder.file("a.index.delta"))
    try buildIndex(base + added, at: folder.file("b.index"))
    try writeFile(changes, to: folder.file("b.index.delta"))
    let other = #expect(throws: IndexError.self) {
      try NameIndex(path: folder.file("b.index"))
    }
    #expect(other?.problem == "these are changes of another index")
    let alone = #expect(throws: IndexError.self) {
      try NameIndex(path: folder.file("a.index.delta"))
    }
    #expect(alone?.problem == "these are changes of an index, not an index")
    try writeFile(Array(changes.dropLast()), to: folder.file("a.index.delta"))
    let cut = #expect(throws: IndexError.self) { try NameIndex(path: path) }
    #expect(cut?.code == .damaged)
    // A new index has no changes.
    try buildIndex(base, at: path)
    #expect(folder.names == ["a.index", "b.index", "b.index.delta"])
  }
}
