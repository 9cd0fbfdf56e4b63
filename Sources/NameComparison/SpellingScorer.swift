// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// Scores the letters of words by a spelling model, each word made ready once for each table.
struct SpellingScorer: ~Copyable {
  private let model: SpellingModel
  private var first = PreparedWords()
  private var second = PreparedWords()

  /// Nats of words that share no alphabet and no romanization.
  static let strange = -30.0

  init(model: SpellingModel) { self.model = model }

  /// Forgets the words that were made ready.
  mutating func begin() {
    first.removeAll()
    second.removeAll()
  }

  /// How much two words' letters speak for one name, in nats, about 2.2 for each letter of words
  /// that fit.
  ///
  /// - Complexity: O(*m* *n*) in the letters of the words.
  mutating func nats(_ a: borrowing SpelledWord, _ b: borrowing SpelledWord) -> Double {
    if SpellingModel.rank(a.alphabet) > SpellingModel.rank(b.alphabet) { return ordered(b, a) }
    return ordered(a, b)
  }

  private mutating func ordered(
    _ a: borrowing SpelledWord, _ b: borrowing SpelledWord
  ) -> Double {
    guard let number = model.tables.number(first: a.alphabet, second: b.alphabet) else {
      return romanNats(a, b)
    }
    guard !a.letters.isEmpty, !b.letters.isEmpty else { return Self.strange }
    let table = model.tables.entries[number].table
    let i = first.place(a.number, number, .first, a.letters, table)
    let j = second.place(b.number, number, .second, b.letters, table)
    let nats = Double(PreparedWords.score(table, first, i, second, j)) / PieceTable.unitsPerNat
    // Words that fit well need no second opinion.
    let good = 1.6 * Double(max(a.roman.count, b.roman.count))
    if a.alphabet == b.alphabet || nats > good { return nats }
    return max(nats, romanNats(a, b))
  }

  private mutating func romanNats(
    _ a: borrowing SpelledWord, _ b: borrowing SpelledWord
  ) -> Double {
    let roman = NameLetters.romanAlphabet
    guard let number = model.tables.number(first: roman, second: roman), !a.roman.isEmpty,
      !b.roman.isEmpty
    else { return Self.strange }
    let table = model.tables.entries[number].table
    let i = first.place(a.number, number, .first, a.roman, table)
    let j = second.place(b.number, number, .second, b.roman, table)
    return Double(PreparedWords.score(table, first, i, second, j)) / PieceTable.unitsPerNat
  }
}
