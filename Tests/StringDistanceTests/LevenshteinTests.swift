// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import StringDistance
import Testing

/// The textbook recurrence, cell by cell.
private func naive(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count {
    for j in 0...b.count {
      if i == 0 || j == 0 {
        table[i][j] = i + j
      } else {
        table[i][j] = min(
          table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), table[i - 1][j] + 1,
          table[i][j - 1] + 1)
      }
    }
  }
  return table[a.count][b.count]
}

private struct Generator {
  var state: UInt64
  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
  mutating func word(upTo length: Int) -> [UInt8] {
    (0..<next(length + 1)).map { _ in UInt8(97 + next(5)) }
  }
}

@Suite("Levenshtein")
struct LevenshteinTests {
  @Test("agrees with the naive twin, on both sides of 64 bytes")
  func agreesWithTwin() {
    var random = Generator(state: 3)
    for round in 0..<3000 {
      let longest = round % 10 == 0 ? 150 : 20
      let (a, b) = (random.word(upTo: longest), random.word(upTo: longest))
      #expect(Levenshtein.distance(a.span, b.span) == naive(a, b))
    }
  }

  @Test("is a metric")
  func isMetric() {
    var random = Generator(state: 5)
    for _ in 0..<2000 {
      let (a, b, c) = (random.word(upTo: 12), random.word(upTo: 12), random.word(upTo: 12))
      let ab = Levenshtein.distance(a.span, b.span)
      #expect(ab == Levenshtein.distance(b.span, a.span))
      #expect((ab == 0) == (a == b))
      #expect(
        Levenshtein.distance(a.span, c.span) <= ab + Levenshtein.distance(b.span, c.span))
    }
  }

  @Test(
    "known distances",
    arguments: [("kitten", "sitting", 3), ("lawrow", "lavrov", 2), ("", "abc", 3), ("", "", 0)])
  func known(row: (String, String, Int)) { #expect(Levenshtein.distance(row.0, row.1) == row.2) }

  @Test("weighted distance at unit costs is Levenshtein's")
  func weightedAgrees() {
    var kernel = WeightedEditDistance(costs: EditCosts(classCount: 128))
    var random = Generator(state: 9)
    for _ in 0..<1000 {
      let (a, b) = (random.word(upTo: 15), random.word(upTo: 15))
      #expect(kernel.distance(a, b) == Float(naive(a, b)))
      #expect(kernel.distance(a, b) == kernel.distance(b, a))
    }
  }
}
