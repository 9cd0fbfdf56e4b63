// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel

/// What comparing a query with an index's names needs: a comparator, and the names that it compares.
struct ComparisonScratch: ~Copyable {
  private var comparator: NameComparator
  /// The query and the names that it is compared with.
  var names: InternedNames

  /// Words that are kept from query to query.
  private static let mostWords = 8192

  init(model: ComparisonModel, spelling: SpellingModel) {
    comparator = NameComparator(model: model, spelling: spelling)
    names = InternedNames(spelling: spelling)
  }

  /// What the comparison of two names gave.
  struct Compared {
    var probability: Double
    /// Letters that one name has more.
    var leftOver: Int
  }

  /// Forgets all names, and their words when they are too many.
  ///
  /// - Returns: Whether the words were forgotten.
  mutating func begin() -> Bool {
    guard names.wordCount > Self.mostWords else {
      names.removeNames()
      return false
    }
    names.removeAll()
    return true
  }

  /// Interns a query.
  mutating func intern(_ query: borrowing StructuredName) -> CandidateNames.Name {
    var letters = 0
    for place in 0..<query.tokens.count { letters += query.tokens[place].romanLetters.count }
    return CandidateNames.Name(number: names.add(query), letters: letters)
  }

  /// Compares a query with a name.
  mutating func compare(_ query: CandidateNames.Name, _ name: CandidateNames.Name) -> Compared {
    Compared(
      probability: comparator.score(query.number, name.number, of: names),
      leftOver: abs(query.letters - name.letters))
  }
}
