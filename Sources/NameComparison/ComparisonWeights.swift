// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What each relation adds to the log-odds that two names are the same.
///
/// A first set: the order of magnitude comes from how often each relation stands in true and in
/// false pairs; a trained model is to replace it.
public struct ComparisonWeights: Sendable {
  /// Log-odds before any evidence.
  public var prior = -2.2
  /// A whole equal word; multiplied by how telling the word is.
  public var equal = 3.4
  /// Spelling, transliteration: contribution at likeness 1 …
  public var alike = 3.2
  /// … and likeness at which a pair says nothing, same script …
  public var neutralSpelling = 0.78
  /// … and across scripts.
  public var neutralTransliteration = 0.66
  /// Case forms of one word.
  public var inflection = 2.2
  /// An initial that fits.
  public var initial = 0.6
  /// Nickname or cognate.
  public var nickname = 2.0
  /// Acronym of the other name's words.
  public var abbreviation = 2.4
  /// Listed as the same institution or place.
  public var translation = 5.0
  /// A word that only one name has.
  public var missing = -0.9
  /// An optional word (title, particle, legal form) that only one name has.
  public var optional = -0.1
  /// Two different words in the same place.
  public var conflict = -4.0
  /// Different numbers or generation words.
  public var numberConflict = -6.0

  /// The shipped weights.
  public static let standard = ComparisonWeights()
}
