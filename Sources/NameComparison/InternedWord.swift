// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// What comparison needs of a word, without memory of its own.
struct InternedWord: Sendable {
  let keyHash: UInt64
  /// How surprising the word is, in nats.
  let information: Double
  /// Where its key and its letters begin; the letters of the romanization follow its own.
  let keyStart: UInt32
  let letterStart: UInt32
  let keyCount: UInt32
  let letterCount: UInt32
  let romanCount: UInt32
  let meanings: Concordance.Meanings
  let script: Script
  let role: NameToken.Role
  let isOptional: Bool
  /// Whether it is a common word of organizations' and places' names.
  let isCommon: Bool
  /// Whether it is a common name by itself.
  let isKnownName: Bool
  /// Its first letter in its own script; 0 when it has none.
  let firstLetter: UInt16

  init(_ token: borrowing NameToken, key: Int, letters: Int, information: Double) {
    keyHash = ByteHash.hash(token.key.span)
    self.information = information
    keyStart = UInt32(key)
    letterStart = UInt32(letters)
    keyCount = UInt32(token.key.count)
    letterCount = UInt32(token.letters.count)
    romanCount = UInt32(token.romanLetters.count)
    meanings = token.meanings
    script = token.script
    role = token.role
    isOptional = token.isOptional
    isCommon = !token.meanings.isEmpty && Concordance.standard.isCommonWord(token.meanings)
    isKnownName = token.isKnownName
    firstLetter = token.letters.first ?? 0
  }

  /// Number of its alphabet.
  var alphabet: UInt8 { NameLetters.alphabet(of: script) }
}

/// What comparison needs of a name, without memory of its own.
struct InternedName: Sendable {
  let keyHash: UInt64
  /// Place of its first word.
  let start: UInt32
  let count: Int
  let meanings: Concordance.Meanings
  let kind: NameKind?
  let hasKey: Bool
  /// Whether it is one word in capitals: MBS.
  let isInCapitals: Bool

  /// A name of which only the key is known.
  init(entries: Range<Int>, kind: NameKind?, key: Span<UInt8>) {
    keyHash = ByteHash.hash(key)
    start = UInt32(entries.lowerBound)
    count = entries.count
    meanings = Concordance.standard.meanings(of: key)
    self.kind = kind
    hasKey = !key.isEmpty
    isInCapitals = false
  }

  init(_ name: borrowing StructuredName, entries: Range<Int>) {
    keyHash = ByteHash.hash(name.key.span)
    start = UInt32(entries.lowerBound)
    count = entries.count
    meanings = name.meanings
    kind = name.kind
    hasKey = !name.key.isEmpty
    isInCapitals =
      name.tokens.count == 1 && name.tokens[0].roman.allSatisfy { (0x41...0x5A).contains($0) }
  }
}

/// What the aligner reads of a word.
struct SpelledWord: ~Escapable {
  /// Tells the word from others of the same names; -1 for one that is not met again.
  let number: Int
  let alphabet: UInt8
  let letters: Span<UInt16>
  /// Letters a–z of its romanization.
  let roman: Span<UInt16>

  @_lifetime(copy letters, copy roman)
  init(number: Int, alphabet: UInt8, letters: Span<UInt16>, roman: Span<UInt16>) {
    self.number = number
    self.alphabet = alphabet
    self.letters = letters
    self.roman = roman
  }
}
