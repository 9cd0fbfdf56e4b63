// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import StringDistance
import Testing

@Suite("String metrics")
struct StringMetricTests {
  /// Lengths on all sides of the words' borders.
  static let lengths = [3, 12, 40, 64, 70, 140, 300]

  @Test("counts agree with the naive twins, also with limits", arguments: lengths)
  func counts(longest: Int) {
    var random = StringGenerator(seed: 3)
    var pattern = PreparedPattern()
    for _ in 0..<(longest > 100 ? 60 : 400) {
      let (a, b) = random.pair(upTo: longest)
      pattern.prepare(a.span)
      let edits = naiveEdits(a, b, swaps: false)
      let aligned = naiveEdits(a, b, swaps: true)
      let common = naiveSubsequence(a, b)
      let indel = a.count + b.count - 2 * common
      #expect(pattern.levenshtein(to: b.span) == edits)
      #expect(pattern.optimalAlignment(to: b.span) == aligned)
      #expect(pattern.commonSubsequence(with: b.span) == common)
      #expect(pattern.indel(to: b.span) == indel)
      for limit in [0, 1, 2, edits - 1, edits, edits + 1, edits + 3, edits + 70] where limit >= 0 {
        #expect(pattern.levenshtein(to: b.span, atMost: limit) == (edits <= limit ? edits : nil))
        #expect(
          pattern.optimalAlignment(to: b.span, atMost: limit) == (aligned <= limit ? aligned : nil))
        #expect(pattern.indel(to: b.span, atMost: limit) == (indel <= limit ? indel : nil))
        #expect(
          pattern.commonSubsequence(with: b.span, atLeast: limit)
            == (common >= limit ? common : nil))
      }
    }
  }

  @Test("similarities agree with the naive twins, also with cutoffs", arguments: lengths)
  func similarities(longest: Int) {
    var random = StringGenerator(seed: 5)
    var pattern = PreparedPattern()
    for _ in 0..<(longest > 100 ? 25 : 150) {
      let (a, b) = random.pair(upTo: longest)
      pattern.prepare(a.span)
      for metric in StringMetric.allCases {
        let expected = naiveSimilarity(metric, a, b)
        let similarity = pattern.similarity(metric, to: b.span)
        #expect(similarity == expected, "\(metric) of \(string(a)) and \(string(b))")
        #expect(metric.similarity(string(a), string(b)) == expected)
        for least in [0.3, 0.75, 0.9, expected] {
          let found = pattern.similarity(metric, to: b.span, atLeast: least)
          #expect(
            found == (expected >= least ? expected : nil),
            "\(metric) of \(string(a)) and \(string(b)) at \(least)")
        }
      }
    }
  }

  @Test("distances are metrics; similarities have their bounds", arguments: [8, 80])
  func laws(longest: Int) {
    var random = StringGenerator(seed: 7)
    func distance(_ a: [UInt32], _ b: [UInt32], swaps: Bool = false) -> Int? {
      var pattern = PreparedPattern()
      pattern.prepare(a.span)
      return swaps ? pattern.optimalAlignment(to: b.span) : pattern.levenshtein(to: b.span)
    }
    for _ in 0..<200 {
      let (a, b) = random.pair(upTo: longest)
      let c = random.letters(upTo: longest, alphabet: random.next(StringGenerator.alphabets.count))
      guard let ab = distance(a, b), let bc = distance(b, c), let ac = distance(a, c) else {
        Issue.record("a distance without a limit is never nil")
        return
      }
      #expect(ab == distance(b, a))
      #expect((ab == 0) == (a == b))
      #expect(ac <= ab + bc)
      #expect(ab <= max(a.count, b.count) && ab >= abs(a.count - b.count))
      #expect(distance(a, b, swaps: true) == distance(b, a, swaps: true))
      for metric in StringMetric.allCases {
        let similarity = metric.similarity(a.span, b.span, atLeast: 0) ?? -1
        #expect((0...1).contains(similarity))
        // Jaro's greedy partners depend on which side looks for them.
        if metric != .jaro && metric != .jaroWinkler {
          #expect(similarity == metric.similarity(b.span, a.span, atLeast: 0))
        }
        let isBlank = metric == .tokenSet && a.allSatisfy { [0x20, 0xA0, 0x3000].contains($0) }
        #expect(metric.similarity(a.span, a.span, atLeast: 0) == (isBlank ? 0 : 1))
      }
    }
  }

  struct Known: Sendable {
    var metric: StringMetric
    var a: String
    var b: String
    var similarity: Double

    init(_ metric: StringMetric, _ a: String, _ b: String, _ similarity: Double) {
      (self.metric, self.a, self.b, self.similarity) = (metric, a, b, similarity)
    }
  }

  static let knownRows: [Known] = [
    Known(.levenshtein, "kitten", "sitting", 0.5714285714285714),
    Known(.levenshtein, "lawrow", "lavrov", 0.6666666666666667),
    Known(.levenshtein, "", "", 1),
    Known(.levenshtein, "", "abc", 0),
    Known(.optimalAlignment, "sergie", "sergei", 0.8333333333333334),
    Known(.optimalAlignment, "ca", "abc", 0),
    Known(.indel, "merkel", "merkle", 0.8333333333333334),
    Known(.jaro, "martha", "marhta", 0.9444444444444445),
    Known(.jaroWinkler, "martha", "marhta", 0.9611111111111111),
    Known(.jaroWinkler, "dixon", "dicksonx", 0.8133333333333332),
    Known(.tokenSort, "Xi Jinping", "Jinping Xi", 1),
    Known(.tokenSort, "", "", 1),
    Known(.tokenSet, "Ali Hassan", "Hassan Ali Ali", 1),
    Known(.tokenSet, "John Smith", "John", 1),
    Known(.tokenSet, "", "", 0),
  ]

  @Test("known similarities", arguments: knownRows)
  func knownSimilarity(row: Known) {
    let similarity = row.metric.similarity(row.a, row.b)
    #expect(abs(similarity - row.similarity) < 1e-15)
  }

  @Test("letters may be scalars, bytes or UTF-16 units")
  func lettersOfAllKinds() {
    var list = LetterList(["Çağ", "abc"])
    list.append(bytes: [0x61, 0xFF].span)
    list.append(utf16: Array("😀".utf16).span)
    #expect(list.count == 4)
    #expect((0..<4).map { list[$0].count } == [3, 3, 2, 2])
    #expect(list[0][1] == 0x61 && list[0][2] == 0x11F && list[2][1] == 0xFF && list[3][0] == 0xD83D)
  }
}
