// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Testing

@Suite("measures of spans and of clusters' pairs")
struct SpanEvaluationTests {
  @Test("exact, with kind, and overlapping")
  func spans() {
    var measured = SpanEvaluation()
    measured.add(
      gold: [
        LabelledSpan(range: 0..<5, kind: "person"), LabelledSpan(range: 10..<20, kind: "org"),
        LabelledSpan(range: 30..<35), LabelledSpan(range: 50..<60, kind: "place"),
      ],
      found: [
        LabelledSpan(range: 0..<5, kind: "org"), LabelledSpan(range: 12..<20, kind: "org"),
        LabelledSpan(range: 30..<35, kind: "place"), LabelledSpan(range: 70..<71, kind: "org"),
        LabelledSpan(range: 80..<90, kind: "org"),
      ],
      ignored: [80..<90])
    #expect(
      measured.exact == PrecisionRecall(truePositives: 2, falsePositives: 2, falseNegatives: 2))
    #expect(
      measured.typed == PrecisionRecall(truePositives: 1, falsePositives: 3, falseNegatives: 3))
    #expect(
      measured.overlapping
        == PrecisionRecall(truePositives: 3, falsePositives: 1, falseNegatives: 1))
  }

  @Test("an empty side of a text counts for the other")
  func empty() {
    var measured = SpanEvaluation()
    measured.add(gold: [LabelledSpan(range: 0..<1)], found: [])
    measured.add(gold: [], found: [LabelledSpan(range: 0..<1)])
    #expect(
      measured.exact == PrecisionRecall(truePositives: 0, falsePositives: 1, falseNegatives: 1))
    #expect(measured.exact == measured.overlapping)
  }

  @Test("pairs agree with the definition, B³ of a part with the mean over its items")
  func clusters() {
    var state: UInt64 = 3
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<100 {
      let count = 1 + next(25)
      let gold = (0..<count).map { _ in next(6) }
      let given = (0..<count).map { _ in next(6) }
      var expected = PrecisionRecall()
      for a in 0..<count {
        for b in 0..<a {
          if given[a] == given[b], gold[a] == gold[b] { expected.truePositives += 1 }
          if given[a] == given[b], gold[a] != gold[b] { expected.falsePositives += 1 }
          if given[a] != given[b], gold[a] == gold[b] { expected.falseNegatives += 1 }
        }
      }
      #expect(PrecisionRecall(pairsOf: gold, in: given) == expected)
      let each = (0..<count).map { BCubed(gold: gold, predicted: given, over: [$0]) }
      let all = BCubed(gold: gold, predicted: given)
      #expect(abs(each.reduce(0) { $0 + $1.precision } / Double(count) - all.precision) < 1e-9)
      #expect(abs(each.reduce(0) { $0 + $1.recall } / Double(count) - all.recall) < 1e-9)
    }
  }
}
