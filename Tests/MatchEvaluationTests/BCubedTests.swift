// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Testing

/// B³ by its definition: for each item, over all items.
private func naive(_ gold: [Int], _ predicted: [Int]) -> (precision: Double, recall: Double) {
  var precision = 0.0
  var recall = 0.0
  for item in gold.indices {
    let cluster = predicted.indices.filter { predicted[$0] == predicted[item] }
    let truth = gold.indices.filter { gold[$0] == gold[item] }
    let both = Double(Set(cluster).intersection(truth).count)
    precision += both / Double(cluster.count)
    recall += both / Double(truth.count)
  }
  return (precision / Double(gold.count), recall / Double(gold.count))
}

@Suite("B³")
struct BCubedTests {
  @Test("agrees with the definition on random clusterings")
  func agreesWithDefinition() {
    var state: UInt64 = 42
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for _ in 0..<200 {
      let count = 1 + next(30)
      let gold = (0..<count).map { _ in next(6) }
      let predicted = (0..<count).map { _ in next(6) }
      let score = BCubed(gold: gold, predicted: predicted)
      let expected = naive(gold, predicted)
      #expect(abs(score.precision - expected.precision) < 1e-9)
      #expect(abs(score.recall - expected.recall) < 1e-9)
    }
  }

  @Test("the truth itself scores 1, one big cluster has full recall")
  func extremes() {
    let gold = [1, 1, 2, 3, 3, 3]
    #expect(BCubed(gold: gold, predicted: gold).f1 == 1)
    #expect(BCubed(gold: gold, predicted: [0, 0, 0, 0, 0, 0]).recall == 1)
    #expect(BCubed(gold: gold, predicted: [0, 1, 2, 3, 4, 5]).precision == 1)
  }

  @Test("precision and recall of a set of answers")
  func answers() {
    let tally = PrecisionRecall(gold: [1, 2, 3, 4], predicted: [3, 4, 5])
    #expect(tally.precision == 2.0 / 3)
    #expect(tally.recall == 0.5)
    #expect(PrecisionRecall(gold: Set<Int>(), predicted: []).f1 == 0)
  }
}
