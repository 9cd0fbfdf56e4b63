// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
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
  var script: Script

  init(_ word: InternedWord, at position: Int) {
    information = word.information
    self.position = position
    joined = 0
    letters = Int(word.romanCount)
    role = word.role
    isOptional = word.isOptional
    isCommon = word.isCommon
    isKnownName = word.isKnownName
    firstLetter = word.firstLetter
    script = word.script
  }

  /// Neighbours as one word.
  init(_ name: InternedName, joining mask: UInt32, of names: borrowing InternedNames) {
    information = 0
    position = mask.trailingZeroBitCount
    joined = mask
    letters = 0
    for position in 0..<name.count where mask >> UInt32(position) & 1 == 1 {
      let word = names.words[names.word(position, of: name)]
      letters += Int(word.romanCount)
      information += word.information
    }
    role = .name
    isOptional = false
    isCommon = false
    isKnownName = false
    let first = names.words[names.word(position, of: name)]
    firstLetter = first.firstLetter
    script = first.script
  }

  /// Positions of the words that it covers, rising.
  var positions: [Int] {
    joined == 0 ? [position] : (0..<32).filter { joined >> UInt32($0) & 1 == 1 }
  }
}
