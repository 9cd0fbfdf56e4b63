// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Pairs of names that a person has decided; they always win over the score.
public struct Judgements: Sendable {
  private var same: [[UInt8]: [UInt8]] = [:]
  private var different: [([UInt8], [UInt8])] = []

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

  /// Groups of positions whose names were judged to be the same.
  func sameGroups(of names: [StructuredName]) -> [[Int]] {
    if same.isEmpty { return [] }
    var groups: [[UInt8]: [Int]] = [:]
    for (position, name) in names.enumerated() {
      groups[representative(name.key), default: []].append(position)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// Whether two clusters hold names that were judged to be different.
  func areDifferent(
    _ clusters: Clusters, _ a: Int, _ b: Int, _ names: [StructuredName]
  ) -> Bool {
    if different.isEmpty { return false }
    return clusters.members(a).contains { first in
      clusters.members(b).contains { second in
        isDifferent(representative(names[first].key), representative(names[second].key))
      }
    }
  }
}
