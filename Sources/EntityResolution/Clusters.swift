// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Disjoint sets of items that grow together, with their members.
struct GrowingClusters {
  private var parent: [UInt32]
  private var lists: [UInt32: [UInt32]] = [:]

  init(count: Int) { parent = (0..<UInt32(count)).map { $0 } }

  /// The lowest member of the set that holds an item.
  func root(_ item: Int) -> Int {
    var item = item
    while parent[item] != item { item = Int(parent[item]) }
    return item
  }

  /// Members of the set of a root, in the order in which they joined.
  func members(_ root: Int) -> [UInt32] { lists[UInt32(root)] ?? [UInt32(root)] }

  /// Joins two sets, given by their roots.
  mutating func join(_ a: Int, _ b: Int) {
    guard a != b else { return }
    let (low, high) = (UInt32(min(a, b)), UInt32(max(a, b)))
    lists[low] = members(Int(low)) + members(Int(high))
    lists[high] = nil
    // Small depth without ranks: everything in the higher set points at the new root.
    for item in lists[low] ?? [] { parent[Int(item)] = low }
  }
}

/// Disjoint sets of items that are done: the lowest member of each item's set.
struct Clusters: Sendable {
  private(set) var roots: [UInt32]

  /// Every item alone.
  init(count: Int) { roots = (0..<UInt32(count)).map { $0 } }

  /// The lowest member of the set that holds an item.
  func root(_ item: Int) -> Int { Int(roots[item]) }

  /// Puts items into the set of a root that is the lowest of them.
  mutating func put(_ items: [UInt32], under root: UInt32) {
    for item in items { roots[Int(item)] = root }
  }

  /// Sets of more than one item, each in order, by their lowest.
  ///
  /// - Complexity: O(*n*).
  func groups() -> [[UInt32]] {
    var places: [UInt32: Int] = [:]
    var groups: [[UInt32]] = []
    for item in roots.indices where roots[item] != item {
      if let place = places[roots[item]] {
        groups[place].append(UInt32(item))
      } else {
        places[roots[item]] = groups.count
        groups.append([roots[item], UInt32(item)])
      }
    }
    groups.sort { $0[0] < $1[0] }
    return groups
  }
}
