// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How two words relate, before it is weighed.
struct WordMatch: Sendable, Equatable {
  var relation: Relation
  /// How much the letters speak for one name, in nats; about 2.3 for each letter that fits.
  var nats: Double

  /// Numbers and generation words that differ, initials that do not fit.
  static let clash = WordMatch(relation: .conflict, nats: -25)

  /// AG and GmbH: two companies.
  static let otherForm = WordMatch(relation: .conflict, nats: -24)

  /// Words whose vectors are too far apart for their letters to be looked at.
  static let strange = WordMatch(relation: .conflict, nats: -12)

  /// Two equal words.
  static func equal(_ word: InternedWord) -> WordMatch {
    WordMatch(relation: .equal, nats: 3 + 2.3 * Double(word.romanCount))
  }

  /// A word that only one name has.
  static func alone(isOptional: Bool) -> WordMatch {
    WordMatch(relation: isOptional ? .optional : .missing, nats: 0)
  }
}
