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

  // Kept from pair to pair for their memory.
  private var matches: [WordMatch] = []
  private var left: [NameUnit] = []
  private var right: [NameUnit] = []
  private var gains: [Double] = []
  private var assignment = Assignment()

  /// Nats below which a conflict is no worse.
  static let worst = -12.0
  /// Outweighs every sum of nats: as many pairs as can be are made.
  private static let bonus = 1000.0
  /// Gain of two legal forms that contradict each other: less than of any words that fit.
  private static let clashingForms = 0.5

  /// Lays two names side by side.
  mutating func align(
    _ a: borrowing StructuredName, _ b: borrowing StructuredName, _ matcher: inout WordMatcher
  ) {
    begin()
    matcher.begin()
    let rarity = matcher.rarity
    for i in 0..<a.tokens.count {
      for j in 0..<b.tokens.count {
        matches.append(matcher.match(a.tokens[i], i + 1, b.tokens[j], j + 1))
      }
    }
    let width = b.tokens.count
    let single = matches
    var joins = JoinedWords.find(
      in: a, against: b, matches: { single[$0 * width + $1] }, &matcher)
    var usedLeft: UInt32 = 0
    var usedRight: UInt32 = 0
    for join in joins {
      usedLeft |= join.mask
      usedRight |= 1 << UInt32(join.partner)
      append(
        NameUnit(a, joining: join.mask, rarity),
        NameUnit(b.tokens[join.partner], at: join.partner, rarity),
        join.match)
    }
    if joins.isEmpty {
      joins = JoinedWords.find(
        in: b, against: a, matches: { single[$1 * width + $0] }, &matcher)
      for join in joins {
        usedRight |= join.mask
        usedLeft |= 1 << UInt32(join.partner)
        append(
          NameUnit(a.tokens[join.partner], at: join.partner, rarity),
          NameUnit(b, joining: join.mask, rarity),
          join.match)
      }
    }
    for i in 0..<a.tokens.count where usedLeft >> UInt32(i) & 1 == 0 {
      left.append(NameUnit(a.tokens[i], at: i, rarity))
    }
    for j in 0..<b.tokens.count where usedRight >> UInt32(j) & 1 == 0 {
      right.append(NameUnit(b.tokens[j], at: j, rarity))
    }
    pair(width: width)
  }

  /// Pairs the units that no join has taken.
  private mutating func pair(width: Int) {
    // A name of optional words alone (`Van`, `Sultan`) is made of them.
    let leftCounts = left.allSatisfy(\.isOptional)
    let rightCounts = right.allSatisfy(\.isOptional)
    for first in left {
      for second in right {
        let match = matches[first.position * width + second.position]
        let isOptional = first.isOptional && !leftCounts || second.isOptional && !rightCounts
        let nats = max(match.nats, Self.worst)
        if match == .otherForm {
          gains.append(Self.clashingForms)
        } else {
          gains.append(isOptional ? (nats > 1 ? nats : 0) : nats + Self.bonus)
        }
      }
    }
    assignment.solve(gains: gains, rows: left.count, columns: right.count)
    var taken: UInt32 = 0
    var last = -1
    for row in 0..<left.count {
      let column = assignment.columns[row]
      guard column >= 0 else {
        append(left[row], nil, .alone(isOptional: left[row].isOptional))
        continue
      }
      taken |= 1 << UInt32(column)
      let match = matches[left[row].position * width + right[column].position]
      if match.nats > 0 {
        if column < last { isReordered = true }
        last = column
      }
      append(left[row], right[column], match)
    }
    for column in 0..<right.count where taken >> UInt32(column) & 1 == 0 {
      append(nil, right[column], .alone(isOptional: right[column].isOptional))
    }
  }

  /// Forgets the last names and keeps the memory.
  mutating func begin() {
    items.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
    gains.removeAll(keepingCapacity: true)
    isReordered = false
  }

  mutating func append(_ left: NameUnit?, _ right: NameUnit?, _ match: WordMatch) {
    items.append(Item(left: left, right: right, match: match))
  }
}
