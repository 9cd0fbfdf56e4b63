// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Joins clusters of names that threads hold together: an article that says the European Union and
/// then ЕС speaks for every other article with either of them.
///
/// A thread is right most of the time, not always: a link counts when it stands in a good part of the
/// threads of the smaller cluster, and the best founded links come first.
struct ThreadLinks {
  /// Part of the smaller cluster’s threads that must hold both.
  private static let leastShare = 0.1

  private var clustersOfThread: [Int: Set<Int>] = [:]
  private var sizes: [Int: Int] = [:]

  /// Adds the threads that have a name.
  ///
  /// - Parameters:
  ///   - cluster: The cluster of the name.
  ///   - threads: Numbers of threads.
  mutating func add(cluster: Int, threads: [Int]) {
    for thread in threads where clustersOfThread[thread, default: []].insert(cluster).inserted {
      sizes[cluster, default: 0] += 1
    }
  }

  /// For each cluster the lowest cluster that it is joined with.
  ///
  /// - Complexity: O(*l* log *l*) in the links.
  func joined() -> [Int: Int] {
    var counts: [[Int]: Int] = [:]
    for clusters in clustersOfThread.values where clusters.count > 1 {
      let ordered = clusters.sorted()
      for (place, first) in ordered.enumerated() {
        for second in ordered[(place + 1)...] { counts[[first, second], default: 0] += 1 }
      }
    }
    let links = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    var roots: [Int: Int] = [:]
    func root(_ cluster: Int) -> Int {
      var cluster = cluster
      while let next = roots[cluster] { cluster = next }
      return cluster
    }
    for (pair, count) in links {
      let smaller = min(sizes[pair[0]] ?? 0, sizes[pair[1]] ?? 0)
      guard Double(count) >= Self.leastShare * Double(smaller) else { continue }
      let (a, b) = (root(pair[0]), root(pair[1]))
      if a != b { roots[max(a, b)] = min(a, b) }
    }
    return Dictionary(uniqueKeysWithValues: roots.keys.map { ($0, root($0)) })
  }
}
