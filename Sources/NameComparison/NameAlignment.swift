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

  private(set) var items = Refillable<Item>()
  /// Whether paired words stand in another order in the two names.
  private(set) var isReordered = false

  // Kept from pair to pair for their memory.
  private var grid = MatchGrid()
  private var joined = JoinedWords()
  private var left = Refillable<NameUnit>()
  private var right = Refillable<NameUnit>()
  private var gains = Refillable<Double>()
  private var assignment = Assignment()

  /// Nats below which a conflict is no worse.
  static let worst = -12.0
  /// Outweighs every sum of nats: as many pairs as can be are made.
  private static let bonus = 1000.0
  /// Gain of two legal forms that contradict each other: less than of any words that fit.
  private static let clashingForms = 0.5

  /// Lays two names side by side.
  mutating func align(
    _ a: InternedName, _ b: InternedName, _ names: borrowing InternedNames,
    _ matcher: inout WordMatcher
  ) {
    begin()
    grid.begin(rows: a.count, columns: b.count)
    for i in 0..<a.count {
      for j in 0..<b.count {
        grid.append(matcher.match(names.word(i, of: a), names.word(j, of: b), of: names))
      }
    }
    var used = (left: UInt32(0), right: UInt32(0))
    joined.find(in: a, against: b, names, matches: grid, &matcher)
    for place in joined.joins.indices {
      let join = joined.joins[place]
      used.left |= join.mask
      used.right |= 1 << UInt32(join.partner)
      append(
        NameUnit(a, joining: join.mask, of: names), unit(join.partner, of: b, names), join.match)
    }
    if joined.joins.isEmpty {
      grid.turn()
      joined.find(in: b, against: a, names, matches: grid, &matcher)
      grid.turn()
      for place in joined.joins.indices {
        let join = joined.joins[place]
        used.right |= join.mask
        used.left |= 1 << UInt32(join.partner)
        append(
          unit(join.partner, of: a, names), NameUnit(b, joining: join.mask, of: names), join.match)
      }
    }
    for i in 0..<a.count where used.left >> UInt32(i) & 1 == 0 {
      left.append(unit(i, of: a, names))
    }
    for j in 0..<b.count where used.right >> UInt32(j) & 1 == 0 {
      right.append(unit(j, of: b, names))
    }
    pair()
  }

  private func unit(
    _ position: Int, of name: InternedName, _ names: borrowing InternedNames
  ) -> NameUnit {
    NameUnit(names.words[names.word(position, of: name)], at: position)
  }

  /// Pairs the units that no join has taken.
  private mutating func pair() {
    // A name of optional words alone (`Van`, `Sultan`) is made of them.
    let leftCounts = left.indices.allSatisfy { left[$0].isOptional }
    let rightCounts = right.indices.allSatisfy { right[$0].isOptional }
    for row in left.indices {
      let first = left[row]
      for column in right.indices {
        let second = right[column]
        let match = grid[first.position, second.position]
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
      let match = grid[left[row].position, right[column].position]
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
    items.removeAll()
    left.removeAll()
    right.removeAll()
    gains.removeAll()
    isReordered = false
  }

  mutating func append(_ left: NameUnit?, _ right: NameUnit?, _ match: WordMatch) {
    items.append(Item(left: left, right: right, match: match))
  }
}
