// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Finds the best labels of a line by its scores and the scores of neighbouring labels.
///
/// - Reference: Viterbi, IEEE Transactions on Information Theory 13 (1967),
///   doi:10.1109/TIT.1967.1054010. Labels that may not follow each other are never chosen.
package struct TagPath {
  /// Eight places for the seven labels' scores of one unit.
  package typealias Scores = SIMD8<Int32>

  private var back: [SIMD8<UInt8>] = []

  package init() {}

  /// - Parameters:
  ///   - scores: One entry a unit.
  ///   - transitions: Score of `label` behind `previous` at `previous * 8 + label`; eight times
  ///     eight.
  ///   - labels: Replaced by one label a unit.
  /// - Complexity: O(*n*) in the number of units.
  package mutating func find(
    _ scores: Span<Scores>, transitions: [Int32], into labels: inout [UInt8]
  ) {
    labels.removeAll(keepingCapacity: true)
    guard scores.count > 0 else { return }
    back.removeAll(keepingCapacity: true)
    var best = scores[0]
    for label: UInt8 in [2, 4, 6] { best[Int(label)] = Self.never }
    for index in 1..<max(1, scores.count) {
      var next = scores[index]
      var from = SIMD8<UInt8>(repeating: 0)
      for label in 0..<TagLabel.count {
        var score = Int32.min
        var origin = 0
        if label == 0 || label & 1 == 1 {
          for previous in 0..<TagLabel.count {
            let sum = best[previous] &+ transitions[previous * 8 + label]
            if sum > score { (score, origin) = (sum, previous) }
          }
        } else {
          let first = best[label - 1] &+ transitions[(label - 1) * 8 + label]
          let inside = best[label] &+ transitions[label * 8 + label]
          (score, origin) = first >= inside ? (first, label - 1) : (inside, label)
        }
        next[label] = max(Self.never, next[label] &+ score)
        from[label] = UInt8(origin)
      }
      back.append(from)
      best = next
    }
    var label = 0
    for other in 1..<TagLabel.count where best[other] > best[label] { label = other }
    labels.append(contentsOf: repeatElement(0, count: scores.count))
    for index in stride(from: scores.count - 1, through: 0, by: -1) {
      labels[index] = UInt8(label)
      if index > 0 { label = Int(back[index - 1][label]) }
    }
  }

  /// Far below every sum of scores, and far enough from the end of the range to be added to.
  static let never: Int32 = -(1 << 29)
}
