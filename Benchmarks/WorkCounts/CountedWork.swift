// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import EntityResolution
internal import MentionExtraction
internal import NameCatalog
internal import NameComparison
internal import NameModel
internal import StringDistance
internal import TextBytes
internal import TextNormalization

/// A piece of work of fixed size, with a check of its answer.
struct CountedWork {
  let name: String
  /// Makes what the work takes; the result does the work once.
  let prepare: () -> () -> Void

  /// Every work, in the order of the floors.
  static var all: [CountedWork] {
    var works = Samples.sentences.map { language, text in
      CountedWork(name: "normalize.key.\(language)") { normalize(.key, language, text) }
    }
    works += [
      CountedWork(name: "normalize.fold.tr") { normalize(.fold, "tr", Samples.sentence("tr")) },
      CountedWork(name: "normalize.ascii.ru") { normalize(.ascii, "ru", Samples.sentence("ru")) },
    ]
    works += [StringMetric.levenshtein, .jaroWinkler, .tokenSet].map { metric in
      CountedWork(name: "distance.\(metric.rawValue)") { distance(metric) }
    }
    works += [
      CountedWork(name: "align.words", prepare: align),
      CountedWork(name: "parse.names", prepare: parse),
      CountedWork(name: "compare.cold") { compare(isCold: true) },
      CountedWork(name: "compare.warm") { compare(isCold: false) },
      CountedWork(name: "index.build", prepare: index),
      CountedWork(name: "search", prepare: search),
      CountedWork(name: "dedupe.names", prepare: dedupe),
      CountedWork(name: "mentions", prepare: mentions),
    ]
    return works
  }

  // MARK: - Text

  private static func normalize(
    _ profile: Profile, _ language: String, _ sentence: String
  ) -> () -> Void {
    var text: [UInt8] = []
    while text.count < 20_000 { text += Array((sentence + "\n").utf8) }
    let tag = LanguageTag(language)
    return {
      var normalizer = TextNormalizer(profile, language: tag)
      var output = ByteBuffer(capacity: text.count * 2)
      normalizer.normalize(text.span, into: &output)
      var again = ByteBuffer(capacity: output.count * 2)
      let first = output.array().prefix(2000)
      var second = TextNormalizer(profile, language: tag)
      second.normalize(Array(first).span, into: &again)
      precondition(
        again.array().starts(with: first.dropLast(20)), "\(profile) is not what it gives again")
    }
  }

  // MARK: - Names

  private static func distance(_ metric: StringMetric) -> () -> Void {
    let names = Samples.names(400)
    let (first, second) = (Array(names[..<200]), Array(names[200...]))
    let lists = (LetterList(first), LetterList(second))
    let expected = (0..<200).map { Float(metric.similarity(first[$0], second[$0])) }
    return {
      var scorer = BatchScorer()
      var scores: [Float] = []
      scorer.scorePairs(metric, lists.0, lists.1, into: &scores)
      precondition(scores == expected, "a batch gives other scores than single pairs")
    }
  }

  /// Eight Cyrillic words against eight Latin ones, by the learned aligner.
  private static func align() -> () -> Void {
    let tables = SpellingModel.standard.tables
    guard
      let number = tables.number(first: Script.cyrillic.number, second: Script.latin.number)
        ?? tables.number(first: Script.latin.number, second: Script.cyrillic.number)
    else { fatalError("there is no table for Cyrillic and Latin") }
    let entry = tables.entries[number]
    let latin = [
      "erdogan", "lavrov", "merkel", "peskov", "kallas", "zelensky", "putin", "macron",
    ].map { Array($0.utf16) }
    let cyrillic = [
      "эрдоган", "лавров", "меркель", "песков", "каллас", "зеленский", "путин", "макрон",
    ].map { Array($0.utf16) }
    let isCyrillicFirst = entry.first == Script.cyrillic.number
    let (rows, columns) = isCyrillicFirst ? (cyrillic, latin) : (latin, cyrillic)
    return {
      var first = PreparedWords()
      var second = PreparedWords()
      for (row, word) in rows.enumerated() {
        let i = first.place(row, number, .first, word.span, entry.table)
        let scores = columns.enumerated().map { column, other in
          let j = second.place(column, number, .second, other.span, entry.table)
          return PreparedWords.score(entry.table, first, i, second, j)
        }
        precondition(scores.max() == scores[row], "the aligner prefers another word")
      }
    }
  }

  private static func parse() -> () -> Void {
    let names = Samples.names(200)
    return {
      var parser = NameParser()
      let words = names.reduce(0) { $0 + parser.parse($1).tokens.count }
      precondition(words >= 300 && words <= 800, "\(words) words in 200 names")
    }
  }

  /// Every name against the eight that follow it.
  private static func compare(isCold: Bool) -> () -> Void {
    var parser = NameParser()
    let parsed = Samples.names(64).map { parser.parse($0, kind: .person) }
    let kept = KeptComparison()
    return {
      if isCold { kept.restart() }
      kept.read(parsed)
      var same = 0
      for first in 0..<56 {
        for second in first...first + 8 where kept.score(first, second) >= 0.5 { same += 1 }
      }
      precondition(same >= 56, "a name is not the same as itself")
    }
  }

  /// Holds what cannot be copied into a closure.
  private final class KeptComparison {
    private var names = InternedNames()
    private var comparator = NameComparator()

    func restart() {
      names = InternedNames()
      comparator = NameComparator()
    }

    func read(_ parsed: [StructuredName]) {
      names.removeNames()
      for name in parsed { names.add(name) }
    }

    func score(_ first: Int, _ second: Int) -> Double {
      comparator.score(first, second, of: names)
    }
  }

  // MARK: - Many names

  private static func index() -> () -> Void {
    let names = Samples.names(500)
    return {
      Samples.withIndex(of: names) { path in
        let index = try? NameIndex(path: path)
        precondition(index?.count == names.count, "the index has lost names")
      }
    }
  }

  private static func search() -> () -> Void {
    let names = Samples.names(500)
    let queries = Array(names.prefix(20))
    var opened: NameIndex?
    Samples.withIndex(of: names) { path in opened = try? NameIndex(path: path) }
    guard let index = opened else { fatalError("the index cannot be opened") }
    return {
      var searcher = NameSearcher(index)
      for query in queries {
        let found = searcher.search(query)
        precondition(found.contains { $0.name == query }, "\(query) does not find itself")
      }
    }
  }

  private static func dedupe() -> () -> Void {
    let records = Samples.names(300).map { NameResolver.Record(name: $0, kind: .person) }
    return {
      let resolved = NameResolver(threads: 1).resolve(records)
      let entities = Set(resolved.map(\.entity)).count
      precondition(entities > 20 && entities < 300, "\(entities) entities")
    }
  }

  private static func mentions() -> () -> Void {
    let languages = ["en", "tr", "ru"]
    return {
      for language in languages {
        var extractor = MentionExtractor(language: LanguageTag(language))
        let found = extractor.extract(Samples.sentence(language).utf8Span.span)
        precondition(found.count >= 3, "\(found.count) mentions in \(language)")
      }
    }
  }
}
