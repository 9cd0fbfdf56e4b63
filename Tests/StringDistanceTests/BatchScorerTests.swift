// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

@testable import StringDistance

@Suite("Batch scorer")
struct BatchScorerTests {
  /// Strings of mixed lengths and scripts: lanes of every width, and some too long for any.
  private static func strings(_ count: Int, seed: UInt64) -> [[UInt32]] {
    var random = StringGenerator(seed: seed)
    let lengths = [6, 12, 12, 20, 40, 64, 64, 90, 300]
    return (0..<count).map { number in
      random.letters(
        upTo: lengths[number % lengths.count],
        alphabet: random.next(StringGenerator.alphabets.count))
    }
  }

  private static func list(_ strings: [[UInt32]]) -> LetterList { LetterList(strings.map(string)) }

  private func twin(
    _ metric: StringMetric, _ a: [UInt32], _ b: [UInt32], least: Double
  ) -> Float {
    let similarity = metric.similarity(a.span, b.span, atLeast: 0) ?? -1
    return Float(similarity) < Float(least) ? 0 : Float(similarity)
  }

  @Test(
    "one against many is what the kernels say one by one", arguments: StringMetric.allCases,
    [true, false])
  func matrix(metric: StringMetric, isPortable: Bool) {
    var scorer = BatchScorer(isPortable: isPortable)
    var scores: [Float] = []
    // The scorer is kept: what an earlier call left must not show.
    for (queryCount, nameCount, seed) in [
      (1, 40, 1), (70, 90, 2), (5, 30, 3), (300, 12, 4), (0, 3, 5),
    ] {
      let queries = Self.strings(queryCount, seed: UInt64(seed))
      let names = Self.strings(nameCount, seed: UInt64(seed + 100))
      for least in [0, 0.55, 0.8] {
        scorer.score(
          metric, Self.list(queries), against: Self.list(names), atLeast: least, into: &scores)
        #expect(scores.count == queryCount * nameCount)
        var wrong = 0
        for (q, query) in queries.enumerated() {
          for (n, name) in names.enumerated()
          where scores[q * nameCount + n] != twin(metric, query, name, least: least) {
            wrong += 1
          }
        }
        #expect(wrong == 0, "\(wrong) scores of \(queryCount) × \(nameCount) at \(least)")
      }
    }
  }

  @Test("lanes that are full to the last bit", arguments: StringMetric.allCases)
  func fullLanes(metric: StringMetric) {
    var random = StringGenerator(seed: 11)
    let queries = [8, 8, 8, 16, 16, 32, 32, 64, 64, 0].map { length in
      (0..<length).map { _ in StringGenerator.alphabets[0][random.next(5)] }
    }
    let names =
      queries
      + [0, 1, 7, 9, 127, 128, 129, 254, 255, 256].map { length in
        (0..<length).map { _ in StringGenerator.alphabets[0][random.next(5)] }
      }
    var scores: [Float] = []
    var scorer = BatchScorer()
    // Groups of one width each: fewer strings a call than a row has lanes.
    for start in 0..<(queries.count - 2) {
      let some = Array(queries[start..<start + 3])
      scorer.score(metric, Self.list(some), against: Self.list(names), into: &scores)
      for (q, query) in some.enumerated() {
        for (n, name) in names.enumerated() {
          #expect(scores[q * names.count + n] == twin(metric, query, name, least: 0))
        }
      }
    }
  }

  @Test("pairs are what the kernels say one by one", arguments: StringMetric.allCases)
  func pairs(metric: StringMetric) {
    var scorer = BatchScorer()
    var scores: [Float] = []
    let (first, second) = (Self.strings(300, seed: 21), Self.strings(300, seed: 22))
    for least in [0, 0.7] {
      scorer.scorePairs(
        metric, Self.list(first), Self.list(second), atLeast: least, into: &scores)
      #expect(scores == zip(first, second).map { twin(metric, $0, $1, least: least) })
    }
  }
}
