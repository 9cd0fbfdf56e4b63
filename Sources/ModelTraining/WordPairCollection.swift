// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Two alphabets in the order in which a table holds them.
struct AlphabetPair: Hashable, Comparable {
  var first: UInt8
  var second: UInt8

  /// Han stands first, for its pieces are one character beside a whole reading; Latin stands
  /// second; otherwise the lower number stands first.
  static func ordered(_ a: TrainingWord, _ b: TrainingWord) -> (TrainingWord, TrainingWord) {
    rank(a.alphabet) <= rank(b.alphabet) ? (a, b) : (b, a)
  }

  private static func rank(_ alphabet: UInt8) -> Int {
    switch alphabet {
    case Script.han.number: -1
    case Script.latin.number: 1000
    default: Int(alphabet)
    }
  }

  static func < (a: AlphabetPair, b: AlphabetPair) -> Bool {
    (a.first, a.second) < (b.first, b.second)
  }

  /// The pieces that a table of these alphabets may hold.
  var shape: PieceShape {
    if first == second { return .spellings }
    return first == Script.han.number ? .readings : .letters
  }
}

/// Word pairs by table, each distinct pair once.
struct WordPairCollection {
  private var native: [AlphabetPair: [WordKey: Float]] = [:]
  private var roman: [WordKey: Float] = [:]

  private struct WordKey: Hashable {
    var first: [UInt16]
    var second: [UInt16]
  }

  /// Adds a pair of words that were found beside one another.
  mutating func add(_ a: TrainingWord, _ b: TrainingWord, weight: Float = 1) {
    guard !a.letters.isEmpty, !b.letters.isEmpty, max(a.letters.count, b.letters.count) <= 30
    else { return }
    let (first, second) = AlphabetPair.ordered(a, b)
    let alphabets = AlphabetPair(first: first.alphabet, second: second.alphabet)
    native[alphabets, default: [:]][
      WordKey(first: first.letters, second: second.letters), default: 0] += weight
    guard first.alphabet != second.alphabet, !a.roman.isEmpty, !b.roman.isEmpty else { return }
    roman[WordKey(first: first.roman, second: second.roman), default: 0] += weight
  }

  /// The tables' alphabets, in order.
  var alphabets: [AlphabetPair] { native.keys.sorted() }

  /// The pairs of one table: the commonest first, at most `limit`, in an order that does not
  /// depend on hashing; both ways round within one alphabet.
  func pairs(of alphabets: AlphabetPair, limit: Int) -> [WordPair] {
    var pairs = Self.sorted(native[alphabets] ?? [:], limit: limit)
    if alphabets.first == alphabets.second {
      pairs += pairs.filter { $0.first != $0.second }
        .map { WordPair(first: $0.second, second: $0.first, weight: $0.weight) }
    }
    return pairs
  }

  /// Romanized pairs of words of different scripts, both ways round.
  func romanPairs(limit: Int) -> [WordPair] {
    let pairs = Self.sorted(roman, limit: limit)
    return pairs
      + pairs.filter { $0.first != $0.second }
      .map { WordPair(first: $0.second, second: $0.first, weight: $0.weight) }
  }

  private static func sorted(_ counts: [WordKey: Float], limit: Int) -> [WordPair] {
    let pairs = counts.map { key, count in
      WordPair(first: key.first, second: key.second, weight: dampened(count))
    }
    let sorted = pairs.sorted { a, b in
      if a.weight != b.weight { return a.weight > b.weight }
      if a.first != b.first { return a.first.lexicographicallyPrecedes(b.first) }
      return a.second.lexicographicallyPrecedes(b.second)
    }
    guard sorted.count > limit else { return sorted }
    var random = SeededRandom(seed: 7)
    return Array(sorted.shuffled(using: &random).prefix(limit))
  }

  /// A pair seen a thousand times teaches eight times as much as one seen once, not a thousand.
  private static func dampened(_ count: Float) -> Float {
    var weight: Float = min(count, 1)
    var rest = count
    while rest >= 2 {
      weight += 0.7
      rest /= 2
    }
    return weight
  }
}
