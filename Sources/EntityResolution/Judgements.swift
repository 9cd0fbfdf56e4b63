// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Pairs of names that a person has decided; they always win over the score.
public struct Judgements: Sendable {
  private var same: [[UInt8]: [UInt8]] = [:]
  private var different: [([UInt8], [UInt8])] = []
  private var judgedKeys: Set<[UInt8]> = []
  private var known: Set<Decision> = []
  /// All decisions, in the order in which they came.
  package private(set) var decisions: [Decision] = []

  /// A decision about two names, given by their match keys.
  package struct Decision: Hashable, Sendable {
    package let first: [UInt8]
    package let second: [UInt8]
    package let isSame: Bool
  }

  /// Creates an empty set.
  public init() {}

  /// Why a set of judgements cannot be followed.
  public struct Contradiction: Error, Sendable, Equatable {
    /// The first name, as a match key.
    public let first: String
    /// The second.
    public let second: String
  }

  /// Adds a decision about two names, given by their match keys.
  ///
  /// - Throws: `Contradiction` when the decisions so far say the opposite, directly or through
  ///   other names.
  public mutating func add(
    _ a: [UInt8], _ b: [UInt8], isSame: Bool
  ) throws(Contradiction) {
    let decision = Decision(first: a, second: b, isSame: isSame)
    guard known.insert(decision).inserted else { return }
    let contradiction = Contradiction(
      first: String(decoding: a, as: UTF8.self), second: String(decoding: b, as: UTF8.self))
    let (first, second) = (representative(a), representative(b))
    if isSame {
      guard !isDifferent(first, second) else { throw contradiction }
      if first != second {
        let low = first.lexicographicallyPrecedes(second) ? first : second
        same[low == first ? second : first] = low
      }
    } else {
      guard first != second else { throw contradiction }
      different.append((a, b))
    }
    judgedKeys.formUnion([a, b])
    decisions.append(decision)
  }

  private func representative(_ key: [UInt8]) -> [UInt8] {
    var key = key
    while let next = same[key] { key = next }
    return key
  }

  private func isDifferent(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    different.contains { pair in
      let (x, y) = (representative(pair.0), representative(pair.1))
      return x == a && y == b || x == b && y == a
    }
  }

  /// Whether nothing was decided.
  var isEmpty: Bool { same.isEmpty && different.isEmpty }

  /// What stands for a name and all that were judged to be the same; nil for a name that is in no
  /// decision.
  func judged(_ key: [UInt8]) -> [UInt8]? { judgedKeys.contains(key) ? representative(key) : nil }

  /// Pairs of representatives that were judged to be different.
  func differences() -> [([UInt8], [UInt8])] {
    different.map { (representative($0.0), representative($0.1)) }
  }
}
