// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Distinct word pairs, each word known by a number.
struct EmbeddingPairs {
  private(set) var words: [TrainingWord] = []
  private(set) var pairs: [(Int32, Int32)] = []
  private var numbers: [TrainingWord: Int32] = [:]
  private var seen: Set<UInt64> = []

  /// Number of distinct pairs.
  var count: Int { pairs.count }

  /// Adds a pair unless it is there; two equal words teach nothing.
  mutating func add(_ a: TrainingWord, _ b: TrainingWord) {
    guard a != b, !a.letters.isEmpty, !b.letters.isEmpty else { return }
    let first = number(a)
    let second = number(b)
    let low = UInt64(min(first, second))
    guard seen.insert(low << 32 | UInt64(max(first, second))).inserted else { return }
    pairs.append((first, second))
  }

  private mutating func number(_ word: TrainingWord) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(words.count)
    words.append(word)
    numbers[word] = number
    return number
  }
}

/// Draws batches of word pairs, pairs of rare alphabets more often than they come.
struct PairSampling {
  private let groups: [[(Int32, Int32)]]
  private let shares: [Double]
  private var random = SeededRandom(seed: 20_240_301)

  /// A group's share of the batches grows with its size to this power.
  private static let power = 0.6

  init(_ pairs: EmbeddingPairs) {
    var groups: [Int: [(Int32, Int32)]] = [:]
    for (first, second) in pairs.pairs {
      let a = Int(pairs.words[Int(first)].alphabet)
      let b = Int(pairs.words[Int(second)].alphabet)
      groups[min(a, b) << 8 | max(a, b), default: []].append((first, second))
    }
    let ordered = groups.sorted { $0.key < $1.key }.map(\.value)
    self.groups = ordered
    var total = 0.0
    shares = ordered.map { group in
      total += pow(Double(group.count), Self.power)
      return total
    }
  }

  /// Draws pairs, with repetition; the first word of a pair may stand on either side.
  mutating func next(_ count: Int) -> [(Int32, Int32)] {
    (0..<count).map { _ in
      let point = Double.random(in: 0..<(shares.last ?? 1), using: &random)
      let group = groups[shares.firstIndex { point < $0 } ?? 0]
      let pair = group[Int.random(in: 0..<group.count, using: &random)]
      return Bool.random(using: &random) ? pair : (pair.1, pair.0)
    }
  }
}
