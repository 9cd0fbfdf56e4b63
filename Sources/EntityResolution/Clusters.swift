// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Disjoint sets with their members.
struct Clusters {
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
