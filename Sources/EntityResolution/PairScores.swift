// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameComparison

/// The probabilities of candidate pairs of names, `Rivals` counted in.
struct PairScores: Sendable {
  let table: NameTable
  /// Candidate pairs that are not all too unlikely, with their probabilities.
  let pairs: NamePairs
  private let names: ComparedNames

  /// Scores all pairs of a table that are worth it.
  ///
  /// - Complexity: O(*n* *k*) comparisons for *n* names of *k* candidates each.
  init(of table: NameTable, join: NameJoin, threshold: Double, threads: Int) {
    let names = ComparedNames(table)
    let pairs = names.pairs(
      of: join, foundBy: 0..<table.count, threshold: threshold, threads: threads)
    self.init(of: table, names, pairs: pairs, threads: threads)
  }

  /// Takes pairs with their own probabilities, and counts rivals in.
  init(of table: NameTable, _ names: ComparedNames, pairs: NamePairs, threads: Int) {
    self.table = table
    self.names = names
    self.pairs = Rivals.adjust(pairs, nameCount: table.count, threads: threads)
  }

  /// Asks for scores of any pairs, with memory of its own.
  struct Reader: ~Copyable {
    private let scores: PairScores
    private var comparator = NameComparator()
    private var others: [NamePairs.Pair: Float] = [:]

    /// Pairs that are no candidates and are remembered.
    private static let mostOthers = 100_000

    init(_ scores: PairScores) { self.scores = scores }

    /// Probability that two names are one.
    mutating func score(_ a: Int, _ b: Int) -> Double {
      let pair = NamePairs.Pair(a, b)
      if let number = scores.pairs.number(of: pair) { return Double(scores.pairs.weights[number]) }
      if let score = others[pair] { return Double(score) }
      let score = Float(scores.names.score(pair.first, pair.second, &comparator))
      if others.count >= Self.mostOthers { others.removeAll(keepingCapacity: true) }
      others[pair] = score
      return Double(score)
    }
  }
}

/// The names of a table, made ready to be compared, by the table's numbers.
final class ComparedNames: Sendable {
  private let names: InternedNames

  init(_ table: NameTable) {
    var names = InternedNames()
    for word in 0..<table.wordCount { names.addWord(table.token(word)) }
    for name in 0..<table.count {
      names.add(
        words: table.words(of: name), kind: table.kind(of: name),
        key: Array(table.key(of: name)).span)
    }
    self.names = names
  }

  /// Probability that two names are one, whatever others there are.
  func score(_ a: Int, _ b: Int, _ comparator: inout NameComparator) -> Double {
    comparator.score(a, b, of: names)
  }

  /// The pairs that some names find and that can matter, each scored by itself.
  func pairs(
    of join: NameJoin, foundBy names: Range<Int>, threshold: Double, threads: Int
  ) -> NamePairs {
    join.pairs(
      foundBy: names, threads: threads, atLeast: min(Rivals.least, Float(threshold)),
      makeScratch: { NameComparator() }
    ) { comparator, first, second in
      Float(self.score(first, second, &comparator))
    }
  }
}
