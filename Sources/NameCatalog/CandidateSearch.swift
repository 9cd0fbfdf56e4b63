// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Finds the few hundred names of an index that are worth comparing with a query.
///
/// Every unit of the query finds the words closest to it; names are weighed roughly by walking the
/// words' postings, and the best of them by what their words are worth against the whole query.
struct CandidateSearch {
  private let index: NameIndex
  private var words: WordSearch
  private var parser = NameParser()
  private var matches: [Match] = []
  private var table = MatchTable()
  /// Rough weight of each name, and the names that have one.
  private var rough: [UInt16]
  private var touched: [UInt32] = []
  private var scorer = CandidateScorer()
  private var units = QueryUnits()
  private var full: Float = 0

  /// A word of the index that a unit of the query found.
  struct Match {
    var word: UInt32
    var unit: Int
    var value: Float
  }

  /// A name, and how far it falls short of what a full match of the query is worth.
  struct Candidate: Equatable {
    var name: Int
    var shortfall: Float
  }

  /// Postings that are walked for a query; names that have only the commonest words in common
  /// with it are lost beyond.
  static let mostPostings = 60_000
  /// Names that are weighed exactly.
  static let mostWeighed = 800
  /// Units of rough weight in one of value.
  private static let roughUnits: Float = 16

  init(_ index: NameIndex) {
    self.index = index
    words = WordSearch(index)
    rough = [UInt16](repeating: 0, count: index.count)
  }

  /// The best candidates, best first; equals in the order of the index.
  ///
  /// - Parameters:
  ///   - query: The name that is looked for.
  ///   - kind: Kind that candidates must have, if theirs is known.
  ///   - limit: Most candidates.
  /// - Returns: Names that share a word with the query.
  mutating func find(_ query: StructuredName, kind: NameKind?, limit: Int) -> [Candidate] {
    prepare(query)
    walkPostings()
    var candidates = takeBest(kind: kind).map { name in
      Candidate(name: Int(name), shortfall: shortfall(of: Int(name)))
    }
    candidates.sort { ($0.shortfall, $0.name) < ($1.shortfall, $1.name) }
    return Array(candidates.prefix(limit))
  }

  /// Finds the words that the query's units are close to.
  mutating func prepare(_ query: StructuredName) {
    units = QueryUnits(query, joinsWhole: index.layout.hasUnspaced, &parser)
    matches.removeAll(keepingCapacity: true)
    for (number, unit) in units.units.enumerated() { match(unit, number) }
    table.fill(matches)
    full = scorer.fullValue(units)
  }

  /// How far a name falls short of a full match of the query that was prepared.
  mutating func shortfall(of name: Int) -> Float {
    full - scorer.value(of: index.entries(of: name), units, table, index)
  }

  private mutating func match(_ unit: QueryUnits.Unit, _ number: Int) {
    words.find(unit.word, in: index)
    for found in words.found {
      let excess = min(WordSearch.similarity(found.product), 1) - WordSearch.least
      matches.append(Match(word: found.word, unit: number, value: excess * unit.worth))
    }
    let full = unit.fullValue
    index.words(withKey: unit.word.key.span) { word in
      matches.append(Match(word: UInt32(word), unit: number, value: full))
    }
  }

  /// Adds up the values of names' words, rare words' and close words' first.
  private mutating func walkPostings() {
    var order = matches.map { match in
      let postings = index.postingEnds.range(Int(match.word))
      // The logarithm of the number of postings is about what a word tells.
      let bits = Int.bitWidth - postings.count.leadingZeroBitCount
      return (match: match, postings: postings, urgency: match.value / Float(max(bits, 1)))
    }
    order.sort { ($1.urgency, $0.match.word) < ($0.urgency, $1.match.word) }
    var left = Self.mostPostings
    for (match, postings, _) in order where postings.count <= left {
      left -= postings.count
      let value = UInt16(max(1, match.value * Self.roughUnits))
      for place in postings {
        let name = index.postings[place]
        if rough[Int(name)] == 0 { touched.append(name) }
        rough[Int(name)] &+= value
      }
    }
  }

  /// The names with the greatest rough weights; forgets all weights.
  private mutating func takeBest(kind: NameKind?) -> [UInt32] {
    var counts = [Int](repeating: 0, count: 1024)
    for name in touched { counts[min(1023, Int(rough[Int(name)]))] += 1 }
    var threshold = 1023
    var sum = counts[1023]
    while threshold > 1, sum + counts[threshold - 1] <= Self.mostWeighed {
      threshold -= 1
      sum += counts[threshold]
    }
    var best: [UInt32] = []
    var edge: [UInt32] = []
    for name in touched {
      let weight = Int(rough[Int(name)])
      rough[Int(name)] = 0
      guard weight >= threshold - 1 else { continue }
      if let kind, let own = index.kind(of: Int(name)), own != kind { continue }
      if weight >= threshold { best.append(name) } else { edge.append(name) }
    }
    touched.removeAll(keepingCapacity: true)
    // Of many equals the first are as good as any; which they are must not depend on the walk.
    if best.count < Self.mostWeighed {
      best += edge.sorted().prefix(Self.mostWeighed - best.count)
    }
    return best
  }
}
