// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameModel
internal import RecordFormats

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
    let roots = clusters(
      PairScores(of: table, join: join, threshold: threshold, threads: threads))
    var positions: [Int: Int] = [:]
    for (position, number) in numbers.enumerated() {
      let root = roots.root(Int(number))
      if positions[root] == nil { positions[root] = position }
    }
    return numbers.enumerated().map { positions[roots.root(Int($1))] ?? $0 }
  }

  /// Clusters of the names of a table.
  ///
  /// Clusters grow along pairs above the threshold, and along judgements: what these do not connect
  /// is worked on apart, in parallel.
  func clusters(_ scores: PairScores) -> Clusters {
    let judged = JudgedNames(judgements, scores.table)
    let components = NameComponents(
      scores.pairs, atLeast: Float(threshold), judged.groups, count: scores.table.count)
    var clusters = Clusters(count: scores.table.count)
    RangePipeline.run(
      count: components.count, size: 256, threads: threads,
      makeScratch: { PairScores.Reader(scores) },
      work: { reader, range in
        range.flatMap { grow(components[$0], scores.pairs, judged, &reader) }
      },
      deliver: { for members in $0 { clusters.put(members, under: members[0]) } })
    return clusters
  }

  /// Clusters of more than one of a component's names, each in order.
  private func grow(
    _ names: ArraySlice<UInt32>, _ pairs: NamePairs, _ judged: JudgedNames,
    _ reader: inout PairScores.Reader
  ) -> [[UInt32]] {
    let names = Array(names)
    var clusters = GrowingClusters(count: names.count)
    for (first, name) in names.enumerated() {
      for other in judged.group(from: name)?.dropFirst() ?? [] {
        guard let second = Self.place(of: other, in: names) else { continue }
        clusters.join(clusters.root(first), clusters.root(second))
      }
    }
    for edge in edges(names, pairs) {
      let first = clusters.root(edge.first)
      let second = clusters.root(edge.second)
      if first == second { continue }
      let a = clusters.members(first).map { names[Int($0)] }
      let b = clusters.members(second).map { names[Int($0)] }
      if judged.areDifferent(a, b) { continue }
      if supports(a, b, &reader) { clusters.join(first, second) }
    }
    return names.indices.compactMap { place in
      let members = clusters.members(place)
      guard clusters.root(place) == place, members.count > 1 else { return nil }
      return members.map { names[Int($0)] }.sorted()
    }
  }

  /// Place of a name among some in order.
  private static func place(of name: Int, in names: [UInt32]) -> Int? {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low < names.count && names[low] == name ? low : nil
  }

  /// Pairs of a component above the threshold by the names' places, likeliest first.
  private func edges(
    _ names: [UInt32], _ pairs: NamePairs
  ) -> [(first: Int, second: Int)] {
    let least = Float(threshold)
    var edges: [(score: Float, first: Int, second: Int)] = []
    for (first, name) in names.enumerated() {
      for number in pairs.range(of: Int(name)) where pairs.weights[number] >= least {
        guard let second = Self.place(of: pairs.other(number), in: names) else { continue }
        edges.append((pairs.weights[number], first, second))
      }
    }
    edges.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    return edges.map { ($0.first, $0.second) }
  }

  private func supports(
    _ a: [UInt32], _ b: [UInt32], _ reader: inout PairScores.Reader
  ) -> Bool {
    var total = 0.0
    var pairs = 0
    for first in a.prefix(Self.witnessLimit) {
      for second in b.prefix(Self.witnessLimit) {
        let odds = LogOdds.of(reader.score(Int(first), Int(second)))
        if odds < Self.contradiction { return false }
        total += max(-Self.surest, min(Self.surest, odds))
        pairs += 1
      }
    }
    return total >= Self.support * Double(pairs)
  }
}
