// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How a word of one name relates to a word of the other.
public enum Relation: String, CaseIterable, Sendable {
  /// The same match key.
  case equal
  /// The same word in another spelling of the same script.
  case spelling
  /// The same word in another script.
  case transliteration
  /// Another case form of the same word.
  case inflection
  /// A single letter for the word that begins with it.
  case initial
  /// A short or pet form, or the same name in another language.
  case nickname
  /// The same given name in another language: John and Giovanni.
  case cognate
  /// An acronym for a row of words.
  case abbreviation
  /// Another name of the same institution or place.
  case translation
  /// A word that the other name does not have and need not have.
  case optional
  /// A word that the other name leaves out.
  case missing
  /// Two different words in the same place.
  case conflict
}
