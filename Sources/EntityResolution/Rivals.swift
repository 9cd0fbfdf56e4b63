// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import RecordFormats

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What a list says of a pair of its names, beside the two names themselves.
///
/// A name has one bearer. When Jon Smith fits John Smith and Joan Smith as well, and these two do
/// not fit each other, it can be at most one of them: every such rival takes some of the odds. So
/// names of which a list has many like are held to more than names that stand alone in it, and a
/// large list to more than a small one.
struct Rivals {
  /// Probability from which a candidate is a rival.
  static let least: Float = 0.05
  /// Probability below which two candidates cannot be one.
  private static let clash: Float = 0.1
  /// Log-odds beyond which a rival takes no more.
  private static let surest = 6.0
  /// Share of the rivals' log-odds that a pair loses: not every rival bears another name.
  private static let weight = 0.5

  /// Candidates of each name with their scores, by name.
  private var ends: [Int]
  private var others: [UInt32]
  private var scores: [Float]

  private init(_ pairs: [NameJoin.Pair], _ all: [Float], count: Int) {
    ends = [Int](repeating: 0, count: count + 1)
    for (place, pair) in pairs.enumerated() where all[place] >= Self.least {
      ends[pair.first + 1] += 1
      ends[pair.second + 1] += 1
    }
    for name in 0..<count { ends[name + 1] += ends[name] }
    var next = ends
    others = [UInt32](repeating: 0, count: ends[count])
    scores = [Float](repeating: 0, count: ends[count])
    // Pairs are in order, so each name's candidates come in order too: the lower ones as the first
    // of a pair, before the higher ones.
    for (place, pair) in pairs.enumerated() where all[place] >= Self.least {
      others[next[pair.second]] = UInt32(pair.first)
      scores[next[pair.second]] = all[place]
      next[pair.second] += 1
    }
    for (place, pair) in pairs.enumerated() where all[place] >= Self.least {
      others[next[pair.first]] = UInt32(pair.second)
      scores[next[pair.first]] = all[place]
      next[pair.first] += 1
    }
  }

  /// Probabilities of pairs, given all the pairs of their list.
  ///
  /// - Complexity: O(*k*) for each pair whose names have *k* candidates.
  static func adjust(
    _ scores: [Float], of pairs: [NameJoin.Pair], nameCount: Int, threads: Int
  ) -> [Float] {
    let rivals = Rivals(pairs, scores, count: nameCount)
    var result: [Float] = []
    result.reserveCapacity(scores.count)
    RangePipeline.run(
      count: pairs.count, size: 8192, threads: threads, makeScratch: { 0 },
      work: { _, range in
        range.map { place in
          let (pair, score) = (pairs[place], scores[place])
          guard score >= least else { return score }
          let mass = max(
            rivals.mass(of: pair.first, against: pair.second),
            rivals.mass(of: pair.second, against: pair.first))
          if mass == 0 { return score }
          let odds = LogOdds.of(Double(score)) - weight * log1p(mass)
          return Float(1 / (1 + exp(-odds)))
        }
      },
      deliver: { result += $0 })
    return result
  }

  /// Odds of all that a name fits and that cannot be another.
  private func mass(of name: Int, against other: Int) -> Double {
    var sum = 0.0
    var place = ends[other]
    let end = ends[other + 1]
    for own in ends[name]..<ends[name + 1] where others[own] != UInt32(other) {
      // Both rows are in order.
      while place < end, others[place] < others[own] { place += 1 }
      let shared = place < end && others[place] == others[own] ? scores[place] : 0
      if shared < Self.clash { sum += exp(min(Self.surest, LogOdds.of(Double(scores[own])))) }
    }
    return sum
  }
}

/// Logarithms of odds.
enum LogOdds {
  /// Log-odds of a probability, in nats, within what a score can mean.
  static func of(_ score: Double) -> Double {
    let score = max(1e-6, min(1 - 1e-6, score))
    return log(score / (1 - score))
  }
}
