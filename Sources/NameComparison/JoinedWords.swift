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
    /// Nats that it has more than its best part.
    var gain: Double
  }

  /// The joins found last, best first, no word in two of them.
  private(set) var joins = Refillable<Join>()

  // Kept from pair to pair for their memory.
  private var runs = JoinableRuns()
  private var word = JoinedWord()
  private var found = Refillable<Join>()

  /// Nats by which a join must beat its best part.
  private static let smallestGain = 2.0
  /// Share of a perfect fit from which a word has found its partner.
  private static let goodRatio = 0.8
  /// Similarity of the joined words' vectors with that of the word that they are written as.
  private static let leastSimilarity = 0.4
  /// The same before a word of a script without spaces, whose parts are less alike.
  private static let leastUnspacedSimilarity = 0.2

  /// Finds the joins of a name's words against another name.
  ///
  /// - Parameters:
  ///   - name: The name whose words are joined.
  ///   - other: The other name.
  ///   - names: What both are of.
  ///   - matches: Matches of single words.
  ///   - matcher: Relates joined words.
  mutating func find(
    in name: InternedName, against other: InternedName, _ names: borrowing InternedNames,
    matches: MatchGrid, _ matcher: inout WordMatcher
  ) {
    joins.removeAll()
    found.removeAll()
    var hasRuns = false
    for partner in 0..<other.count {
      let partnerWord = names.word(partner, of: other)
      let own = names.words[partnerWord]
      let needed = Self.goodRatio * PairFeatures.natsPerLetter * Double(own.romanCount)
      if own.role != .name { continue }
      let isFound = matches.best(ofColumn: partner) > needed
      if isFound, !Self.isWrittenTogether(name, as: partnerWord, names) { continue }
      if !hasRuns { runs.find(in: name, of: names) }
      hasRuns = true
      for place in runs.runs.indices {
        let run = runs.runs[place]
        let wanted = Int(own.romanCount)
        guard abs(run.letters - wanted) * 3 <= max(run.letters, wanted) + 3,
          !run.isTurned || own.script.isUnspaced || own.script == .hangul,
          resembles(run, of: name, partnerWord, names)
        else { continue }
        word.join(run, of: name, names)
        if isFound, !word.equals(names.key(of: partnerWord)) { continue }
        let match = matcher.match(word, partnerWord, of: names)
        let gain = match.nats - matches.best(ofRows: run.mask)
        if match.nats > 0, gain > Self.smallestGain {
          found.append(Join(mask: run.mask, partner: partner, match: match, gain: gain))
        }
      }
    }
    if !found.isEmpty { choose() }
  }

  /// Whether two neighbours, letter for letter, are the other name's word: `O Neill` and `O'Neill`.
  private static func isWrittenTogether(
    _ name: InternedName, as whole: Int, _ names: borrowing InternedNames
  ) -> Bool {
    for position in 1..<max(1, name.count) {
      let first = names.word(position - 1, of: name)
      let second = names.word(position, of: name)
      let length = names.words[first].keyCount
      guard length + names.words[second].keyCount == names.words[whole].keyCount else { continue }
      let key = names.key(of: whole)
      let (head, tail) = (names.key(of: first), names.key(of: second))
      if head.indices.allSatisfy({ head[$0] == key[$0] }),
        tail.indices.allSatisfy({ tail[$0] == key[head.count + $0] })
      {
        return true
      }
    }
    return false
  }

  /// Whether the words together are near the partner.
  ///
  /// The vector of words joined is about the sum of their own, each by its letters, which are about
  /// at right angles.
  private func resembles(
    _ run: JoinableRun, of name: InternedName, _ partner: Int, _ names: borrowing InternedNames
  ) -> Bool {
    var along = 0.0
    var square = 0.0
    var rest = run.mask
    while rest != 0 {
      let word = names.word(rest.trailingZeroBitCount, of: name)
      let letters = Double(names.words[word].romanCount)
      along += letters * names.similarity(word, partner)
      square += letters * letters
      rest &= rest - 1
    }
    let script = names.words[partner].script
    let least =
      script.isUnspaced || script == .hangul
      ? Self.leastUnspacedSimilarity : Self.leastSimilarity
    return along > 0 && along * along >= least * least * square
  }

  private mutating func choose() {
    found.sort { ($1.gain, $0.mask) < ($0.gain, $1.mask) }
    var used: UInt32 = 0
    var partners: UInt32 = 0
    for place in found.indices {
      let join = found[place]
      guard used & join.mask == 0, join.partner < 32, partners >> UInt32(join.partner) & 1 == 0
      else { continue }
      used |= join.mask
      partners |= 1 << UInt32(join.partner)
      joins.append(join)
    }
  }
}
