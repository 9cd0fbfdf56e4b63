// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Benchmark
import StringDistance

/// Names put together from a seed, with slips of the keyboard.
private struct MadeNames {
  var latin: [String] = []
  var cyrillic: [String] = []

  private static let latinWords = [
    "sergey", "lavrov", "angela", "merkel", "recep", "tayyip", "erdogan", "jean", "claude",
    "juncker", "maria", "fernandez", "kim", "min", "mohammed", "salman", "volodymyr", "zelensky",
  ]
  private static let cyrillicWords = [
    "сергей", "лавров", "ангела", "меркель", "реджеп", "тайип", "эрдоган", "жан", "клод",
    "юнкер", "мария", "фернандес", "ким", "мин", "мухаммед", "салман", "владимир", "зеленский",
  ]

  init(count: Int, seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    func name(_ words: [String]) -> String {
      var name = Array(
        (0..<1 + next(3)).map { _ in words[next(words.count)] }.joined(separator: " "))
      if next(2) == 0 { name.swapAt(next(name.count), next(name.count)) }
      return String(name)
    }
    for _ in 0..<count {
      latin.append(name(Self.latinWords))
      cyrillic.append(name(Self.cyrillicWords))
    }
  }
}

/// Batches of the distance kernels: 50 names against 20,000, and 20,000 pairs.
///
/// Beside rapidfuzz: `compare-distances.py`.
@Sendable func distanceBenchmarks() {
  let names = MadeNames(count: 20_000, seed: 1)
  let others = MadeNames(count: 20_000, seed: 2)
  for (script, first, second) in [
    ("latin", names.latin, others.latin), ("cyrillic", names.cyrillic, others.cyrillic),
  ] {
    for metric in StringMetric.allCases {
      Benchmark("similarity.\(metric.rawValue).\(script).50x20000") { benchmark in
        let (queries, names) = (LetterList(second.prefix(50)), LetterList(first))
        var scorer = BatchScorer()
        var scores: [Float] = []
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
          scorer.score(metric, queries, against: names, into: &scores)
        }
        benchmark.stopMeasurement()
        for place in stride(from: 0, to: scores.count, by: 997) {
          let (query, name) = place.quotientAndRemainder(dividingBy: first.count)
          let expected = Float(metric.similarity(second[query], first[name]))
          precondition(scores[place] == expected, "\(metric) \(second[query]), \(first[name])")
        }
      }
      Benchmark("similarity.\(metric.rawValue).\(script).pairs20000") { benchmark in
        let (names, others) = (LetterList(first), LetterList(second))
        var scorer = BatchScorer()
        var scores: [Float] = []
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
          scorer.scorePairs(metric, names, others, into: &scores)
        }
        benchmark.stopMeasurement()
        for place in stride(from: 0, to: scores.count, by: 97) {
          let expected = Float(metric.similarity(first[place], second[place]))
          precondition(scores[place] == expected, "\(metric) \(first[place]), \(second[place])")
        }
      }
    }
  }
}
