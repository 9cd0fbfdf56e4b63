// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameComparison
internal import RecordFormats

/// The probabilities of candidate pairs of names (`Rivals` counted in), and of any other pair when
/// it is asked for.
struct PairScores: ~Copyable {
  let table: NameTable
  /// Candidate pairs in order.
  let pairs: [NameJoin.Pair]
  private(set) var scores: [Float]
  private let names: ComparedNames
  private var comparator = NameComparator()
  private var others: [NameJoin.Pair: Float] = [:]

  /// Other pairs that are remembered.
  private static let mostOthers = 1_000_000

  /// Scores all pairs of a table that are worth it.
  ///
  /// - Complexity: O(*n* *k*) comparisons for *n* names of *k* candidates each.
  init(of table: NameTable, join: NameJoin, threads: Int) {
    let pairs = join.pairs(threads: threads)
    let names = ComparedNames(table)
    let scores = names.scores(of: pairs, threads: threads)
    self.init(of: table, names, pairs: pairs, scores: scores, threads: threads)
  }

  /// Takes pairs in order with their own probabilities, and counts rivals in.
  init(
    of table: NameTable, _ names: ComparedNames, pairs: [NameJoin.Pair], scores: [Float],
    threads: Int
  ) {
    self.table = table
    self.pairs = pairs
    self.names = names
    self.scores = Rivals.adjust(scores, of: pairs, nameCount: table.count, threads: threads)
  }

  /// Probability that two names are one.
  mutating func score(_ a: Int, _ b: Int) -> Double {
    let pair = NameJoin.Pair(a, b)
    if let place = place(of: pair) { return Double(scores[place]) }
    if let score = others[pair] { return Double(score) }
    let score = Float(names.score(pair.first, pair.second, &comparator))
    if others.count >= Self.mostOthers { others.removeAll(keepingCapacity: true) }
    others[pair] = score
    return Double(score)
  }

  private func place(of pair: NameJoin.Pair) -> Int? {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < pair { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == pair ? low : nil
  }
}

/// The names of a table, made ready to be compared, by the table's numbers.
final class ComparedNames: Sendable {
  private let names: InternedNames

  init(_ table: NameTable) {
    var names = InternedNames()
    for name in 0..<table.count { names.add(table[name]) }
    self.names = names
  }

  /// Probability that two names are one, whatever others there are.
  func score(_ a: Int, _ b: Int, _ comparator: inout NameComparator) -> Double {
    comparator.score(a, b, of: names)
  }

  /// Probabilities of pairs.
  func scores(of pairs: [NameJoin.Pair], threads: Int) -> [Float] {
    var scores: [Float] = []
    scores.reserveCapacity(pairs.count)
    RangePipeline.run(
      count: pairs.count, size: 2048, threads: threads, makeScratch: { NameComparator() },
      work: { comparator, range in
        range.map { Float(self.score(pairs[$0].first, pairs[$0].second, &comparator)) }
      },
      deliver: { scores += $0 })
    return scores
  }
}
