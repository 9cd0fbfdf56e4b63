// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction

/// Weights of the tagger while they are learned.
struct TagLearning {
  private let settings: MentionTrainer.Settings
  private var rows: [SIMD8<Int32>]
  /// Sum over all steps of (step · change), from which the average follows.
  private var rowChanges: [SIMD8<Int64>]
  private var transitions = [Int32](repeating: 0, count: 64)
  private var transitionChanges = [Int64](repeating: 0, count: 64)
  private var step: Int64 = 1
  private var path = TagPath()
  /// Flags of the rows that each unit of the line is learned without.
  private var hidden: [UInt32] = []

  init(rowCount: Int, settings: MentionTrainer.Settings) {
    self.settings = settings
    rows = [SIMD8<Int32>](repeating: .zero, count: rowCount)
    rowChanges = [SIMD8<Int64>](repeating: .zero, count: rowCount)
  }

  /// Averages, multiplied by the number of steps.
  struct Averages {
    var rows: [SIMD8<Int64>]
    var transitions: [Int64]
  }

  /// Labels a line and moves the weights towards the right labels.
  ///
  /// - Returns: Number of wrong labels; those chosen for their handicap count.
  mutating func learn(
    _ line: Int, of examples: TaggingExamples, _ random: inout SeededRandom
  ) -> Int {
    let units = (line == 0 ? 0 : examples.lineEnds[line - 1])..<examples.lineEnds[line]
    var scores: [TagPath.Scores] = []
    var labels: [UInt8] = []
    hidden.removeAll(keepingCapacity: true)
    for unit in units {
      let isUnknown = Int(random.next() & 7) < settings.unknownWords
      let flags = isUnknown ? TaggingExamples.identityFlag : 0
      hidden.append(flags)
      scores.append(score(unit, of: examples, without: flags))
    }
    path.find(scores.span, transitions: transitions, into: &labels)
    var wrong = 0
    for (place, unit) in units.enumerated() {
      let gold = examples.labels[unit]
      let goldBefore = place == 0 ? 0 : examples.labels[unit - 1]
      let before = place == 0 ? 0 : labels[place - 1]
      if place > 0, gold != labels[place] || goldBefore != before {
        move(Int(goldBefore) * 8 + Int(gold), by: 1)
        move(Int(before) * 8 + Int(labels[place]), by: -1)
      }
      guard gold != labels[place] else { continue }
      wrong += 1
      var change = SIMD8<Int32>.zero
      change[Int(gold)] = 1
      change[Int(labels[place])] = -1
      let weighted = SIMD8<Int64>(truncatingIfNeeded: change) &* step
      forEachRow(of: unit, in: examples, without: hidden[place]) { row in
        rows[row] &+= change
        rowChanges[row] &+= weighted
      }
    }
    step += 1
    return wrong
  }

  private func score(
    _ unit: Int, of examples: TaggingExamples, without hidden: UInt32
  ) -> TagPath.Scores {
    let gold = Int(examples.labels[unit])
    var sum = TagPath.Scores(repeating: settings.margin)
    if gold != 0 { sum[0] += settings.recallMargin }
    sum[gold] = 0
    forEachRow(of: unit, in: examples, without: hidden) { sum &+= rows[$0] }
    return sum
  }

  private func forEachRow(
    of unit: Int, in examples: TaggingExamples, without hidden: UInt32, _ body: (Int) -> Void
  ) {
    for place in (unit == 0 ? 0 : examples.ends[unit - 1])..<examples.ends[unit] {
      let row = examples.rows[place]
      if row & hidden == 0 { body(Int(row & TaggingExamples.rowMask)) }
    }
  }

  private mutating func move(_ transition: Int, by change: Int32) {
    transitions[transition] += change
    transitionChanges[transition] += Int64(change) * step
  }

  consuming func averaged() -> Averages {
    let step = self.step
    return Averages(
      rows: zip(rows, rowChanges).map { SIMD8<Int64>(truncatingIfNeeded: $0) &* step &- $1 },
      transitions: zip(transitions, transitionChanges).map { Int64($0) * step - $1 })
  }
}
