// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import StringDistance

/// Drops of many items those that a sort would put far behind, by counting.
enum Greatest {
  private static let buckets = 1024

  /// Keeps the items with the greatest products.
  ///
  /// At least `count` of them stay, and those beside the last that are about as great. What is kept
  /// does not depend on the items' order.
  ///
  /// - Complexity: O(*n*).
  static func keep<Item>(_ count: Int, of items: inout [Item], _ product: (Item) -> Int32) {
    guard items.count > count + count / 2 else { return }
    var counts = [Int32](repeating: 0, count: buckets)
    // Products of two vectors lie within the unit on both sides.
    let unit = WordVector.unit
    let width = 2 * unit / Int32(buckets) + 1
    func bucket(_ item: Item) -> Int {
      max(0, min(buckets - 1, Int((product(item) &+ unit) / width)))
    }
    for item in items { counts[bucket(item)] += 1 }
    var least = buckets - 1
    var sum = Int(counts[least])
    while least > 0, sum < count {
      least -= 1
      sum += Int(counts[least])
    }
    items.removeAll { bucket($0) < least }
  }
}
