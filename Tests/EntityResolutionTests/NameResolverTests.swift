// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import NameModel
import Testing
import TextNormalization

private let people: [[String]] = [
  ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", "Реджеп Тайип Эрдоган", "RECEP TAYYİP ERDOĞAN"],
  ["Sergey Lavrov", "Sergei Lawrow", "Сергей Лавров"],
  ["Kim Jong-un", "Kim Jong Un", "김정은"], ["Kim Jong-il"],
  ["Angela Merkel", "Ангела Меркель"], ["Xi Jinping", "习近平", "習近平"],
]

private func key(_ name: String) -> [UInt8] {
  var normalizer = TextNormalizer(.key)
  return Array(normalizer.normalize(name).utf8)
}

@Suite("deduplicating names")
struct NameResolverTests {
  private func entities(_ names: [String], _ resolver: NameResolver = NameResolver()) -> [String] {
    resolver.resolve(names.map { NameResolver.Record(name: $0, kind: .person) }).map(\.entity)
  }

  @Test("spellings share an entity, people do not")
  func clusters() {
    let names = people.flatMap { $0 }
    let ids = entities(names)
    let owners = people.indices.flatMap { person in people[person].map { _ in person } }
    for first in names.indices {
      for second in names.indices {
        let isSame = owners[first] == owners[second]
        #expect((ids[first] == ids[second]) == isSame, "\(names[first]) | \(names[second])")
      }
    }
  }

  @Test("the order of the records changes nothing")
  func isOrderIndependent() {
    let names = people.flatMap { $0 }
    let expected = Dictionary(uniqueKeysWithValues: zip(names, entities(names)))
    for shift in 1..<names.count {
      let rotated = Array(names[shift...] + names[..<shift])
      #expect(Dictionary(uniqueKeysWithValues: zip(rotated, entities(rotated))) == expected)
    }
    let reversed = Array(names.reversed())
    #expect(Dictionary(uniqueKeysWithValues: zip(reversed, entities(reversed))) == expected)
  }

  @Test("the number of threads changes nothing")
  func isThreadIndependent() throws {
    var judgements = Judgements()
    try judgements.add(key("Mina7 Karlo7"), key("Nobody Else"), isSame: true)
    try judgements.add(key("Mina8 Karlo8"), key("Minna8 Karlo8"), isSame: false)
    let grown = (0..<700).flatMap { number in
      ["Mina\(number) Karlo\(number)", "Minna\(number) Karlo\(number)", "Karlo\(number % 9)"]
    }
    let names = people.flatMap { $0 } + grown + ["Nobody Else"]
    let expected = entities(names, NameResolver(judgements: judgements, threads: 1))
    #expect(entities(names, NameResolver(judgements: judgements, threads: 3)) == expected)
  }

  @Test("ids do not change when strangers are added")
  func idsAreStable() {
    let before = entities(["Sergey Lavrov", "Сергей Лавров"])
    let after = entities(["Sergey Lavrov", "Сергей Лавров", "Angela Merkel", "Kim Jong-un"])
    #expect(Array(after.prefix(2)) == before)
  }

  @Test("a person's judgement wins over the score, transitively")
  func judgements() throws {
    var judgements = Judgements()
    try judgements.add(key("Sergey Lavrov"), key("Sergei Lawrow"), isSame: false)
    let apart = entities(["Sergey Lavrov", "Sergei Lawrow"], NameResolver(judgements: judgements))
    #expect(apart[0] != apart[1])

    var joined = Judgements()
    try joined.add(key("Mark Twain"), key("Samuel Clemens"), isSame: true)
    try joined.add(key("Samuel Clemens"), key("Sieur Louis de Conte"), isSame: true)
    let one = entities(
      ["Mark Twain", "Samuel Clemens", "Sieur Louis de Conte"], NameResolver(judgements: joined))
    #expect(Set(one).count == 1)
  }

  @Test("judgements that contradict each other are refused")
  func contradictions() throws {
    var judgements = Judgements()
    try judgements.add(key("A Smith"), key("B Smith"), isSame: true)
    try judgements.add(key("B Smith"), key("C Smith"), isSame: true)
    #expect(throws: Judgements.Contradiction.self) {
      try judgements.add(key("C Smith"), key("A Smith"), isSame: false)
    }
    var other = Judgements()
    try other.add(key("A Smith"), key("B Smith"), isSame: false)
    #expect(throws: Judgements.Contradiction.self) {
      try other.add(key("B Smith"), key("A Smith"), isSame: true)
    }
  }

  @Test("no records, empty names and a very long name")
  func edges() {
    #expect(entities([]).isEmpty)
    #expect(Set(entities(["", "", "…"])).count <= 2)
    let long = String(repeating: "Erdoğan ", count: 2000)
    #expect(entities([long, "Erdoğan"]).count == 2)
  }
}
