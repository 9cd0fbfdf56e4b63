// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameModel

/// Puts names into clusters that each name one entity.
///
/// A cluster needs mutual support: two clusters join only when their names are alike on average,
/// so one lucky bridge does not chain two people together; and names that contradict each other
/// never share a cluster. The result depends only on the set of names, not on their order.
struct NameClusterer {
  /// Probability from which two names are taken for one.
  let threshold: Double
  /// Decisions that a person has made; they always win.
  let judgements: Judgements
  let threads: Int

  /// Members of a cluster that are asked before it joins another.
  private static let witnessLimit = 5
  /// Mean log-odds in nats that two clusters' pairs must reach.
  private static let support = 0.0
  /// Log-odds below which one pair forbids the join: fifty to one for two.
  private static let contradiction = -4.0
  /// Log-odds beyond which a pair counts no more.
  private static let surest = 6.0

  init(threshold: Double, judgements: Judgements = Judgements(), threads: Int = 1) {
    self.threshold = threshold
    self.judgements = judgements
    self.threads = threads
  }

  /// Cluster of each of some names.
  ///
  /// - Returns: For each name the lowest position of a name in its cluster.
  func clusters(of names: [StructuredName]) -> [Int] {
    let (table, numbers) = NameTableBuilder.table(of: names)
    let join = NameJoin(table, threads: threads)
    var scores = PairScores(of: table, join: join, threads: threads)
    let roots = clusters(&scores)
    var positions: [Int: Int] = [:]
    for (position, number) in numbers.enumerated() {
      let root = roots.root(Int(number))
      if positions[root] == nil { positions[root] = position }
    }
    return numbers.enumerated().map { positions[roots.root(Int($1))] ?? $0 }
  }

  /// Clusters of the names of a table.
  func clusters(_ scores: inout PairScores) -> Clusters {
    let judged = JudgedNames(judgements, scores.table)
    var clusters = Clusters(count: scores.table.count)
    for group in judged.groups {
      for other in group.dropFirst() {
        clusters.join(clusters.root(group[0]), clusters.root(other))
      }
    }
    for edge in edges(scores) {
      let first = clusters.root(edge.first)
      let second = clusters.root(edge.second)
      if first == second { continue }
      let (a, b) = (clusters.members(first), clusters.members(second))
      if judged.areDifferent(a, b) { continue }
      if supports(a, b, &scores) { clusters.join(first, second) }
    }
    return clusters
  }

  /// Pairs above the threshold, likeliest first.
  private func edges(_ scores: borrowing PairScores) -> [NameJoin.Pair] {
    let least = Float(threshold)
    var edges: [(score: Float, pair: NameJoin.Pair)] = []
    for (place, score) in scores.scores.enumerated() where score >= least {
      edges.append((score, scores.pairs[place]))
    }
    edges.sort { ($1.score, $0.pair) < ($0.score, $1.pair) }
    return edges.map(\.pair)
  }

  private func supports(_ a: [UInt32], _ b: [UInt32], _ scores: inout PairScores) -> Bool {
    var total = 0.0
    var pairs = 0
    for first in a.prefix(Self.witnessLimit) {
      for second in b.prefix(Self.witnessLimit) {
        let odds = LogOdds.of(scores.score(Int(first), Int(second)))
        if odds < Self.contradiction { return false }
        total += max(-Self.surest, min(Self.surest, odds))
        pairs += 1
      }
    }
    return total >= Self.support * Double(pairs)
  }
}
