// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameComparison
internal import NameModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

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

  /// Most candidates looked at for each name.
  private static let candidateLimit = 60
  /// Members of a cluster that are asked before it joins another.
  private static let witnessLimit = 5
  /// Mean log-odds in nats that two clusters' pairs must reach.
  private static let support = 0.5
  /// Log-odds below which one pair forbids the join: fifty to one for two.
  private static let contradiction = -4.0
  /// Log-odds beyond which a pair counts no more.
  private static let surest = 6.0

  init(threshold: Double, judgements: Judgements = Judgements()) {
    self.threshold = threshold
    self.judgements = judgements
  }

  /// Cluster number of each name.
  ///
  /// - Parameter names: Distinct names in an order that does not depend on the input's, such as
  ///   by key.
  /// - Returns: For each name the lowest position of a name in its cluster.
  /// - Complexity: O(*n* *k*) comparisons for *n* names of *k* candidates each.
  func clusters(of names: [StructuredName]) -> [Int] {
    var scorer = PairScorer(names: names)
    var clusters = Clusters(count: names.count)
    join(judgements.sameGroups(of: names), in: &clusters)
    for edge in edges(of: names, scorer: &scorer) {
      let first = clusters.root(edge.first)
      let second = clusters.root(edge.second)
      if first == second || judgements.areDifferent(clusters, first, second, names) { continue }
      if supports(clusters.members(first), clusters.members(second), scorer: &scorer) {
        clusters.join(first, second)
      }
    }
    return names.indices.map { clusters.root($0) }
  }

  private func join(_ groups: [[Int]], in clusters: inout Clusters) {
    for group in groups {
      for other in group.dropFirst() {
        clusters.join(clusters.root(group[0]), clusters.root(other))
      }
    }
  }

  private struct Edge {
    var first: Int
    var second: Int
    var score: Double
  }

  /// Pairs above the threshold, likeliest first.
  private func edges(of names: [StructuredName], scorer: inout PairScorer) -> [Edge] {
    var catalog = NameCatalog()
    for name in names { _ = catalog.add(name) }
    var edges: [Edge] = []
    for number in names.indices {
      for other in catalog.candidates(for: number, limit: Self.candidateLimit) {
        let score = scorer.score(number, other)
        if score >= threshold {
          edges.append(Edge(first: min(number, other), second: max(number, other), score: score))
        }
      }
    }
    return edges.sorted {
      $0.score != $1.score ? $0.score > $1.score : ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  private func supports(_ a: [Int], _ b: [Int], scorer: inout PairScorer) -> Bool {
    var total = 0.0
    var pairs = 0
    for first in a.prefix(Self.witnessLimit) {
      for second in b.prefix(Self.witnessLimit) {
        let score = scorer.score(first, second)
        let odds = Self.logOdds(score)
        if odds < Self.contradiction { return false }
        total += odds
        pairs += 1
      }
    }
    return total >= Self.support * Double(pairs)
  }

  private static func logOdds(_ score: Double) -> Double {
    let odds = log(max(score, 1e-9) / max(1 - score, 1e-9))
    return max(-surest, min(surest, odds))
  }
}
/// Scores pairs of names, each pair once.
struct PairScorer: ~Copyable {
  private let names: [StructuredName]
  private var comparator = NameComparator()
  private var known: [UInt64: Double] = [:]

  init(names: [StructuredName]) { self.names = names }

  mutating func score(_ a: Int, _ b: Int) -> Double {
    let pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    if let score = known[pair] { return score }
    let score = comparator.score(names[min(a, b)], names[max(a, b)])
    known[pair] = score
    return score
  }
}

/// Disjoint sets with their members.
struct Clusters {
  private var parent: [Int]
  private var lists: [Int: [Int]] = [:]

  init(count: Int) { parent = Array(0..<count) }

  /// The lowest member of the set that holds an item.
  func root(_ item: Int) -> Int {
    var item = item
    while parent[item] != item { item = parent[item] }
    return item
  }

  /// Members of the set of a root, in the order in which they joined.
  func members(_ root: Int) -> [Int] { lists[root] ?? [root] }

  /// Joins two sets, given by their roots.
  mutating func join(_ a: Int, _ b: Int) {
    guard a != b else { return }
    let (low, high) = (min(a, b), max(a, b))
    lists[low] = members(low) + members(high)
    lists[high] = nil
    // Small depth without ranks: everything in the higher set points at the new root.
    for item in lists[low] ?? [] { parent[item] = low }
  }
}
