// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Benchmark
import NameComparison
import NameModel
import Namesake
import StringDistance

/// Two names: reading them, aligning their letters, and the whole comparison for each pair of scripts.
@Sendable func comparisonBenchmarks() {
  let byName = Benchmark.Configuration(
    metrics: [.wallClock, .throughput, .peakMemoryResident], scalingFactor: .kilo)

  for script in SpelledNames.scripts {
    Benchmark("parse.\(script).8", configuration: byName) { benchmark in
      let names = SpelledNames.names(in: script)
      var parser = NameParser()
      var words = 0
      for _ in benchmark.scaledIterations {
        words = names.reduce(0) { $0 + parser.parse($1, kind: .person).tokens.count }
      }
      precondition(words >= names.count && words <= 4 * names.count, "\(words) words")
    }

    // Eight names against eight: eight pairs are the same.
    Benchmark("compare.latin-\(script).64", configuration: byName) { benchmark in
      var parser = NameParser()
      var comparator = NameComparator()
      let first = SpelledNames.names(in: "latin").map { parser.parse($0, kind: .person) }
      let second = SpelledNames.names(in: script).map { parser.parse($0, kind: .person) }
      var names = InternedNames()
      for name in first + second { names.add(name) }
      var same = 0
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        same = 0
        for a in first.indices {
          for b in second.indices
          where comparator.score(a, first.count + b, of: names) >= 0.5 { same += 1 }
        }
      }
      benchmark.stopMeasurement()
      precondition(same >= 5 && same <= 12, "\(same) of 64 pairs are the same in \(script)")
    }

    // New words each time, as a pair from the command line is.
    Benchmark("compare.cold.latin-\(script)") { benchmark in
      let (first, second) = (SpelledNames.people[1][0], SpelledNames.names(in: script)[1])
      var score = 0.0
      for _ in benchmark.scaledIterations {
        score = compareNames(first, second, kind: .person).score
      }
      precondition(score >= 0.5, "\(score): \(second)")
    }
  }

  Benchmark("align.words", configuration: byName) { benchmark in
    let tables = SpellingModel.standard.tables
    guard let entry = tables.entries.max(by: { $0.pieceCount < $1.pieceCount }) else {
      fatalError("the spelling model has no table")
    }
    let words = ["erdogan", "lavrov", "merkel", "peskov"].map { Array($0.utf16) }
    var first = PreparedWords()
    var second = PreparedWords()
    var scores: [Int] = []
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      scores.removeAll(keepingCapacity: true)
      for (a, one) in words.enumerated() {
        let i = first.place(a, 0, .first, one.span, entry.table)
        for (b, other) in words.enumerated() {
          let j = second.place(b, 0, .second, other.span, entry.table)
          scores.append(PreparedWords.score(entry.table, first, i, second, j))
        }
      }
    }
    benchmark.stopMeasurement()
    precondition(scores.count == 16 && Set(scores).count > 1, "\(scores)")
  }
}
