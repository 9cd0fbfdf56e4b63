// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel
internal import StringDistance
internal import TextNormalization

/// A word of a name, or neighbours read as one, as an index knows it.
struct IndexWord: Sendable, Equatable {
  var script: Script
  var key: [UInt8]
  /// The letters that the learned aligner reads; empty for a number.
  var letters: [UInt16]
  /// Letters a–z of the romanization.
  var roman: [UInt16]
  /// Whether it is neighbours that the name writes apart.
  var isJoined = false

  init(script: Script, key: [UInt8], letters: [UInt16], roman: [UInt16]) {
    self.script = script
    self.key = key
    self.letters = letters
    self.roman = roman
  }

  init(_ token: borrowing NameToken) {
    self.init(
      script: token.script, key: token.key, letters: token.letters, roman: token.romanLetters)
  }

  init(joining words: some Sequence<IndexWord>) {
    self.init(script: .common, key: [], letters: [], roman: [])
    for word in words {
      if letters.isEmpty { script = word.script }
      key += word.key
      letters += word.letters
      roman += word.roman
    }
    isJoined = true
  }

  /// What its vector is made of; a word without letters (a number) is read by its key.
  var embedded: EmbeddedWord {
    EmbeddedWord(
      alphabet: NameLetters.alphabet(of: script),
      letters: letters.isEmpty ? key.map { UInt16($0) } : letters, roman: roman)
  }

  /// Letters of its romanization, or of its own alphabet when it has none.
  var length: Int {
    if !roman.isEmpty { return roman.count }
    return letters.isEmpty ? key.count : letters.count
  }

  /// Its first letter, romanized; 0 for none.
  var firstLetter: UInt8 { roman.first.map { UInt8(truncatingIfNeeded: $0) } ?? 0 }
}

/// How a word counts in a name.
enum WordWeight {
  /// Left out or added, it speaks against a name.
  case counted
  /// Titles, particles, legal forms.
  case optional
  /// A letter for a name.
  case initial

  init(_ role: NameToken.Role) {
    self =
      switch role {
      case .initial: .initial
      case .particle, .honorific, .office, .legalForm: .optional
      case .name, .generation, .number: .counted
      }
  }
}
