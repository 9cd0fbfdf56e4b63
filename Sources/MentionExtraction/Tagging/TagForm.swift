// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextNormalization

/// How a unit of text is written, as far as it says something about names.
enum TagForm: UInt8 {
  /// Nothing: before the first and behind the last unit of a line.
  case edge
  case lower, title, upper, initial, mixed
  /// A word of a script without letter case.
  case uncased
  case number, apostrophe, hyphen, sign
  /// An ending that an apostrophe sets off; never part of a name.
  case ending
  /// One character, or one dictionary word, of a script without spaces.
  case han, hiragana, katakana, hangul, syllables

  init(_ word: Article.Word) {
    switch word.kind {
    case .word where word.isSuffix: self = .ending
    case .word:
      switch word.shape {
      case .lower: self = .lower
      case .title: self = .title
      case .upper: self = .upper
      case .initial: self = .initial
      case .mixed: self = .mixed
      case .uncased: self = .uncased
      }
    case .number: self = .number
    case .apostrophe: self = .apostrophe
    case .hyphen: self = .hyphen
    case .sign, .lineBreak: self = .sign
    }
  }

  /// Form of one character of a script that is read character by character.
  init(letterOf script: Script) {
    switch script {
    case .han: self = .han
    case .hiragana: self = .hiragana
    case .katakana: self = .katakana
    case .hangul: self = .hangul
    case .common, .inherited: self = .number
    default: self = .syllables
    }
  }

  var isCapitalized: Bool {
    switch self {
    case .title, .upper, .initial, .mixed: true
    default: false
    }
  }

  /// Whether the unit is a piece of a word rather than a word.
  var isDense: Bool { rawValue >= TagForm.han.rawValue }
}
