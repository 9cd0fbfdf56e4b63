// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// The words of two names laid side by side: every word stands once.
///
/// The words of the shorter name all find a partner, even a wrong one: two different words in the
/// same place are a conflict, not two words left out. Titles, particles and legal forms are paired
/// only with words that fit.
struct NameAlignment {
  /// Two units, or one that is alone.
  struct Item {
    var left: NameUnit?
    var right: NameUnit?
    var match: WordMatch
  }

  private(set) var items: [Item] = []
  /// Whether paired words stand in another order in the two names.
  private(set) var isReordered = false

  /// Creates an alignment without words.
  init() {}

  init(_ a: StructuredName, _ b: StructuredName, _ matcher: inout WordMatcher) {
    let units = NameUnits(a, b, &matcher)
    let left = units.left
    let right = units.right
    // A name of optional words alone (`Van`, `Sultan`) is made of them.
    let leftCounts = Self.areAllOptional(left)
    let rightCounts = Self.areAllOptional(right)
    var matches: [WordMatch] = []
    var gains: [Double] = []
    matches.reserveCapacity(left.count * right.count)
    for first in left {
      for second in right {
        let match = matcher.match(first.token, second.token)
        matches.append(match)
        let isOptional =
          first.token.isOptional && !leftCounts || second.token.isOptional && !rightCounts
        let nats = max(match.nats, Self.worst)
        // The bonus outweighs every sum of nats: as many pairs as can be are made.
        gains.append(isOptional ? (nats > 1 ? nats : 0) : nats + Self.bonus)
      }
    }
    let pairing = Assignment.best(gains: gains, rows: left.count, columns: right.count)
    var isFree = [Bool](repeating: true, count: right.count)
    var last = -1
    for (row, column) in pairing.enumerated() {
      guard let column else {
        items.append(Item(left: left[row], right: nil, match: .alone(left[row].token)))
        continue
      }
      isFree[column] = false
      let match = matches[row * right.count + column]
      if match.nats > 0 {
        if column < last { isReordered = true }
        last = column
      }
      items.append(Item(left: left[row], right: right[column], match: match))
    }
    for (column, free) in isFree.enumerated() where free {
      items.append(Item(left: nil, right: right[column], match: .alone(right[column].token)))
    }
  }

  /// Nats below which a conflict is no worse.
  static let worst = -12.0
  private static let bonus = 1000.0

  private static func areAllOptional(_ units: [NameUnit]) -> Bool {
    units.allSatisfy { $0.token.isOptional }
  }

  mutating func append(_ left: NameUnit?, _ right: NameUnit?, _ match: WordMatch) {
    items.append(Item(left: left, right: right, match: match))
  }
}
