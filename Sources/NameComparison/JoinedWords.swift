// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Neighbours of one name that the other writes as one word.
///
/// `van der Bilt` against `Vanderbilt`, `Jong-un` against `Jongun`, `Abd al-Rahman` against
/// `Abdurrahman`, `Xi Jinping` against `习近平`: two or three neighbours are one unit when
/// together they fit a single word of the other name better than any of them alone.
struct JoinedWords {
  /// Words of one name that stand together for one word of the other.
  struct Join {
    /// Positions of the joined words as bits.
    var mask: UInt32
    /// Position of the other name's word.
    var partner: Int
    var match: WordMatch
  }

  /// Words of a name above which nothing is joined: such a name is a list.
  private static let longestJoined = 8
  /// Nats by which a join must beat its best part.
  private static let smallestGain = 2.0
  /// Share of a perfect fit from which a word has found its partner.
  private static let goodRatio = 0.8

  /// The joins of a name's words against another name, best first, no word in two of them.
  ///
  /// - Parameters:
  ///   - name: The name whose words are joined.
  ///   - other: The other name.
  ///   - matches: Matches of single words, given positions in `name` and in `other`.
  ///   - matcher: Relates joined words.
  /// - Returns: Joins with their partners in the other name.
  static func find(
    in name: borrowing StructuredName, against other: borrowing StructuredName,
    matches: (Int, Int) -> WordMatch, _ matcher: inout WordMatcher
  ) -> [Join] {
    guard (2...longestJoined).contains(name.tokens.count) else { return [] }
    var found: [(gain: Double, join: Join)] = []
    for partner in 0..<other.tokens.count where other.tokens[partner].role == .name {
      let wanted = other.tokens[partner].romanLetters.count
      let needed = goodRatio * PairFeatures.natsPerLetter * Double(wanted)
      var best = 0.0
      for position in 0..<name.tokens.count { best = max(best, matches(position, partner).nats) }
      let isWhole = isWrittenTogether(name, as: other.tokens[partner].key)
      if best > needed, !isWhole { continue }
      for run in Run.all(of: name, before: other.tokens[partner].script) {
        let letters = run.letters
        guard abs(letters - wanted) * 3 <= max(letters, wanted) + 3 else { continue }
        let joined = run.token(of: name)
        if best > needed, joined.key != other.tokens[partner].key { continue }
        let match = matcher.match(joined, 0, other.tokens[partner], 0)
        guard match.nats > 0 else { continue }
        var apart = 0.0
        for position in 0..<name.tokens.count where run.mask >> UInt32(position) & 1 == 1 {
          for candidate in 0..<other.tokens.count {
            apart = max(apart, matches(position, candidate).nats)
          }
        }
        let gain = match.nats - apart
        if gain > smallestGain {
          found.append((gain, Join(mask: run.mask, partner: partner, match: match)))
        }
      }
    }
    guard !found.isEmpty else { return [] }
    found.sort { ($1.gain, $0.join.mask) < ($0.gain, $1.join.mask) }
    var result: [Join] = []
    var used: UInt32 = 0
    var partners: UInt32 = 0
    for (_, join) in found
    where used & join.mask == 0 && partners >> UInt32(join.partner) & 1 == 0 && join.partner < 32 {
      used |= join.mask
      partners |= 1 << UInt32(join.partner)
      result.append(join)
    }
    return result
  }

  /// Whether two neighbours, letter for letter, are the other name's word: `O Neill` and `O'Neill`.
  private static func isWrittenTogether(
    _ name: borrowing StructuredName, as word: [UInt8]
  ) -> Bool {
    for position in 1..<name.tokens.count {
      let first = name.tokens[position - 1].key
      let second = name.tokens[position].key
      if first.count + second.count == word.count, word.starts(with: first),
        word[first.count...].elementsEqual(second)
      {
        return true
      }
    }
    return false
  }

  /// Words that may be joined, in the order in which they are read.
  private struct Run {
    var mask: UInt32
    var letters: Int
    var isTurned = false

    /// Neighbours, two or three; before a word of a script without spaces also the whole name with
    /// its last word first; all words of a name of four and more.
    static func all(of name: borrowing StructuredName, before script: Script) -> [Run] {
      var free: [Int] = []
      for position in 0..<name.tokens.count where isJoinable(name.tokens[position].role) {
        free.append(position)
      }
      var runs: [Run] = []
      for length in [2, 3] where free.count >= length {
        for start in 0...free.count - length
        where free[start + length - 1] - free[start] == length - 1 {
          runs.append(Run(name, free[start..<start + length]))
        }
      }
      if free.count > 3 { runs.append(Run(name, free[...])) }
      if script.isUnspaced || script == .hangul, (2...3).contains(free.count) {
        var turned = Run(name, free[...])
        turned.isTurned = true
        runs.append(turned)
      }
      return runs
    }

    private init(_ name: borrowing StructuredName, _ positions: ArraySlice<Int>) {
      mask = 0
      letters = 0
      for position in positions {
        mask |= 1 << UInt32(position)
        letters += name.tokens[position].romanLetters.count
      }
    }

    private static func isJoinable(_ role: NameToken.Role) -> Bool {
      role == .name || role == .particle || role == .initial
    }

    /// The words as one.
    func token(of name: borrowing StructuredName) -> NameToken {
      var positions = (0..<name.tokens.count).filter { mask >> UInt32($0) & 1 == 1 }
      if isTurned { positions = positions.suffix(1) + positions.dropLast() }
      var token = name.tokens[positions[0]]
      for position in positions.dropFirst() {
        token.key += name.tokens[position].key
        token.letters += name.tokens[position].letters
        token.romanLetters += name.tokens[position].romanLetters
      }
      token.role = .name
      token.meanings = .none
      return token
    }
  }
}
