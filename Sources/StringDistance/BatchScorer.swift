// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CDistanceLanes

/// Scores many strings at a time: a few against many, or pairs.
///
///     var scorer = BatchScorer()
///     var scores: [Float] = []
///     scorer.score(.jaroWinkler, queries, against: names, into: &scores)
///
/// Scores are those of ``StringMetric``, rounded to `Float`. Kept from call to call, it allocates
/// only while its inputs grow. One scorer belongs to one thread.
public struct BatchScorer: ~Copyable {
  private var lanes = LanePatterns()
  private var pattern = PreparedPattern()
  private var ratios = TokenRatios()
  private var queryTokens = TokenLists()
  private var nameTokens = TokenLists()
  /// Queries that fit into lanes, by falling length.
  private var order: [Int] = []
  private let isPortable: Bool

  /// Creates a scorer.
  public init() { self.init(isPortable: false) }

  /// Creates a scorer that leaves out what the machine has above its baseline; for tests.
  package init(isPortable: Bool) { self.isPortable = isPortable }

  /// Scores every query against every name.
  ///
  /// - Parameters:
  ///   - metric: What to measure.
  ///   - queries: One side.
  ///   - names: The other side.
  ///   - least: Scores below it are 0; the higher, the less work.
  ///   - scores: Receives the score of query *q* and name *n* at *q* · `names.count` + *n*.
  /// - Complexity: O(*q* *l* / 16) a name of *l* letters for *q* queries of up to 16 letters;
  ///   queries of more than 64 letters, names of more than 255, and pairs that share words in
  ///   ``StringMetric/tokenSet`` go one by one.
  /// - Reference: The arrangement of patterns in lanes: Hyyrö, Fredriksson, Navarro, "Increased
  ///   Bit-Parallelism for Approximate and Multiple String Matching", doi:10.1145/1064546.1180617.
  public mutating func score(
    _ metric: StringMetric, _ queries: LetterList, against names: LetterList,
    atLeast least: Double = 0, into scores: inout [Float]
  ) {
    makeRoom(queries.count * names.count, in: &scores)
    switch metric {
    case .tokenSort:
      queryTokens.fill(queries, once: false)
      nameTokens.fill(names, once: false)
      scoreLetters(
        .indel, queryTokens.joined, against: nameTokens.joined, atLeast: least, into: &scores)
    case .tokenSet:
      queryTokens.fill(queries, once: true)
      nameTokens.fill(names, once: true)
      // As long as no word is shared, the sets are compared as a whole.
      scoreLetters(
        .indel, queryTokens.joined, against: nameTokens.joined, atLeast: least, into: &scores)
      scoreSharedTokens(atLeast: least, into: &scores)
    default: scoreLetters(metric, queries, against: names, atLeast: least, into: &scores)
    }
  }

  /// Scores pairs: string *i* of one list and string *i* of the other.
  ///
  /// - Parameters:
  ///   - metric: What to measure.
  ///   - first: One side.
  ///   - second: The other side, with as many strings.
  ///   - least: Scores below it are 0; the higher, the less work.
  ///   - scores: Receives a score for every pair.
  /// - Complexity: A call of ``StringMetric`` a pair, without allocation.
  public mutating func scorePairs(
    _ metric: StringMetric, _ first: LetterList, _ second: LetterList, atLeast least: Double = 0,
    into scores: inout [Float]
  ) {
    precondition(first.count == second.count, "Pairs need as many strings on either side.")
    makeRoom(first.count, in: &scores)
    for index in 0..<first.count {
      let score: Double?
      switch metric {
      case .tokenSort: score = ratios.sorted(first[index], second[index], atLeast: least)
      case .tokenSet: score = ratios.sets(first[index], second[index], atLeast: least)
      default:
        let lengths = (first.length(of: index), second.length(of: index))
        if least > 0, metric.best(lengths.0, lengths.1) < least {
          scores[index] = 0
          continue
        }
        pattern.prepare(first[index], forTextOf: lengths.1)
        score = pattern.similarity(metric, to: second[index], atLeast: least)
      }
      scores[index] = Float(score ?? 0)
    }
  }

  private func makeRoom(_ count: Int, in scores: inout [Float]) {
    guard scores.count != count else { return }
    scores.removeAll(keepingCapacity: true)
    scores.append(contentsOf: repeatElement(0, count: count))
  }

  private mutating func scoreLetters(
    _ metric: StringMetric, _ queries: LetterList, against names: LetterList, atLeast least: Double,
    into scores: inout [Float]
  ) {
    order.removeAll(keepingCapacity: true)
    for query in 0..<queries.count where queries.length(of: query) <= LanePatterns.longestPattern {
      order.append(query)
    }
    if order.count < LanePatterns.fewestPatterns { order.removeAll(keepingCapacity: true) }
    order.sort { queries.length(of: $0) > queries.length(of: $1) }
    var start = 0
    while start < order.count {
      let end = min(start + LanePatterns.mostPatterns, order.count)
      lanes.fill(queries, order[start..<end])
      lanes.score(
        laneMetric(metric), names, atLeast: least, into: &scores, stride: names.count,
        isPortable: isPortable)
      start = end
    }
    let areAllInLanes = order.count == queries.count
    let areTextsShort = (0..<names.count).allSatisfy {
      names.length(of: $0) <= LanePatterns.longestText
    }
    if areAllInLanes && areTextsShort { return }
    for query in 0..<queries.count {
      let isInLane =
        !order.isEmpty && queries.length(of: query) <= LanePatterns.longestPattern
      if isInLane && areTextsShort { continue }
      pattern.prepare(queries[query])
      for name in 0..<names.count
      where !isInLane || names.length(of: name) > LanePatterns.longestText {
        let score = pattern.similarity(metric, to: names[name], atLeast: least)
        scores[query * names.count + name] = Float(score ?? 0)
      }
    }
  }

  /// Corrects the scores of those pairs that share a word, or of which one has none.
  private mutating func scoreSharedTokens(atLeast least: Double, into scores: inout [Float]) {
    let names = nameTokens.joined.count
    for start in stride(from: 0, to: queryTokens.joined.count, by: 64) {
      let end = min(start + 64, queryTokens.joined.count)
      queryTokens.sieve(start..<end)
      for name in 0..<names {
        var candidates = queryTokens.sifted(nameTokens, name)
        while candidates != 0 {
          let query = start + candidates.trailingZeroBitCount
          candidates &= candidates &- 1
          let score = ratios.sets(
            queryTokens.joined, query, nameTokens.joined, name, atLeast: least)
          scores[query * names + name] = Float(score ?? 0)
        }
      }
    }
  }
}

private func laneMetric(_ metric: StringMetric) -> nsk_lane_metric {
  switch metric {
  case .levenshtein: NSK_LANE_LEVENSHTEIN
  case .optimalAlignment: NSK_LANE_OPTIMAL_ALIGNMENT
  case .indel, .tokenSort, .tokenSet: NSK_LANE_INDEL
  case .jaro: NSK_LANE_JARO
  case .jaroWinkler: NSK_LANE_JARO_WINKLER
  }
}
