// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction
internal import NameComparison
internal import NameModel

/// Finds who and what the articles of a wire are about.
///
/// Threads with a full name are clustered first. Single surnames are then given to the cluster
/// that fits them best, and never join two clusters; where several fit, the one that is named in
/// more articles gets them.
public struct ArticleResolver: Sendable {
  private let threshold: Double
  private let judgements: Judgements
  /// A surname alone is only asked to be likelier than not given that somebody in the wire bears
  /// it, which is a lower bar than two names out of the blue.
  private static let shortFormThreshold = 0.8

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - threshold: Probability, `0...1`, from which two full names are one.
  ///   - judgements: Decisions that a person has made.
  public init(threshold: Double = 0.8, judgements: Judgements = Judgements()) {
    self.threshold = threshold
    self.judgements = judgements
  }

  /// Entities of a set of articles, most mentioned first, then by id.
  ///
  /// - Complexity: O(*n* *k*) comparisons for *n* distinct names of *k* candidates each.
  public func resolve(_ articles: [ArticleNames]) -> [Entity] {
    let threads = StoryName.threads(of: articles)
    let names = distinctNames(of: threads)
    let clusters = cluster(names, of: threads)
    var members: [Int: [Int]] = [:]
    for (position, name) in names.enumerated() {
      members[clusters[position], default: []] += name.threads
    }
    let groups = members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    return EntityBuilder(articles: articles, threads: threads).entities(of: groups)
  }

  /// A name that threads have in common, with the threads that have it.
  private struct DistinctName {
    var name: StructuredName
    var isShort: Bool
    var threads: [Int]
  }

  private func distinctNames(of threads: [StoryName]) -> [DistinctName] {
    struct Identity: Hashable {
      var key: [UInt8]
      var kind: NameKind?
    }
    var groups: [Identity: [Int]] = [:]
    for (position, thread) in threads.enumerated() {
      groups[Identity(key: thread.best.key, kind: thread.kind), default: []].append(position)
    }
    return groups.values
      .map { DistinctName(name: threads[$0[0]].best, isShort: threads[$0[0]].isShort, threads: $0) }
      .sorted { first, second in
        if first.name.key != second.name.key {
          return first.name.key.lexicographicallyPrecedes(second.name.key)
        }
        return (first.name.kind?.rawValue ?? "") < (second.name.kind?.rawValue ?? "")
      }
  }

  private func cluster(_ names: [DistinctName], of threads: [StoryName]) -> [Int] {
    let long = names.indices.filter { !names[$0].isShort }
    let short = names.indices.filter { names[$0].isShort }
    let clusterer = NameClusterer(threshold: threshold, judgements: judgements)
    var result = Array(names.indices)
    for (position, root) in zip(long, clusterer.clusters(of: long.map { names[$0].name })) {
      result[position] = long[root]
    }
    let shortRoots = clusterer.clusters(of: short.map { names[$0].name })
    var comparator = NameComparator()
    let holders = Dictionary(grouping: long) { result[$0] }
    for group in Dictionary(grouping: short.indices, by: { shortRoots[$0] }).values {
      let members = group.map { short[$0] }.sorted()
      let home = bestHome(for: members, among: holders, names, &comparator) ?? members[0]
      for member in members { result[member] = home }
    }
    return result
  }

  /// The cluster of full names that a group of single surnames belongs to.
  private func bestHome(
    for members: [Int], among holders: [Int: [Int]], _ names: [DistinctName],
    _ comparator: inout NameComparator
  ) -> Int? {
    var best: (root: Int, score: Double, weight: Int)?
    for (root, holder) in holders {
      let weight = holder.reduce(0) { $0 + names[$1].threads.count }
      var score = 0.0
      for member in members {
        for full in holder where names[full].name.kind == .person {
          score = max(score, comparator.compare(names[member].name, names[full].name).score)
        }
      }
      guard score >= Self.shortFormThreshold else { continue }
      let candidate = (root: root, score: score, weight: weight)
      guard let current = best else {
        best = candidate
        continue
      }
      // Scores within a tenth are the same surname: the more often named person has it.
      let isBetter =
        abs(score - current.score) > 0.1
        ? score > current.score
        : (weight, -root) > (current.weight, -current.root)
      if isBetter { best = candidate }
    }
    return best?.root
  }
}
