// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameModel
import Testing

@testable import NameComparison

private let texts = [
  "Recep Tayyip Erdoğan", "ERDOĞAN", "Р. Т. Эрдоган", "أردوغان", "van der Bilt", "Vanderbilt",
  "Xi Jinping", "习近平", "Kim Jong-un", "Kim Jongun", "김정은", "Fund 5", "Fund 8", "Путина",
  "Путин", "Deutsche Bank AG", "Deutsche Bank GmbH", "CHP", "Cumhuriyet Halk Partisi", "???", "",
  "William Clinton", "Bill Clinton", "Ελλάδα", "Yunanistan", "Gyula Horn", "Horn Gyula",
]

@Suite("interned names")
struct InternedNamesTests {
  private let parsed: [StructuredName] = {
    var parser = NameParser()
    return texts.map { parser.parse($0) }
  }()

  @Test("what was compared before is no matter")
  func remembersNothingWrong() {
    var names = InternedNames()
    for name in parsed { names.add(name) }
    var warm = NameComparator()
    for _ in 0..<2 {
      for first in parsed.indices {
        for second in parsed.indices {
          var cold = NameComparator()
          let comparison = warm.compare(first, second, of: names)
          #expect(comparison == cold.compare(parsed[first], parsed[second]))
          #expect(comparison.score == warm.score(first, second, of: names))
          #expect(comparison.score == warm.score(second, first, of: names))
        }
      }
    }
  }

  @Test("names of another collection are not taken for those of the last")
  func tellsCollectionsApart() {
    var comparator = NameComparator()
    for pair in [(0, 1), (4, 5), (6, 7), (11, 12)] {
      var names = InternedNames()
      names.add(parsed[pair.0])
      names.add(parsed[pair.1])
      var cold = NameComparator()
      #expect(
        comparator.score(0, 1, of: names) == cold.score(parsed[pair.0], parsed[pair.1]))
    }
  }

  @Test("a word is kept once, and forgotten when all is")
  func keepsWordsOnce() {
    var names = InternedNames()
    for _ in 0..<3 { names.add(parsed[0]) }
    #expect(names.count == 3)
    #expect(names.wordCount == 3)
    names.removeNames()
    #expect((names.count, names.wordCount) == (0, 3))
    names.removeAll()
    #expect(names.add(parsed[4]) == 0)
    #expect(names.wordCount == 3)
  }

  @Test("the cache of matches forgets, however often")
  func forgets() {
    var cache = MatchCache()
    cache.keep(.clash, of: 3, 5)
    #expect(cache.find(3, 5) == .clash)
    #expect(cache.find(5, 3) == nil)
    for round in 0..<10_000 {
      cache.removeAll()
      #expect(cache.find(3, 5) == nil)
      if round % 1000 == 0 { cache.keep(.clash, of: 3, 5) }
    }
  }
}
