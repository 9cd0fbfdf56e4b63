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
  private var order: [Step] = []
  private var table = MatchTable()
  private var tally = RoughTally(mostAdditions: mostPostings)
  private var names: [UInt32] = []
  private var places: [Int] = []
  private var scorer = CandidateScorer()
  private var units = QueryUnits()
  private var full: Float = 0

  /// A word of the index that a unit of the query found.
  struct Match {
    var word: UInt32
    var unit: Int
    var value: Float
  }

  /// A match's part in bringing up names.
  private struct Step {
    var match: Int
    var postings: Range<Int>
    var urgency: Float
  }

  /// A name, and how far it falls short of what a full match of the query is worth.
  struct Candidate: Equatable {
    var name: Int
    var shortfall: Float
  }

  /// What the same word is worth more than one of the same letters.
  private static let equalKey: Float = 0.01
  /// Names that are brought up by words of their own, each as often as it has such words.
  static let mostPostings = 16_000
  /// Words with more postings that are looked at.
  private static let mostSkipped = 6
  /// Their postings.
  private static let mostRaised = 200_000
  /// Names that are weighed exactly.
  static let mostWeighed = 700
  /// Units of rough weight in one of value.
  private static let roughUnits: Float = 16

  init(_ index: NameIndex) {
    self.index = index
    words = WordSearch(index)
  }

  /// The best candidates, best first; equals in the order of the index.
  ///
  /// - Parameters:
  ///   - query: The name that is looked for.
  ///   - limit: Most candidates.
  ///   - isWanted: Whether a name may be one.
  /// - Returns: Names that share a word with the query.
  mutating func find(
    _ query: StructuredName, limit: Int, where isWanted: (Int) -> Bool
  ) -> [Candidate] {
    prepare(query)
    walkPostings()
    tally.takeBest(Self.mostWeighed, into: &names) { isWanted(Int($0)) }
    places.removeAll(keepingCapacity: true)
    index.appendFirstEntries(of: names, to: &places)
    var candidates: [Candidate] = []
    candidates.reserveCapacity(names.count)
    for (number, name) in names.enumerated() {
      let shortfall = full - scorer.value(ofEntriesAt: places[number], units, matches, table, index)
      candidates.append(Candidate(name: Int(name), shortfall: shortfall))
    }
    if candidates.count > limit { Self.keepBest(limit, of: &candidates) }
    candidates.sort { ($0.shortfall, $0.name) < ($1.shortfall, $1.name) }
    return Array(candidates.prefix(limit))
  }

  /// Drops most of what would be cut off anyway, before it is sorted.
  private static func keepBest(_ limit: Int, of candidates: inout [Candidate]) {
    let bucketCount = 256
    // An eighth of a unit of value.
    func bucket(_ shortfall: Float) -> Int { max(0, min(bucketCount - 1, Int(shortfall * 8))) }
    var counts = [Int](repeating: 0, count: bucketCount)
    for candidate in candidates { counts[bucket(candidate.shortfall)] += 1 }
    var last = 0
    var sum = counts[0]
    while sum < limit {
      last += 1
      sum += counts[last]
    }
    candidates.removeAll { bucket($0.shortfall) > last }
  }

  /// Finds the words that the query's units are close to.
  ///
  /// - Parameters:
  ///   - query: The name that is looked for.
  ///   - isExhaustive: Whether every word of the index is looked at.
  mutating func prepare(_ query: StructuredName, isExhaustive: Bool = false) {
    units = QueryUnits(query, joinsWhole: index.layout.hasUnspaced, &parser)
    matches.removeAll(keepingCapacity: true)
    for (number, unit) in units.units.enumerated() { match(unit, number, isExhaustive) }
    table.fill(matches)
    scorer.begin(units)
    full = scorer.fullValue(units)
  }

  /// How far a name falls short of a full match of the query that was prepared.
  mutating func shortfall(of name: Int) -> Float {
    full - scorer.value(ofEntriesAt: index.firstEntry(of: name), units, matches, table, index)
  }

  private mutating func match(_ unit: QueryUnits.Unit, _ number: Int, _ isExhaustive: Bool) {
    words.find(
      unit.word.embedded, unspacedOnly: unit.unspacedOnly, isExhaustive: isExhaustive, in: index)
    for found in words.found {
      let excess = min(WordSearch.similarity(found.product), 1) - WordSearch.least
      matches.append(Match(word: found.word, unit: number, value: excess * unit.worth))
    }
    let full = unit.fullValue + Self.equalKey
    index.words(withKey: unit.word.key.span) { word in
      matches.append(Match(word: UInt32(word), unit: number, value: full))
    }
  }

  /// Adds up the values of names' words, rare words' and close words' first.
  ///
  /// Words that too many names have add to what other words have brought up; when two such words
  /// meet in a name, it is brought up too.
  private mutating func walkPostings() {
    order.removeAll(keepingCapacity: true)
    for place in matches.indices {
      let postings = index.postingEnds.range(Int(matches[place].word))
      // The logarithm of the number of postings is about what a word tells.
      let bits = Int.bitWidth - postings.count.leadingZeroBitCount
      order.append(
        Step(match: place, postings: postings, urgency: matches[place].value / Float(max(bits, 1))))
    }
    order.sort { ($1.urgency, $0.match) < ($0.urgency, $1.match) }
    var skipped: [Step] = []
    for step in order {
      if step.postings.count > tally.room {
        if skipped.count < Self.mostSkipped { skipped.append(step) }
      } else {
        tally.add(weight(of: step), to: step.postings, of: index.postings)
      }
    }
    addCommon(skipped)
    var left = Self.mostRaised
    for step in skipped where step.postings.count <= left {
      left -= step.postings.count
      tally.raise(weight(of: step), of: step.postings, in: index.postings)
    }
    if tally.isEmpty, let step = skipped.first {
      tally.add(weight(of: step), to: step.postings.prefix(tally.room), of: index.postings)
    }
  }

  /// Brings up names that have two words of different units.
  private mutating func addCommon(_ skipped: [Step]) {
    for (place, first) in skipped.enumerated() {
      for second in skipped[..<place]
      where matches[first.match].unit != matches[second.match].unit {
        let isFewer = first.postings.count < second.postings.count
        let (few, many) = isFewer ? (first, second) : (second, first)
        guard few.postings.count <= Self.mostRaised else { continue }
        // What they are worth is added when they are gone through.
        tally.add(1, toCommon: few.postings, many.postings, of: index.postings)
      }
    }
  }

  private func weight(of step: Step) -> Int { Int(matches[step.match].value * Self.roughUnits) }
}
