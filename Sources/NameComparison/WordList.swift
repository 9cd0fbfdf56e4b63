// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance

/// Names of very many words, which are lists rather than names: only equal words are paired, so
/// that the cost stays linear.
enum WordList {
  /// Most words of a name that are aligned; the assignment costs their cube.
  private static let longestAligned = 24

  /// Whether two names are too long to be aligned.
  static func holds(_ a: borrowing StructuredName, _ b: borrowing StructuredName) -> Bool {
    max(a.tokens.count, b.tokens.count) > longestAligned
  }

  /// Lays equal words in pairs, the others alone.
  static func align(
    _ a: StructuredName, _ b: StructuredName, rarity: LetterRarity,
    into alignment: inout NameAlignment
  ) {
    var places: [[UInt8]: [Int]] = [:]
    for position in b.tokens.indices.reversed() {
      places[b.tokens[position].key, default: []].append(position)
    }
    alignment.begin()
    var isFree = [Bool](repeating: true, count: b.tokens.count)
    for (position, token) in a.tokens.enumerated() {
      if let other = places[token.key]?.popLast() {
        isFree[other] = false
        alignment.append(
          NameUnit(token, at: position, rarity), NameUnit(b.tokens[other], at: other, rarity),
          .equal(token))
      } else {
        alignment.append(
          NameUnit(token, at: position, rarity), nil, .alone(isOptional: token.isOptional))
      }
    }
    for (position, free) in isFree.enumerated() where free {
      let token = b.tokens[position]
      alignment.append(
        nil, NameUnit(token, at: position, rarity), .alone(isOptional: token.isOptional))
    }
  }
}
