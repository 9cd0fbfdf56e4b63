// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import NameModel
import Testing

@Suite("joining names")
struct NameJoinTests {
  /// A table of names, and the number of each name in it.
  private func table(_ names: [String]) -> (NameTable, [UInt32]) {
    var parser = NameParser()
    return NameTableBuilder.table(of: names.map { parser.parse($0, kind: .person) })
  }

  private func pairs(_ join: NameJoin, threads: Int = 1) -> [NamePairs.Pair] {
    let pairs = join.pairs(
      foundBy: 0..<join.nameCount, threads: threads, atLeast: 0, makeScratch: { 0 }
    ) { _, _, _ in 1 }
    return (0..<join.nameCount).flatMap { name in
      pairs.range(of: name).map { NamePairs.Pair(name, pairs.other($0)) }
    }
  }

  @Test(
    "spellings of one name find one another, across scripts and spaces",
    arguments: [
      ("Sergey Lavrov", "Сергей Лавров"), ("Xi Jinping", "习近平"),
      ("Kim Jong-un", "김정은"), ("Recep Tayyip Erdoğan", "رجب طيب أردوغان"),
      ("R. T. Erdoğan", "Recep Tayyip Erdogan"), ("Bill Clinton", "William Clinton"),
      ("Volodymyr Zelenskyy", "Володимир Зеленський"), ("Tchaikovsky", "Tschaikowski"),
    ])
  func finds(pair: (String, String)) {
    let (table, numbers) = table([pair.0, "Angela Merkel", pair.1, "Emmanuel Macron"])
    let pairs = pairs(NameJoin(table, threads: 1))
    #expect(pairs.contains(NamePairs.Pair(Int(numbers[0]), Int(numbers[2]))))
    #expect(pairs.count == 1)
  }

  @Test("a surname finds its bearers only when asked for any share")
  func shares() {
    let (table, numbers) = table(["Erdoğan", "Recep Tayyip Erdoğan", "Angela Merkel"])
    let join = NameJoin(table, threads: 1)
    let found = join.candidates(for: Int(numbers[0]), share: .any, limit: 10)
    #expect(found == [Int(numbers[1])])
  }

  @Test("numbers are near to themselves alone")
  func numbers() {
    let (table, numbers) = table(["15", "16", "15 Ltd"])
    let pairs = pairs(NameJoin(table, threads: 1))
    #expect(pairs == [NamePairs.Pair(Int(numbers[0]), Int(numbers[2]))])
  }

  @Test("names, words and pairs are the same for any order and any number of threads")
  func isOrderIndependent() {
    var random = SystemRandomNumberGenerator()
    let syllables = ["ka", "lo", "mi", "ren", "tu", "wa", "бо", "ри", "ス", "金"]
    let names = (0..<3000).map { number in
      (0..<2).map { word in
        (0..<3).map { syllables[(number * 7 + word * 31 + $0 * (number % 13)) % syllables.count] }
          .joined()
      }.joined(separator: " ")
    }
    func keys(_ names: [String], threads: Int) -> Set<Set<[UInt8]>> {
      let (table, _) = NameTableBuilder.table(ofCount: names.count, threads: threads) {
        number, give in
        give(names[number].utf8Span.span, .person)
      }
      let found = pairs(NameJoin(table, threads: threads), threads: threads)
      return Set(
        found.map { [Array(table.key(of: $0.first)), Array(table.key(of: $0.second))] })
    }
    let expected = keys(names, threads: 1)
    #expect(!expected.isEmpty)
    #expect(keys(names, threads: 3) == expected)
    #expect(keys(names.shuffled(using: &random), threads: 2) == expected)
  }
}
