// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameComparison
internal import NameModel

/// Finds the cluster of full names that a bare surname belongs to.
struct ShortFormHomes: ~Copyable {
  private let names: [StructuredName]
  /// Cluster of each full name; nil for bare surnames.
  private var roots: [Int?]
  private var weights: [Int: Int] = [:]
  private let join: NameJoin
  /// Number of each name in the join's table, and positions of the names of each number.
  private let numbers: [UInt32]
  private var positions: [[Int]]
  private var comparator = NameComparator()

  /// Full names looked at for each bare surname.
  private static let candidateLimit = 200
  /// Scores as near as this are the same surname.
  private static let tie = 0.05

  /// Prepares.
  ///
  /// - Parameters:
  ///   - names: All names, full and bare.
  ///   - holders: Positions of the full names, with their clusters.
  init(names: [StructuredName], holders: [(position: Int, root: Int)]) {
    self.names = names
    roots = [Int?](repeating: nil, count: names.count)
    for holder in holders { roots[holder.position] = holder.root }
    let (table, numbers) = NameTableBuilder.table(of: names)
    join = NameJoin(table, threads: 1)
    self.numbers = numbers
    positions = Array(repeating: [], count: table.count)
    for (position, number) in numbers.enumerated() { positions[Int(number)].append(position) }
  }

  /// Counts threads of a cluster: of two people who may be meant, the more often named one is.
  mutating func add(weight: Int, to root: Int) { weights[root, default: 0] += weight }

  /// The cluster that a group of spellings of one surname belongs to.
  ///
  /// - Parameters:
  ///   - members: Positions of the spellings.
  ///   - threshold: Probability, `0...1`, that it must reach.
  /// - Returns: nil when nobody in the wire bears the name.
  mutating func best(for members: [Int], threshold: Double) -> Int? {
    var scores: [Int: Double] = [:]
    for member in members {
      let found = join.candidates(
        for: Int(numbers[member]), share: .any, limit: Self.candidateLimit)
      for other in found.flatMap({ positions[$0] }) {
        guard let root = roots[other], names[other].kind == .person else { continue }
        let score = comparator.score(names[member], names[other])
        scores[root] = max(scores[root] ?? 0, score)
      }
    }
    guard let top = scores.values.max(), top >= threshold else { return nil }
    let near = scores.keys.filter { (scores[$0] ?? 0) > top - Self.tie }
    return near.max { (weights[$0] ?? 0, -$0) < (weights[$1] ?? 0, -$1) }
  }
}
