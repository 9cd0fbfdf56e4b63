// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// How two words relate, before it is weighed.
struct WordMatch: Sendable, Equatable {
  var relation: Relation
  /// How much the letters speak for one name, in nats; about 2.3 for each letter that fits.
  var nats: Double

  /// Numbers and generation words that differ, initials that do not fit.
  static let clash = WordMatch(relation: .conflict, nats: -25)

  /// AG and GmbH: two companies.
  static let otherForm = WordMatch(relation: .conflict, nats: -24)

  /// Two equal words.
  static func equal(_ token: borrowing NameToken) -> WordMatch {
    WordMatch(relation: .equal, nats: 3 + 2.3 * Double(token.romanLetters.count))
  }

  /// A word that only one name has.
  static func alone(isOptional: Bool) -> WordMatch {
    WordMatch(relation: isOptional ? .optional : .missing, nats: 0)
  }
}

/// Relates pairs of words.
struct WordMatcher: ~Copyable {
  private var spelling: SpellingScorer

  private let concordance = Concordance.standard

  /// How surprising words are.
  let rarity: LetterRarity

  init(spelling: SpellingModel) {
    self.spelling = SpellingScorer(model: spelling)
    rarity = spelling.tables.rarity
  }

  /// Forgets the words of the last pair of names.
  mutating func begin() { spelling.begin() }

  /// The best relation between two words; `conflict` when there is none.
  ///
  /// - Parameters:
  ///   - a: A word of the first name.
  ///   - slot: The word's position plus 1; 0 for words joined.
  ///   - b: A word of the second name.
  ///   - otherSlot: The same for the second.
  /// - Returns: The relation, and nats that speak for it.
  mutating func match(
    _ a: borrowing NameToken, _ slot: Int, _ b: borrowing NameToken, _ otherSlot: Int
  ) -> WordMatch {
    if a.key == b.key { return .equal(a) }
    if a.role == .number || b.role == .number || a.role == .generation || b.role == .generation {
      return meaning(concordance.kinds(sharedBy: a.meanings, b.meanings)) ?? .clash
    }
    if a.role == .initial || b.role == .initial { return initial(a, b) }
    if !a.meanings.isEmpty, !b.meanings.isEmpty {
      if let shared = meaning(concordance.kinds(sharedBy: a.meanings, b.meanings)) { return shared }
      if a.role == .legalForm, b.role == .legalForm,
        concordance.differ(a.meanings, b.meanings, in: .legalForm)
      {
        return .otherForm
      }
    }
    let nats = spelling.nats(a, slot, b, otherSlot)
    if a.script == b.script, Inflection.mayBeFormsOfOneName(a.key, b.key) {
      return WordMatch(relation: .inflection, nats: max(nats, 5))
    }
    let relation: Relation = a.script == b.script ? .spelling : .transliteration
    return WordMatch(relation: nats > 0 ? relation : .conflict, nats: nats)
  }

  /// What two words have in common by the lexicons.
  private func meaning(_ shared: Concordance.Kinds) -> WordMatch? {
    if shared.isEmpty { return nil }
    if shared.contains(.generation) || shared.contains(.legalForm) {
      return WordMatch(relation: .abbreviation, nats: 8)
    }
    if shared.contains(.cognate) { return WordMatch(relation: .cognate, nats: 5) }
    if shared.contains(.nickname) { return WordMatch(relation: .nickname, nats: 6) }
    return WordMatch(relation: .translation, nats: 7)
  }

  private func initial(_ a: borrowing NameToken, _ b: borrowing NameToken) -> WordMatch {
    let fits =
      a.script == b.script
      ? a.key.starts(with: b.key) || b.key.starts(with: a.key)
      : a.romanLetters.first == b.romanLetters.first
    return fits ? WordMatch(relation: .initial, nats: 2) : .clash
  }
}
