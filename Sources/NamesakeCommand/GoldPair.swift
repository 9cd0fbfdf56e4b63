// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Namesake

/// A labelled pair with its score.
struct GoldPair: Sendable {
  var pair: ScoredPair
  /// Empty where the record has none.
  var category: String
}

/// Scores labelled pairs.
struct GoldPairWork: GoldWork {
  let models: ModelChoice

  final class Worker {
    var parser = NameParser()
    var comparator: NameComparator

    init(_ models: ModelChoice) { comparator = models.makeComparator() }
  }

  var contents: String { "labelled pairs" }

  var fields: [WantedField] {
    [
      WantedField(name: "label"), WantedField(name: "name1"), WantedField(name: "name2"),
      WantedField(name: "kind", isRequired: false),
      WantedField(name: "category", isRequired: false),
    ]
  }

  func makeWorker() -> Worker { Worker(models) }

  func item(
    _ values: [[UInt8]?], _ record: borrowing FieldReader, _ worker: inout Worker
  ) -> (item: GoldPair?, problem: ValueProblem?) {
    guard let label = Self.label(values[0]) else {
      let text = String(decoding: values[0] ?? [], as: UTF8.self)
      return (
        nil,
        ValueProblem(
          problem: "the label \u{201C}\(text)\u{201D} is neither 1 nor 0",
          advice: "write 1 for one name, 0 for two")
      )
    }
    let kind = KindField(values[3])
    let (first, second) = (values[1] ?? [], values[2] ?? [])
    let left = worker.parser.parse(first.span, kind: kind.kind)
    let right = worker.parser.parse(second.span, kind: kind.kind)
    let pair = ScoredPair(score: worker.comparator.score(left, right), isSame: label)
    return (
      GoldPair(pair: pair, category: String(decoding: values[4] ?? [], as: UTF8.self)),
      kind.problem
    )
  }

  private static func label(_ content: [UInt8]?) -> Bool? {
    switch content {
    case [UInt8(ascii: "1")]: true
    case [UInt8(ascii: "0")]: false
    default: nil
    }
  }
}
