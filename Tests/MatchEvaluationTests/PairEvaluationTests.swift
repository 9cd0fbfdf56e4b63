// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Testing

/// Random pairs whose scores repeat, so that ties are many.
private struct PairMaker {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func pairs() -> [ScoredPair] {
    let steps = 1 + next(30)
    return (0..<(2 + next(40))).map { _ in
      ScoredPair(score: Double(next(steps + 1)) / Double(steps), isSame: next(3) > 0)
    }
  }
}

/// The measures by their definitions.
private enum Naive {
  static func areaUnderROC(_ pairs: [ScoredPair]) -> Double? {
    var sum = 0.0
    var count = 0.0
    for positive in pairs where positive.isSame {
      for negative in pairs where !negative.isSame {
        count += 1
        if positive.score > negative.score { sum += 1 }
        if positive.score == negative.score { sum += 0.5 }
      }
    }
    return count > 0 ? sum / count : nil
  }

  static func tally(_ pairs: [ScoredPair], at threshold: Double) -> PrecisionRecall {
    func count(_ condition: (ScoredPair) -> Bool) -> Double {
      Double(pairs.filter(condition).count)
    }
    return PrecisionRecall(
      truePositives: count { $0.isSame && $0.score >= threshold },
      falsePositives: count { !$0.isSame && $0.score >= threshold },
      falseNegatives: count { $0.isSame && $0.score < threshold })
  }

  /// The positives above the first negative that may no longer pass.
  static func recall(_ pairs: [ScoredPair], atFalsePositiveShare share: Double) -> Double? {
    let negatives = pairs.filter { !$0.isSame }.map(\.score).sorted(by: >)
    let positives = pairs.filter(\.isSame).map(\.score)
    guard !negatives.isEmpty, !positives.isEmpty else { return nil }
    let cut = negatives[Int(share * Double(negatives.count))]
    return Double(positives.count { $0 > cut }) / Double(positives.count)
  }
}

@Suite("measures of scored pairs")
struct PairEvaluationTests {
  @Test("the curve agrees with the definitions on random pairs with ties")
  func curve() {
    var maker = PairMaker(seed: 7)
    for _ in 0..<300 {
      let pairs = maker.pairs()
      let curve = ThresholdCurve(pairs)
      #expect(close(curve.areaUnderROC, Naive.areaUnderROC(pairs)))
      for threshold in [0, 0.25, 0.5, 1] + pairs.map(\.score) {
        #expect(curve.tally(at: threshold) == Naive.tally(pairs, at: threshold))
      }
      for share in [0, 0.05, 0.3] {
        #expect(
          close(
            curve.recall(atFalsePositiveShare: share),
            Naive.recall(pairs, atFalsePositiveShare: share)))
      }
      #expect(Set(curve.points.map(\.threshold)) == Set(pairs.map(\.score)))
      if let best = curve.best {
        let highest = pairs.map { Naive.tally(pairs, at: $0.score).f1 }.max()
        #expect(curve.tally(best).f1 == highest)
      } else {
        #expect(curve.positives == 0)
      }
    }
  }

  @Test("Brier score and reliability agree with the definitions")
  func calibration() {
    var maker = PairMaker(seed: 11)
    for _ in 0..<300 {
      let pairs = maker.pairs()
      let calibration = Calibration(pairs)
      let errors = pairs.map { pair in
        let error = pair.score - (pair.isSame ? 1 : 0)
        return error * error
      }
      #expect(close(calibration.brierScore, errors.reduce(0, +) / Double(pairs.count)))
      #expect(calibration.bins.map(\.count).reduce(0, +) == pairs.count)
      for (place, bin) in calibration.bins.enumerated() {
        let members = pairs.filter { pair in
          place == 9 ? pair.score * 10 >= 9 : Int(pair.score * 10) == place
        }
        #expect(bin.count == members.count)
        #expect(bin.positives == members.count { $0.isSame })
        if bin.count > 0 {
          let mean = members.map(\.score).reduce(0, +) / Double(members.count)
          #expect(close(bin.meanScore, mean))
        } else {
          #expect(bin.meanScore == nil && bin.positiveShare == nil)
        }
      }
    }
  }

  @Test("known values")
  func knownValues() {
    let pairs = [(0.9, true), (0.8, false), (0.7, true), (0.2, false)].map {
      ScoredPair(score: $0.0, isSame: $0.1)
    }
    let result = PairEvaluation(pairs, against: pairs.filter { !$0.isSame }, threshold: 0.75)
    #expect(result.precision == 0.5 && result.recall == 0.5 && result.f1 == 0.5)
    #expect(result.falsePositiveShare == 0.5)
    #expect(result.areaUnderROC == 0.75)
    #expect(result.recallAtFivePercent == 0.5)
    #expect(result.best?.threshold == 0.7 && close(result.best?.tally.f1, 0.8))
    #expect(close(result.calibration.brierScore, (0.01 + 0.64 + 0.09 + 0.04) / 4))
  }

  @Test("a category of positives alone is measured against the negatives of all")
  func positivesAlone() {
    let negatives = [0.1, 0.6].map { ScoredPair(score: $0, isSame: false) }
    let positives = [0.5, 0.9].map { ScoredPair(score: $0, isSame: true) }
    let result = PairEvaluation(positives, against: negatives, threshold: 0.5)
    #expect(result.precision == nil && result.f1 == nil && result.falsePositiveShare == nil)
    #expect(result.recall == 1 && result.best == nil)
    #expect(result.areaUnderROC == 0.75 && result.recallAtFivePercent == 0.5)
  }

  @Test("no pairs, no measures")
  func empty() {
    let result = PairEvaluation([], against: [], threshold: 0.5)
    #expect(result.count == 0 && result.recall == nil && result.areaUnderROC == nil)
    #expect(result.calibration.brierScore == nil)
  }

  private func close(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) < 1e-12
  }
}
