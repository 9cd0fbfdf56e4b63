// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance

/// Finds the few hundred names of an index that are worth comparing with a query.
///
/// Every unit of the query finds the words closest to it; names are weighed roughly by walking the
/// words' postings, and the best of them by what their words are worth against the whole query.
struct CandidateSearch {
  private let index: NameIndex
  private var words: WordSearch
  private var parser = NameParser()
  private var matches: [Match] = []
  private var steps: [Step] = []
  private var order: [Step] = []
  private var table = MatchTable()
  private var tally = RoughTally(mostAdditions: mostPostings)
  private var names: [UInt32] = []
  private var places: [Int] = []
  private var scorer = CandidateScorer()
  private var vectors: [WordVector] = []
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
    /// Smaller for steps that are taken earlier.
    var rank: Int
  }

  /// A name, and how far it falls short of what a full match of the query is worth.
  struct Candidate: Comparable {
    var name: Int
    var shortfall: Float
    /// How far it stays behind a full match at best, whatever the comparison says.
    var lag: Float

    static func < (a: Candidate, b: Candidate) -> Bool { (a.lag, a.name) < (b.lag, b.name) }
  }

  /// What the same word is worth more than one of the same letters.
  private static let equalKey: Float = 0.01
  /// Names that are brought up by words of their own, each as often as it has such words.
  static let mostPostings = 4000
  /// Words with more postings that are looked at.
  private static let mostSkipped = 6
  /// Their postings.
  private static let mostRaised = 200_000
  /// Names that are weighed by the words that were found.
  private static let mostWeighed = 700
  /// Of those, names whose every word is held against the query, at least.
  private static let fewestMeasured = 200
  /// Ranks of steps.
  private static let urgencies = 255
  private static let urgenciesPerValue: Float = 24
  /// Steps before which the names of a word are asked for.
  private static let ahead = 6
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
  ///   - limit: Results that are wanted of them.
  ///   - isWanted: Whether a name may be one.
  /// - Returns: Names that share a word with the query.
  mutating func find(
    _ query: StructuredName, limit: Int, where isWanted: (Int) -> Bool
  ) -> [Candidate] {
    prepare(query)
    walkPostings()
    let mostMeasured = max(Self.fewestMeasured, limit)
    tally.takeBest(max(Self.mostWeighed, mostMeasured), into: &names) { isWanted(Int($0)) }
    places.removeAll(keepingCapacity: true)
    index.appendFirstEntries(of: names, to: &places)
    var candidates: [Candidate] = []
    candidates.reserveCapacity(names.count)
    for (number, name) in names.enumerated() {
      candidates.append(candidate(Int(name), at: places[number], isExact: false))
    }
    if candidates.count > mostMeasured { Self.keepBest(mostMeasured, of: &candidates) }
    for place in candidates.indices {
      let name = candidates[place].name
      candidates[place] = candidate(name, at: index.firstEntry(of: name), isExact: true)
    }
    candidates.sort()
    return candidates
  }

  private mutating func candidate(_ name: Int, at place: Int, isExact: Bool) -> Candidate {
    let weight = scorer.weight(
      ofEntriesAt: place, isExact: isExact, units, matches, table, index)
    let shortfall = full - weight.value
    return Candidate(
      name: name, shortfall: shortfall,
      lag: SearchProbability.lag(shortfall: shortfall, strays: weight.strays))
  }

  /// Drops all but the best, and those that are about as good as the last of them.
  private static func keepBest(_ limit: Int, of candidates: inout [Candidate]) {
    let bucketCount = 256
    // An eighth of a unit of value.
    func bucket(_ lag: Float) -> Int { max(0, min(bucketCount - 1, Int(lag * 8))) }
    var counts = [Int](repeating: 0, count: bucketCount)
    for candidate in candidates { counts[bucket(candidate.lag)] += 1 }
    var last = 0
    var sum = counts[0]
    while sum < limit {
      last += 1
      sum += counts[last]
    }
    candidates.removeAll { bucket($0.lag) > last }
  }

  /// Finds the words that the query's units are close to.
  ///
  /// - Parameters:
  ///   - query: The name that is looked for.
  ///   - isExhaustive: Whether every word of the index is looked at.
  mutating func prepare(_ query: StructuredName, isExhaustive: Bool = false) {
    units = QueryUnits(query, joinsWhole: index.layout.hasUnspaced, &parser)
    matches.removeAll(keepingCapacity: true)
    vectors.removeAll(keepingCapacity: true)
    for (number, unit) in units.units.enumerated() { match(unit, number, isExhaustive) }
    table.fill(matches)
    scorer.begin(units, vectors: vectors)
    full = scorer.fullValue(units)
  }

  /// A name weighed against the query that was prepared.
  mutating func candidate(_ name: Int) -> Candidate {
    candidate(name, at: index.firstEntry(of: name), isExact: false)
  }

  private mutating func match(_ unit: QueryUnits.Unit, _ number: Int, _ isExhaustive: Bool) {
    words.find(
      unit.word.embedded, unspacedOnly: unit.unspacedOnly, isExhaustive: isExhaustive, in: index)
    vectors.append(words.vector)
    let first = matches.count
    for found in words.found {
      let excess = min(WordSearch.similarity(found.product), 1) - WordSearch.least
      matches.append(Match(word: found.word, unit: number, value: excess * unit.worth))
    }
    let full = unit.fullValue + Self.equalKey
    index.words(withKey: unit.word.key.span) { word in
      if let place = matches[first...].firstIndex(where: { $0.word == UInt32(word) }) {
        matches[place].value = full
      } else {
        matches.append(Match(word: UInt32(word), unit: number, value: full))
      }
    }
  }

  /// Adds up the values of names' words, rare words' and close words' first.
  ///
  /// Words that too many names have add to what other words have brought up; when two such words
  /// meet in a name, it is brought up too.
  private mutating func walkPostings() {
    sortSteps()
    var skipped: [Step] = []
    for (place, step) in order.enumerated() {
      if place + Self.ahead < order.count {
        index.prefetchPostings(order[place + Self.ahead].postings)
      }
      if step.postings.count > tally.room {
        if skipped.count < Self.mostSkipped { skipped.append(step) }
      } else {
        tally.add(
          weight(of: step), from: matches[step.match].unit, to: step.postings, of: index.postings)
      }
    }
    addCommon(skipped)
    var left = Self.mostRaised
    for step in skipped where step.postings.count <= left {
      left -= step.postings.count
      tally.raise(
        weight(of: step), from: matches[step.match].unit, of: step.postings, in: index.postings)
    }
    // What is left of the room goes to the most telling of them, which may be all that fits.
    if tally.room > 0, let step = skipped.first {
      tally.add(
        weight(of: step), from: matches[step.match].unit, to: step.postings.prefix(tally.room),
        of: index.postings)
    }
  }

  /// Lays out the steps, the most urgent first: those of words that are close and rare.
  ///
  /// They are sorted by counting, which is as exact as they need.
  private mutating func sortSteps() {
    steps.removeAll(keepingCapacity: true)
    var ends = [Int](repeating: 0, count: Self.urgencies + 1)
    for place in matches.indices {
      let postings = index.postingEnds.range(Int(matches[place].word))
      // The logarithm of the number of postings is about what a word tells.
      let bits = Int.bitWidth - postings.count.leadingZeroBitCount
      let urgency = matches[place].value / Float(max(bits, 1))
      let rank = Self.urgencies - min(Self.urgencies, Int(urgency * Self.urgenciesPerValue))
      ends[rank] += 1
      steps.append(Step(match: place, postings: postings, rank: rank))
    }
    var end = 0
    for rank in ends.indices {
      (ends[rank], end) = (end, end + ends[rank])
    }
    order.removeAll(keepingCapacity: true)
    order += steps
    for step in steps {
      order[ends[step.rank]] = step
      ends[step.rank] += 1
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
