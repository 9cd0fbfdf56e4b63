// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Names of very many words, which are lists rather than names: only equal words are paired, so
/// that the cost stays linear.
enum WordList {
  /// Most words of a name that are aligned; the assignment costs their cube.
  private static let longestAligned = 24

  /// Equal words in pairs, the others alone; nil for names that are not too long to be aligned.
  static func alignment(_ a: StructuredName, _ b: StructuredName) -> NameAlignment? {
    guard max(a.tokens.count, b.tokens.count) > longestAligned else { return nil }
    var places: [[UInt8]: [Int]] = [:]
    for position in b.tokens.indices.reversed() {
      places[b.tokens[position].key, default: []].append(position)
    }
    var alignment = NameAlignment()
    var isFree = [Bool](repeating: true, count: b.tokens.count)
    for (position, token) in a.tokens.enumerated() {
      if let other = places[token.key]?.popLast() {
        isFree[other] = false
        alignment.append(NameUnit(a, position), NameUnit(b, other), .equal(token))
      } else {
        alignment.append(NameUnit(a, position), nil, .alone(token))
      }
    }
    for (position, free) in isFree.enumerated() where free {
      alignment.append(nil, NameUnit(b, position), .alone(b.tokens[position]))
    }
    return alignment
  }
}
