// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction
internal import NameModel

/// Finds who and what the articles of a wire are about.
///
/// The full names of threads are clustered first, and clusters that threads have in common joined
/// (`ThreadLinks`). Single surnames are then given to the cluster
/// that fits them best, and never join two clusters; where several fit, the one that is named in
/// more articles gets them.
public struct ArticleResolver: Sendable {
  private let threshold: Double
  private let judgements: Judgements
  /// A surname alone is only asked to be likelier than not given that somebody in the wire bears
  /// it, which is a lower bar than two names out of the blue.
  private static let shortFormThreshold = 0.4

  /// The bar for articles: names of one wire are one thing more often than names of a list.
  public static let defaultThreshold = 0.7

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - threshold: Probability, `0...1`, from which two full names are one.
  ///   - judgements: Decisions that a person has made.
  public init(
    threshold: Double = Self.defaultThreshold, judgements: Judgements = Judgements()
  ) {
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
    var isPlaced = [Bool](repeating: false, count: threads.count)
    // A thread goes where its best name does, which is the first of its names.
    for (position, name) in names.enumerated() {
      for thread in name.threads
      where threads[thread].best.key == name.name.key && !isPlaced[thread] {
        isPlaced[thread] = true
        members[clusters[position], default: []].append(thread)
      }
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
    var forms: [Identity: (name: StructuredName, isShort: Bool)] = [:]
    for (position, thread) in threads.enumerated() {
      for form in thread.forms {
        let identity = Identity(key: form.key, kind: thread.kind)
        groups[identity, default: []].append(position)
        if forms[identity] == nil { forms[identity] = (form, thread.isShort) }
      }
    }
    return
      forms
      .map { DistinctName(name: $1.name, isShort: $1.isShort, threads: groups[$0] ?? []) }
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
    var links = ThreadLinks()
    for position in long { links.add(cluster: result[position], threads: names[position].threads) }
    let joined = links.joined()
    for position in long { result[position] = joined[result[position]] ?? result[position] }
    let shortRoots = clusterer.clusters(of: short.map { names[$0].name })
    var homes = ShortFormHomes(names: names.map(\.name), holders: long.map { ($0, result[$0]) })
    for (position, root) in zip(long, long.map { result[$0] }) {
      homes.add(weight: names[position].threads.count, to: root)
    }
    for group in Dictionary(grouping: short.indices, by: { shortRoots[$0] }).values {
      let members = group.map { short[$0] }.sorted()
      let home = homes.best(for: members, threshold: Self.shortFormThreshold) ?? members[0]
      for member in members { result[member] = home }
    }
    return result
  }
}
