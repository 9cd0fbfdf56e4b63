// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// A word of a name, or neighbours that the other name writes as one.
struct NameUnit {
  /// The word; of neighbours, the word that they make together.
  var token: NameToken
  /// Positions of the words that it covers.
  var positions: [Int]

  init(_ name: StructuredName, _ position: Int) {
    token = name.tokens[position]
    positions = [position]
  }

  /// Neighbours as one word, in the order given.
  init(_ name: StructuredName, joining positions: [Int]) {
    token = name.tokens[positions[0]]
    for position in positions.dropFirst() {
      let next = name.tokens[position]
      token.key += next.key
      token.roman += next.roman
      token.letters += next.letters
      token.romanLetters += next.romanLetters
    }
    token.role = .name
    token.nicknameGroup = nil
    self.positions = positions
  }
}

/// The words of two names, joined where the other name writes several as one.
///
/// `van der Bilt` against `Vanderbilt`, `Jong-un` against `Jongun`, `Abd al-Rahman` against
/// `Abdurrahman`, `Xi Jinping` against `习近平`: two or three neighbours are one unit when
/// together they fit a single word of the other name better than any of them alone.
struct NameUnits {
  private(set) var left: [NameUnit]
  private(set) var right: [NameUnit]

  init(_ a: StructuredName, _ b: StructuredName, _ matcher: inout WordMatcher) {
    left = a.tokens.indices.map { NameUnit(a, $0) }
    right = b.tokens.indices.map { NameUnit(b, $0) }
    Self.join(&left, of: a, against: b, &matcher)
    if left.count == a.tokens.count { Self.join(&right, of: b, against: a, &matcher) }
  }

  /// Joins runs of one name that fit a word of the other, the best fit first.
  private static func join(
    _ units: inout [NameUnit], of name: StructuredName, against other: StructuredName,
    _ matcher: inout WordMatcher
  ) {
    guard name.tokens.count > 1, name.tokens.count <= longestJoined else { return }
    var best: (gain: Double, unit: NameUnit)?
    repeat {
      best = nil
      for token in other.tokens where token.role == .name {
        for positions in runs(of: units, against: token) {
          let unit = NameUnit(name, joining: positions)
          guard mayFit(unit.token, token) else { continue }
          let joined = matcher.match(unit.token, token).nats
          guard joined > 0 else { continue }
          var apart = 0.0
          for position in positions {
            for candidate in other.tokens {
              apart = max(apart, matcher.match(name.tokens[position], candidate).nats)
            }
          }
          let gain = joined - apart
          if gain > smallestGain, gain > best?.gain ?? 0 { best = (gain, unit) }
        }
      }
      if let best {
        units.removeAll { best.unit.positions.contains($0.positions[0]) }
        units.append(best.unit)
        units.sort { ($0.positions.min() ?? 0) < ($1.positions.min() ?? 0) }
      }
    } while best != nil
  }

  /// Words of a name above which nothing is joined: such a name is a list.
  private static let longestJoined = 8
  /// Nats by which a join must beat its best part.
  private static let smallestGain = 2.0

  /// Neighbouring single words, two or three; before a word of a script without spaces also the
  /// whole name with its last word first.
  private static func runs(of units: [NameUnit], against token: NameToken) -> [[Int]] {
    let free = units.filter { $0.positions.count == 1 && isJoinable($0.token) }
      .map { $0.positions[0] }
    var runs: [[Int]] = []
    for length in [2, 3] where free.count >= length {
      for start in 0...free.count - length {
        let run = Array(free[start..<start + length])
        if run[length - 1] - run[0] == length - 1 { runs.append(run) }
      }
    }
    if free.count > 3 { runs.append(free) }
    if token.script.isUnspaced || token.script == .hangul, (2...3).contains(free.count) {
      runs.append(free.suffix(1) + free.dropLast())
    }
    return runs
  }

  private static func isJoinable(_ token: NameToken) -> Bool {
    token.role == .name || token.role == .particle || token.role == .initial
  }

  /// A cheap test that nearly all runs fail: words that fit are about as long.
  private static func mayFit(_ a: NameToken, _ b: NameToken) -> Bool {
    let (m, n) = (a.romanLetters.count, b.romanLetters.count)
    return abs(m - n) * 3 <= max(m, n) + 3
  }
}
