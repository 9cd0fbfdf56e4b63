// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// A word of a name, or neighbours that the other name writes as one.
struct NameUnit {
  /// Position of the word; of neighbours, of the first of them.
  var position: Int
  /// Positions of joined words as bits; 0 for a single word.
  var joined: UInt32
  /// Letters of the romanization.
  var letters: Int
  /// How surprising the word is, in nats.
  var information: Double
  var role: NameToken.Role
  var isOptional: Bool
  /// Whether it is a common word of organizations' and places' names.
  var isCommon: Bool
  /// Whether it is a common name by itself.
  var isKnownName: Bool
  /// Its first letter in its own script; 0 when it has none.
  var firstLetter: UInt16
  /// Whether a hyphen, or nothing, binds it to the word before.
  var isBound: Bool
  var script: Script

  init(_ token: borrowing NameToken, at position: Int, _ rarity: LetterRarity) {
    information = rarity.information(of: token.romanLetters)
    self.position = position
    joined = 0
    letters = token.romanLetters.count
    role = token.role
    isOptional = token.isOptional
    isCommon =
      !token.meanings.isEmpty && Concordance.standard.isCommonWord(token.meanings)
    isKnownName = token.isKnownName
    isBound = token.isJoined
    firstLetter = token.letters.first ?? 0
    script = token.script
  }

  /// Neighbours as one word.
  init(_ name: borrowing StructuredName, joining mask: UInt32, _ rarity: LetterRarity) {
    information = 0
    position = mask.trailingZeroBitCount
    joined = mask
    letters = 0
    for position in 0..<name.tokens.count where mask >> UInt32(position) & 1 == 1 {
      letters += name.tokens[position].romanLetters.count
      information += rarity.information(of: name.tokens[position].romanLetters)
    }
    role = .name
    isOptional = false
    isCommon = false
    isKnownName = false
    isBound = false
    firstLetter = name.tokens[position].letters.first ?? 0
    script = name.tokens[position].script
  }

  /// Positions of the words that it covers, rising.
  var positions: [Int] {
    joined == 0 ? [position] : (0..<32).filter { joined >> UInt32($0) & 1 == 1 }
  }
}
