// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Labelled items by category.
enum CategoryGroups {
  /// Items below which a category's shares are noise.
  static let fewest = 20

  /// The categories of enough items, the largest first, of equal ones in the order of their bytes.
  ///
  /// - Parameters:
  ///   - items: All items.
  ///   - category: An item's category, empty for none.
  /// - Returns: Each category with the positions of its items.
  static func of<Item>(
    _ items: [Item], by category: (Item) -> String
  ) -> [(name: String, places: [Int])] {
    // As bytes: names that merely look the same are not the same category.
    var members: [[UInt8]: [Int]] = [:]
    for (place, item) in items.enumerated() {
      let name = Array(category(item).utf8)
      if !name.isEmpty { members[name, default: []].append(place) }
    }
    return members.filter { $0.value.count >= fewest }
      .sorted { a, b in
        a.value.count != b.value.count
          ? a.value.count > b.value.count : a.key.lexicographicallyPrecedes(b.key)
      }
      .map { (String(decoding: $0.key, as: UTF8.self), $0.value) }
  }
}
