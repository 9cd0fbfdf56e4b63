// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import Testing

/// The calls that the README shows.
@Suite("the one-call library")
struct NamesakeTests {
  @Test("normalize, compare, find, deduplicate")
  func readme() {
    #expect(normalize("ERDOĞAN’IN") == "erdoganin")
    #expect(normalize("IĞDIR", profile: .fold) == "ığdır")
    #expect((0.85..<0.86).contains(compareNames("Recep Tayyip Erdoğan", "Эрдоган").score))
    let text = "Kremlin spokesman Dmitry Peskov denied it."
    let mentions = findMentions(in: text, language: LanguageTag("en"))
    let found = mentions.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == ["Kremlin", "Dmitry Peskov"])
    #expect(mentions.map(\.kind) == [.org, .person])
    let entities = deduplicate(["Sergey Lavrov", "Сергей Лавров", "Angela Merkel"]).map(\.entity)
    #expect(entities[0] == entities[1] && entities[0] != entities[2])
  }

  private static let left = ["Sergey Lavrov", "Сергей Лавров", "", "Angela Merkel", "ISIK"]
  private static let right = ["Лавров, Сергей", "Merkel", "x", "Меркель", "Işık"]

  @Test("many at a time give what one at a time gives, for any number of threads")
  func batches() {
    let scores = zip(Self.left, Self.right).map { compareNames($0, $1).score }
    for threads in 1...3 {
      let keys = normalize(Self.left, threads: threads)
      #expect((0..<keys.count).map { keys[$0] } == Self.left.map { normalize($0) })
      #expect(compareNames(Self.left, Self.right, threads: threads) == scores)
      let explained = explainNames(Self.left, Self.right, threads: threads)
      #expect(explained.scores == scores)
      #expect(explained.evidence[1].contains(#""left":["Сергей"]"#))
      let matrix = compareAll(Self.left, Self.right, threads: threads)
      #expect((0..<5).map { matrix[$0 * 6] } == scores.map { Float($0) })
      let texts = ["Kremlin spokesman Dmitry Peskov denied it.", ""]
      #expect(findMentions(in: texts, threads: threads) == texts.map { findMentions(in: $0) })
    }
    #expect(compareNames([String](), []) == [] && normalize([String]()).count == 0)
  }

  @Test("a column of texts keeps what was put in, and lies end to end")
  func columns() {
    var column = TextColumn()
    for text in Self.left { column.append(text) }
    var twice = column
    twice.append(column)
    #expect((0..<twice.count).map { twice[$0] } == Self.left + Self.left)
    #expect(twice.offsets.last == Int64(twice.bytes.count))
    let own = compareNames(column, column)
    #expect(own == compareNames(Self.left, Self.left))
  }

  @Test("the stages of a resolution, spread over any shares, give what it gives whole")
  func stages() {
    let names = Self.left + Self.right + ["S. Lavrov", "Angela Dorothea Merkel", "Sergey Lavrow"]
    var list = NameList()
    for name in names { list.add(name.utf8Span.span, kind: nil) }
    let stages = StagedResolver(list, threads: 1)
    let count = stages.nameCount
    let numbers = (0..<stages.recordCount).map { stages.name(ofRecord: $0) }
    for shares in [1, 2, 5] {
      var found: Set<[Int]> = []
      var pairs: [StagedResolver.Pair] = []
      for share in 0..<shares {
        let own = count * share / shares..<count * (share + 1) / shares
        for pair in stages.pairs(foundBy: own, threads: 1)
        where found.insert([pair.first, pair.second]).inserted { pairs.append(pair) }
      }
      #expect(
        stages.resolutions(of: numbers, given: pairs.reversed(), threads: 1) == deduplicate(names))
    }
  }
}
