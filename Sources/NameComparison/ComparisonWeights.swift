// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What each relation adds to the log-odds that two names are the same.
///
/// A first set: found by coordinate ascent on 24,000 training pairs, for the area under the curve,
/// the recall at 5 % false alarms, and the recall at 1 % of names of several words; then the weight
/// of a transliteration was raised to where clusters of set-aside names came out best. A trained
/// model is to replace it.
public struct ComparisonWeights: Sendable {
  /// Log-odds before any evidence.
  public var prior = 0.0
  /// A whole equal word; multiplied by how telling the word is.
  public var equal = 1.53
  /// A spelling of likeness 1.
  public var spelling = 3.23
  /// Likeness from which two words of one script speak for the names.
  public var neutralSpelling = 0.79
  /// A transliteration of likeness 1.
  public var transliteration = 1.8
  /// Likeness from which two words of different scripts speak for the names.
  public var neutralTransliteration = 0.54
  /// Likeness at which two words of one script are a full conflict.
  public var strangeSpelling = 0.59
  /// Likeness at which two words of different scripts are a full conflict.
  public var strangeTransliteration = 0.37
  /// Case forms of one word.
  public var inflection = 2.93
  /// An initial that fits.
  public var initial = 2.0
  /// Nickname or cognate.
  public var nickname = 2.5
  /// Acronym of the other name's words.
  public var abbreviation = 2.5
  /// Listed as the same institution or place.
  public var translation = 4.4
  /// A word that only one name has.
  public var missing = -0.45
  /// An optional word (title, particle, legal form) that only one name has.
  public var optional = -0.02
  /// Two different words of one script in the same place.
  public var conflict = -2.8
  /// Share of a conflict that counts when the names have no word in common.
  public var unsharedConflict = 0.73
  /// Two words of different scripts that do not sound alike.
  public var foreignConflict = -4.95
  /// Different numbers or generation words.
  public var numberConflict = -4.0

  /// The shipped weights.
  public static let standard = ComparisonWeights()
}
