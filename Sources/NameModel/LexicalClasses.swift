// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a word or phrase can be, as the lexicons say; one term may be several things.
public struct LexicalClasses: OptionSet, Sendable, Hashable {
  /// One bit a class, in the order of the lexicon files.
  public let rawValue: UInt16

  /// Creates a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Mr, Sayın, Herr, 氏: a form of address.
  public static let honorific = LexicalClasses(rawValue: 1 << 0)
  /// President, Başbakan, 대통령: an office or occupation.
  public static let role = LexicalClasses(rawValue: 1 << 1)
  /// De, van, bin: a small word inside a name.
  public static let particle = LexicalClasses(rawValue: 1 << 2)
  /// Jr., II, the Elder: tells generations apart.
  public static let generation = LexicalClasses(rawValue: 1 << 3)
  /// GmbH, A.Ş.: the legal form of a company.
  public static let legalForm = LexicalClasses(rawValue: 1 << 4)
  /// Party, Bakanlığı, 党: the head word of a body's name.
  public static let orgWord = LexicalClasses(rawValue: 1 << 5)
  /// City, nehri, 省: a kind of place.
  public static let placeWord = LexicalClasses(rawValue: 1 << 6)
  /// CHP, United Nations: the name of a body.
  public static let institution = LexicalClasses(rawValue: 1 << 7)
  /// Ankara, Россия: the name of a place.
  public static let place = LexicalClasses(rawValue: 1 << 8)
  /// Mehmet, Ольга; also the family names of languages that write them first.
  public static let givenName = LexicalClasses(rawValue: 1 << 9)
  /// Bob, Саша: a familiar form of a given name.
  public static let nickname = LexicalClasses(rawValue: 1 << 10)
  /// The, bir, und: a frequent word that is no name.
  public static let functionWord = LexicalClasses(rawValue: 1 << 11)
  /// Turkish, Monday, Mayıs: capitalised in some languages, but no name.
  public static let demonym = LexicalClasses(rawValue: 1 << 12)
}

/// On which side of a word the name stands that it belongs to.
public enum LexicalSide: UInt8, Sendable {
  /// The lexicon does not say.
  case unknown
  /// The name stands before the word, as before 大統領.
  case before
  /// The name stands after the word, as after President.
  case after
  /// Either.
  case both
  /// The word opens the phrase: Bank of …, Partido …
  case first
  /// The word closes the phrase: … Partisi, … Bank.
  case last
  /// The term is a family name.
  case family
}
