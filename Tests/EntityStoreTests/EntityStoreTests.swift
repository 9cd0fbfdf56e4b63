// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import Glibc
import NameModel
import Testing

@testable import EntityStore

@Suite("store of entities")
struct EntityStoreTests {
  private let path: String

  init() {
    var template = Array("/tmp/namesake-store-XXXXXX".utf8CString)
    _ = unsafe mkdtemp(&template)
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = "\(folder)/people.db"
  }

  /// One run over some records: the entity of each.
  private func run(
    _ records: [String], _ decide: (inout Judgements) throws -> Void = { _ in }
  ) throws -> [String] {
    let store = try EntityStore(path: path)
    var judgements = store.judgements
    try decide(&judgements)
    var names = store.names
    for record in records { names.add(record.utf8Span.span, kind: .person) }
    let resolutions = NameResolver(judgements: judgements).resolve(names)
    let ids = try store.settle(resolutions, of: names, judgements)
    return records.indices.map { ids[names.text(ofRecord: $0)] }
  }

  /// Events of the log.
  private func log() throws -> [String] {
    let database = try SQLiteDatabase(path: path)
    var rows = try database.prepare("SELECT event, name FROM log ORDER BY number")
    var lines: [String] = []
    while try rows.step() { lines.append("\(rows.text(0)) \(rows.text(1))") }
    return lines
  }

  @Test("later records join the entities of earlier ones, and each step is in the log")
  func joins() throws {
    let first = try run(["Sergey Lavrov", "Angela Merkel"])
    let second = try run(["Сергей Лавров", "Kim Jong-un"])
    #expect(second[0] == first[0])
    #expect(Set(first + second).count == 3)
    #expect(try run(["Sergey Lavrov", "Angela Merkel"]) == first)
    #expect(
      try Set(log()) == [
        "open Sergey Lavrov", "open Angela Merkel", "join Сергей Лавров", "open Kim Jong-un",
      ])
  }

  @Test("in one run or in many, the same names are together")
  func isTheSameInRuns() throws {
    let names = ["Sergey Lavrov", "Sergei Lawrow", "Angela Merkel", "Сергей Лавров", "Xi Jinping"]
    for name in names { _ = try run([name]) }
    let ids = try run(names)
    let atOnce = NameResolver().resolve(
      names.map { NameResolver.Record(name: $0, kind: .person) }
    ).map(\.entity)
    for first in names.indices {
      for second in names.indices {
        #expect((ids[first] == ids[second]) == (atOnce[first] == atOnce[second]))
      }
    }
  }

  @Test("decisions last, win transitively, and split and merge what is there")
  func judgements() throws {
    let together = try run(["Sergey Lavrov", "Sergei Lawrow"])
    #expect(together[0] == together[1])
    let apart = try run(["Sergey Lavrov", "Sergei Lawrow"]) {
      try $0.add(Array("sergey lavrov".utf8), Array("sergei lawrow".utf8), isSame: false)
    }
    #expect(apart[0] != apart[1])
    #expect(apart.contains(together[0]))
    let later = try run(["Sergey Lavrov", "Sergei Lawrow"])
    #expect(later == apart)
    #expect(throws: Judgements.Contradiction.self) {
      _ = try run([]) {
        try $0.add(Array("sergei lawrow".utf8), Array("sergey lavrov".utf8), isSame: true)
      }
    }
    let joined = try run(["Sergey Lavrov", "Mark Twain"]) {
      try $0.add(Array("mark twain".utf8), Array("sergey lavrov".utf8), isSame: true)
    }
    #expect(joined[0] == joined[1])
    #expect(try log().contains { $0.hasPrefix("split ") })
  }

  @Test("a run that ends before it is settled leaves nothing behind")
  func rollsBack() throws {
    let ids = try run(["Sergey Lavrov"])
    do {
      let store = try EntityStore(path: path)
      #expect(store.names.textCount == 1)
    }
    #expect(try run(["Sergey Lavrov"]) == ids)
  }

  @Test("other files, and a store that another program holds, are refused")
  func refuses() throws {
    let other = path + ".txt"
    let handle = unsafe fopen(other, "w")
    unsafe fputs("id,name\n1,Sergey Lavrov is longer than a page of nothing\n", handle)
    unsafe fclose(handle)
    #expect(throws: StoreError.self) { _ = try EntityStore(path: other) }
    #expect(throws: StoreError.self) { _ = try EntityStore(path: "/nonexistent/people.db") }
    let held = try EntityStore(path: path)
    #expect(throws: StoreError.self) { _ = try EntityStore(path: path) }
    _ = held.names.textCount
  }
}
