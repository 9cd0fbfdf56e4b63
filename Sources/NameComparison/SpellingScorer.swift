// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// Scores the words of two names by a spelling model, each word made ready once for each table.
struct SpellingScorer: ~Copyable {
  private let model: SpellingModel
  private var first = PreparedWords()
  private var second = PreparedWords()
  private var romanFirst = PreparedWords()
  private var romanSecond = PreparedWords()

  /// Nats of words that share no alphabet and no romanization.
  static let strange = -30.0

  init(model: SpellingModel) { self.model = model }

  /// Forgets the words of the last pair of names.
  mutating func begin() {
    first.removeAll()
    second.removeAll()
    romanFirst.removeAll()
    romanSecond.removeAll()
  }

  /// How much two words' letters speak for one name, in nats.
  ///
  /// - Parameters:
  ///   - a: A word of the first name.
  ///   - slot: Tells the word from the first name's others; 0 for a word that is used once.
  ///   - b: A word of the second name.
  ///   - otherSlot: The same for the second.
  /// - Returns: Nats, about 2.2 for each letter of words that fit.
  /// - Complexity: O(*m* *n*) in the letters of the words.
  mutating func nats(
    _ a: borrowing NameToken, _ slot: Int, _ b: borrowing NameToken, _ otherSlot: Int
  ) -> Double {
    let alphabet = NameLetters.alphabet(of: a.script)
    let otherAlphabet = NameLetters.alphabet(of: b.script)
    if SpellingModel.rank(alphabet) > SpellingModel.rank(otherAlphabet) {
      return ordered(b, -1 - otherSlot, a, -1 - slot, otherAlphabet, alphabet)
    }
    return ordered(a, slot, b, otherSlot, alphabet, otherAlphabet)
  }

  private mutating func ordered(
    _ a: borrowing NameToken, _ slot: Int, _ b: borrowing NameToken, _ otherSlot: Int,
    _ alphabet: UInt8, _ otherAlphabet: UInt8
  ) -> Double {
    guard let number = model.tables.number(first: alphabet, second: otherAlphabet) else {
      return romanNats(a, slot, b, otherSlot)
    }
    guard !a.letters.isEmpty, !b.letters.isEmpty else { return Self.strange }
    let table = model.tables.entries[number].table
    let i = first.place(slot, number, .first, a.letters, table)
    let j = second.place(otherSlot, number, .second, b.letters, table)
    let nats = Double(PreparedWords.score(table, first, i, second, j)) / PieceTable.unitsPerNat
    // Words that fit well need no second opinion.
    let good = 1.6 * Double(max(a.romanLetters.count, b.romanLetters.count))
    if alphabet == otherAlphabet || nats > good { return nats }
    return max(nats, romanNats(a, slot, b, otherSlot))
  }

  private mutating func romanNats(
    _ a: borrowing NameToken, _ slot: Int, _ b: borrowing NameToken, _ otherSlot: Int
  ) -> Double {
    let roman = NameLetters.romanAlphabet
    guard let number = model.tables.number(first: roman, second: roman),
      !a.romanLetters.isEmpty, !b.romanLetters.isEmpty
    else { return Self.strange }
    let table = model.tables.entries[number].table
    let i = romanFirst.place(slot, number, .first, a.romanLetters, table)
    let j = romanSecond.place(otherSlot, number, .second, b.romanLetters, table)
    let score = PreparedWords.score(table, romanFirst, i, romanSecond, j)
    return Double(score) / PieceTable.unitsPerNat
  }
}
