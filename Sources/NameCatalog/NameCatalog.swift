// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel

/// Many names, and for each the few that are worth comparing with it.
///
/// Names that share a candidate key are brought together; keys that many names share say little
/// and count little, and names are ranked by the rarity of what they share.
public struct NameCatalog: Sendable {
  private var postings: [UInt64: [Int32]] = [:]
  private var keys: [[UInt64]] = []

  /// Longest posting list that is walked.
  ///
  /// Longer ones belong to keys (`john`, `maria`) that alone
  /// make no candidate; names that also share a rarer key are found through that one.
  private static let longestPosting = 4000

  /// Creates an empty catalogue.
  public init() {}

  /// Adds a name.
  ///
  /// - Returns: Its number, dense from 0.
  public mutating func add(_ name: StructuredName) -> Int {
    let number = keys.count
    let own = CandidateKeys.keys(of: name)
    keys.append(own)
    for key in own { postings[key, default: []].append(Int32(number)) }
    return number
  }

  /// The names that are worth comparing with one of the catalogue's names.
  ///
  /// - Parameters:
  ///   - number: Number of a name.
  ///   - limit: Most candidates that are given.
  /// - Returns: Numbers of names that share keys with it, best first.
  /// - Complexity: O(*p* log *p*) in the postings walked.
  public func candidates(for number: Int, limit: Int) -> [Int] {
    var weights: [Int32: Double] = [:]
    for key in keys[number] {
      guard let posting = postings[key], posting.count <= Self.longestPosting else { continue }
      let weight = 1 / Double(posting.count)
      for other in posting where other != number { weights[other, default: 0] += weight }
    }
    let ranked = weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return ranked.prefix(limit).map { Int($0.key) }
  }
}
