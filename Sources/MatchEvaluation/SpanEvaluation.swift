// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A place in a text with what stands there.
public struct LabelledSpan: Sendable, Equatable {
  /// Where it stands, in any unit that both sides share.
  public var range: Range<Int>
  /// What kind of thing it is; nil where nobody says.
  public var kind: String?

  /// Creates a span.
  public init(range: Range<Int>, kind: String? = nil) {
    self.range = range
    self.kind = kind
  }
}

/// How well found spans agree with the true ones, added up text by text.
public struct SpanEvaluation: Sendable, Equatable {
  /// Spans of exactly the same places.
  public private(set) var exact = PrecisionRecall()
  /// Spans of the same places and kinds; a span of no kind agrees with every one.
  public private(set) var typed = PrecisionRecall()
  /// Spans that share a place with one of the other side.
  public private(set) var overlapping = PrecisionRecall()

  /// Creates an evaluation without texts.
  public init() {}

  /// Adds a text.
  ///
  /// - Parameters:
  ///   - gold: True spans.
  ///   - found: Found spans.
  ///   - ignored: Places where a found span is neither right nor wrong, such as names of kinds
  ///     that are not looked for.
  /// - Complexity: O(*n* *m*) for the overlaps of *n* true and *m* found spans of one text.
  public mutating func add(
    gold: [LabelledSpan], found: [LabelledSpan], ignored: [Range<Int>] = []
  ) {
    let truth = Dictionary(gold.map { ($0.range, $0.kind) }) { first, _ in first }
    let given = Dictionary(
      found.filter { truth[$0.range] != nil || !ignored.contains($0.range) }
        .map { ($0.range, $0.kind) }
    ) { first, _ in first }
    let same = given.filter { truth[$0.key] != nil }
    let alike = same.count { range, kind in
      guard let kind, let truth = truth[range].flatMap(\.self) else { return true }
      return kind == truth
    }
    exact.add(right: same.count, given: given.count, true: truth.count)
    typed.add(right: alike, given: given.count, true: truth.count)
    let touching = given.keys.count { range in truth.keys.contains { $0.overlaps(range) } }
    let touched = truth.keys.count { range in given.keys.contains { $0.overlaps(range) } }
    overlapping.truePositives += Double(touched)
    overlapping.falseNegatives += Double(truth.count - touched)
    overlapping.falsePositives += Double(given.count - touching)
  }
}

extension PrecisionRecall {
  fileprivate mutating func add(right: Int, given: Int, true truth: Int) {
    truePositives += Double(right)
    falsePositives += Double(given - right)
    falseNegatives += Double(truth - right)
  }
}
