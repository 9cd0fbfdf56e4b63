// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Names of very many words, which are lists rather than names: only equal words are paired, so
/// that the cost stays linear.
enum WordList {
  /// Most words of a name that are aligned; the assignment costs their cube.
  private static let longestAligned = 24

  /// Whether two names are too long to be aligned.
  static func holds(_ a: InternedName, _ b: InternedName) -> Bool {
    max(a.count, b.count) > longestAligned
  }

  /// Lays equal words in pairs, the others alone.
  static func align(
    _ a: InternedName, _ b: InternedName, _ names: borrowing InternedNames,
    into alignment: inout NameAlignment
  ) {
    func word(_ position: Int, _ name: InternedName, _ names: borrowing InternedNames)
      -> InternedWord
    {
      names.words[names.word(position, of: name)]
    }
    var places: [UInt64: [Int]] = [:]
    for position in (0..<b.count).reversed() {
      places[word(position, b, names).keyHash, default: []].append(position)
    }
    alignment.begin()
    var isFree = [Bool](repeating: true, count: b.count)
    for position in 0..<a.count {
      let own = word(position, a, names)
      let unit = NameUnit(own, at: position)
      if let other = places[own.keyHash]?.popLast() {
        isFree[other] = false
        alignment.append(unit, NameUnit(word(other, b, names), at: other), .equal(own))
      } else {
        alignment.append(unit, nil, .alone(isOptional: own.isOptional))
      }
    }
    for position in 0..<b.count where isFree[position] {
      let unit = NameUnit(word(position, b, names), at: position)
      alignment.append(nil, unit, .alone(isOptional: unit.isOptional))
    }
  }
}
