// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats

/// Compares the two names of a record.
struct CompareWork: FieldWork {
  let threshold: Double
  let explains: Bool
  var models = ModelChoice()
  /// Whether pairs are noted for a page.
  var reports = false

  final class Worker {
    var parser = NameParser()
    var comparator: NameComparator
    var pairs: ComparedPairs

    init(_ models: ModelChoice, threshold: Double) {
      comparator = models.makeComparator()
      pairs = ComparedPairs(threshold: threshold)
    }
  }

  var fields: [WantedField] {
    [
      WantedField(name: "name1"), WantedField(name: "name2"),
      WantedField(name: "kind", isRequired: false),
    ]
  }

  var addedNames: [String] { ["score", "match"] + (explains ? ["evidence"] : []) }

  func makeWorker() -> Worker { Worker(models, threshold: threshold) }

  func takeNotes(of worker: inout Worker) -> ComparedPairs {
    let pairs = worker.pairs
    worker.pairs = ComparedPairs(threshold: threshold)
    return pairs
  }

  /// Names of an entity that are compared, at most; some have hundreds of spellings.
  private static let mostNames = 16

  /// Compares all names of two entities; the likeliest pair stands for them.
  func work(
    _ values: [[UInt8]?], names: [[[UInt8]]], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem? {
    let kind = KindField(values[2]).kind
    let rights = names[1].prefix(Self.mostNames).map { worker.parser.parse($0.span, kind: kind) }
    var best: (score: Double, left: Int, right: Int) = (-1, 0, 0)
    for (left, name) in names[0].prefix(Self.mostNames).enumerated() {
      let parsed = worker.parser.parse(name.span, kind: kind)
      for (right, other) in rights.enumerated() {
        let score = worker.comparator.score(parsed, other)
        if score > best.score { best = (score, left, right) }
      }
    }
    guard best.score >= 0 else { return work(values, &worker, &result) }
    return work([names[0][best.left], names[1][best.right], values[2]], &worker, &result)
  }

  func work(
    _ values: [[UInt8]?], _ worker: inout Worker, _ result: inout AddedFields
  ) -> ValueProblem? {
    let first = values[0] ?? []
    let second = values[1] ?? []
    let kind = KindField(values[2])
    let left = worker.parser.parse(first.span, kind: kind.kind)
    let right = worker.parser.parse(second.span, kind: kind.kind)
    let comparison = worker.comparator.compare(left, right)
    let score = rounded(comparison.score)
    let isMatch = comparison.score >= threshold
    result.addJSON("score") { $0.appendJSONNumber(score) }
    result.addJSON("match") { $0.appendJSONBool(isMatch) }
    let explanation = Explanation(
      left: left, right: right, leftText: first, rightText: second, comparison: comparison)
    if reports { worker.pairs.add(explanation) }
    if explains { result.addJSON("evidence") { explanation.appendJSON(to: &$0) } }
    let verdict = isMatch ? "same" : "different"
    result.text +=
      Array("\(percent(comparison.score)) \(verdict)  ".utf8) + first + Array("  |  ".utf8) + second
    if explains { explanation.appendText(to: &result.text) }
    return kind.problem
  }

  private func rounded(_ score: Double) -> Double { (score * 1e6).rounded() / 1e6 }

  private func percent(_ score: Double) -> String {
    let text = String(Int((score * 100).rounded()))
    return String(repeating: " ", count: max(0, 3 - text.count)) + text + " %"
  }
}
