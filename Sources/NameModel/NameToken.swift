// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import TextNormalization

/// One word of a name, with what comparison needs of it.
public struct NameToken: Sendable, Equatable {
  /// What part a word plays in a name.
  public enum Role: String, Sendable {
    /// A given name, surname, or word of an organization's or place's name.
    case name
    /// A single letter that stands for a name.
    case initial
    /// `van`, `bin`, `de`: part of the name that spellings drop, join or lower-case.
    case particle
    /// `Mr`, `Sayın`, `Dr`.
    case honorific
    /// An office: `President`, `канцлер`.
    case office
    /// `Jr.`, `III`: tells a father from a son.
    case generation
    /// `GmbH`, `A.Ş.`
    case legalForm
    /// Digits: `Fund 5` is not `Fund 8`.
    case number

    /// A number of its own for each role.
    package var code: UInt8 {
      switch self {
      case .name: 0
      case .initial: 1
      case .particle: 2
      case .honorific: 3
      case .office: 4
      case .generation: 5
      case .legalForm: 6
      case .number: 7
      }
    }

    private static let byCode: [Role] = [
      .name, .initial, .particle, .honorific, .office, .generation, .legalForm, .number,
    ]

    /// The role of a number; nil for other numbers.
    package init?(code: UInt8) {
      guard code < Self.byCode.count else { return nil }
      self = Self.byCode[Int(code)]
    }
  }

  /// UTF-8 bytes of the original name.
  public var range: Range<Int>
  /// The word in the `key` profile.
  public var key: [UInt8]
  /// The word romanized in ASCII.
  public var roman: [UInt8]
  /// The letters that the learned aligner reads.
  public var letters: [UInt16]
  /// Letters a–z of the romanization: the measure of a word's length in every script.
  public var romanLetters: [UInt16]
  /// Script of its first letter.
  public var script: Script
  /// What part it plays.
  public var role: Role
  /// Whether it is bound to the word before it by a hyphen or by nothing at all.
  public var isJoined: Bool
  /// What the word means: short forms, translations, legal forms.
  public var meanings: Concordance.Meanings
  /// Whether the word is a common name by itself: Angela and Angelo are two, and neither is the
  /// other misspelt.
  public var isKnownName: Bool

  /// Creates a word from its parts, where no text is at hand.
  public init(
    key: [UInt8], letters: [UInt16], romanLetters: [UInt16], script: Script, role: Role,
    meanings: Concordance.Meanings
  ) {
    self.init(
      range: 0..<0, key: key, roman: romanLetters.map { UInt8(truncatingIfNeeded: $0) },
      letters: letters, romanLetters: romanLetters, script: script, role: role, isJoined: false,
      meanings: meanings, isKnownName: Lexicon.standard.classes(of: key.span).contains(.givenName))
  }

  init(
    range: Range<Int>, key: [UInt8], roman: [UInt8], letters: [UInt16], romanLetters: [UInt16],
    script: Script, role: Role, isJoined: Bool, meanings: Concordance.Meanings, isKnownName: Bool
  ) {
    self.range = range
    self.key = key
    self.roman = roman
    self.letters = letters
    self.romanLetters = romanLetters
    self.script = script
    self.role = role
    self.isJoined = isJoined
    self.meanings = meanings
    self.isKnownName = isKnownName
  }

  /// Whether a name may lack the word without being another name.
  public var isOptional: Bool {
    switch role {
    case .honorific, .office, .legalForm, .particle: true
    case .name, .initial, .generation, .number: false
    }
  }
}
