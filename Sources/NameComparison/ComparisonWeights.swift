// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What each relation adds to the log-odds that two names are the same.
///
/// A first set: a logistic regression on the evidence of 40,000 training pairs, of which three in
/// five are true, rounded, with conflicts inside one script made stronger than the pairs ask for,
/// because their negatives rarely share two words of three. A trained model is to replace it.
public struct ComparisonWeights: Sendable {
  /// Log-odds before any evidence.
  public var prior = 0.35
  /// A whole equal word; multiplied by how telling the word is.
  public var equal = 1.8
  /// A spelling of likeness 1.
  public var spelling = 3.4
  /// Likeness from which two words of one script speak for the names.
  public var neutralSpelling = 0.78
  /// A transliteration of likeness 1.
  public var transliteration = 2.2
  /// Likeness from which two words of different scripts speak for the names.
  public var neutralTransliteration = 0.66
  /// Case forms of one word.
  public var inflection = 2.0
  /// An initial that fits.
  public var initial = 1.0
  /// Nickname or cognate.
  public var nickname = 2.5
  /// Acronym of the other name's words.
  public var abbreviation = 2.5
  /// Listed as the same institution or place.
  public var translation = 4.4
  /// A word that only one name has.
  public var missing = -0.35
  /// An optional word (title, particle, legal form) that only one name has.
  public var optional = -0.05
  /// Two different words of one script in the same place.
  public var conflict = -2.8
  /// Share of a conflict that counts when the names have no word in common.
  public var unsharedConflict = 0.6
  /// Two words of different scripts that do not sound alike.
  public var foreignConflict = -1.75
  /// Different numbers or generation words.
  public var numberConflict = -4.0

  /// The shipped weights.
  public static let standard = ComparisonWeights()
}
