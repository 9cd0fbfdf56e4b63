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
  private var compared: [[UInt32]: ComparisonScratch.Compared] = [:]
  /// All names of the index, interned for scans.
  private var everyName: [CandidateNames.Name] = []

  init(_ index: NameIndex) {
    self.index = index
    candidates = CandidateSearch(index)
  }

  /// Forgets the last query, and the words of names when the interned ones were forgotten.
  mutating func begin(forgettingWords: Bool) {
    compared.removeAll(keepingCapacity: true)
    if forgettingWords { names.forgetWords() }
  }

  /// Whether a name may be a result.
  func isWanted(_ name: Int, _ kind: NameKind?) -> Bool { index.holds(name, of: kind) }

  /// The best candidates, best first.
  mutating func find(
    _ query: StructuredName, kind: NameKind?, limit: Int
  ) -> [CandidateSearch.Candidate] {
    let index = self.index
    return candidates.find(query, limit: limit) { index.holds($0, of: kind) }
  }

  /// A name's comparison with the query, of names with the same words once; and whether it is a new
  /// one.
  mutating func comparison(
    _ number: Int, _ query: CandidateNames.Name, _ scratch: inout ComparisonScratch
  ) -> (ComparisonScratch.Compared, isNew: Bool) {
    let words = index.words(of: number)
    if let known = compared[words] { return (known, false) }
    let name = names.intern(number, of: index, into: &scratch.names)
    let result = scratch.compare(query, name)
    compared[words] = result
    return (result, true)
  }

  /// Interns all names, to be compared with many queries.
  mutating func internAll(_ names: inout InternedNames) {
    everyName.removeAll()
    for number in 0..<index.count {
      everyName.append(self.names.intern(number, of: index, into: &names))
    }
  }

  /// A name's comparison with the query, once all names are interned.
  func scannedComparison(
    _ number: Int, _ query: CandidateNames.Name, _ scratch: inout ComparisonScratch
  ) -> ComparisonScratch.Compared {
    scratch.compare(query, everyName[number])
  }
}
