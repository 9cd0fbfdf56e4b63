// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel

/// What a searcher has for one file: an index, or its changes.
struct SearchPart {
  let index: NameIndex
  var candidates: CandidateSearch
  private var names = CandidateNames()
  /// Comparisons with the query at hand, by words and kind.
  private var compared: [[UInt32]: Compared] = [:]

  /// What the comparison of two names gave.
  struct Compared {
    var probability: Double
    /// Letters that one name has more.
    var leftOver: Int
  }

  init(_ index: NameIndex) {
    self.index = index
    candidates = CandidateSearch(index)
  }

  /// Forgets the last query.
  mutating func begin() { compared.removeAll(keepingCapacity: true) }

  /// Whether a name may be a result.
  func isWanted(_ name: Int, _ kind: NameKind?) -> Bool { index.holds(name, of: kind) }

  /// The best candidates, best first.
  mutating func find(
    _ query: StructuredName, kind: NameKind?, limit: Int
  ) -> [CandidateSearch.Candidate] {
    let index = self.index
    return candidates.find(query, limit: limit) { index.holds($0, of: kind) }
  }

  /// A name's comparison with the query, of names with the same words once; the query is the first
  /// of the interned names.
  mutating func comparison(
    _ query: StructuredName, _ number: Int, _ comparator: inout NameComparator,
    _ interned: inout InternedNames
  ) -> Compared {
    let words = index.words(of: number)
    if let known = compared[words] { return known }
    let name = names.name(number, of: index)
    let result = Compared(
      probability: comparator.score(0, interned.add(name), of: interned),
      leftOver: abs(Self.letters(query) - Self.letters(name)))
    compared[words] = result
    return result
  }

  private static func letters(_ name: StructuredName) -> Int {
    name.tokens.reduce(0) { $0 + $1.romanLetters.count }
  }
}
