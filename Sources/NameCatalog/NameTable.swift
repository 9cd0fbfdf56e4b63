// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
public import TextNormalization

/// Many names in little memory: each distinct word is kept once, a name is a row of words.
///
/// Names with one match key and one kind are one name here. Words and names are numbered by hashes
/// of what they are, so that the numbers depend on the set of names alone, not on their order. A
/// word takes its bytes and eight more, a name four for each word, its key and 17 more.
public struct NameTable: Sendable {
  /// A role's code and a record (`WordRecord`) for each distinct word, end to end.
  private let wordRecords: [UInt8]
  private let wordEnds: [Int]
  private let rows: [UInt32]
  private let rowEnds: [Int]
  /// A kind's code and a match key for each name, end to end.
  private let identities: [UInt8]
  private let identityEnds: [Int]

  /// Creates a table from its parts.
  init(
    wordRecords: [UInt8], wordEnds: [Int], rows: [UInt32], rowEnds: [Int], identities: [UInt8],
    identityEnds: [Int]
  ) {
    self.wordRecords = wordRecords
    self.wordEnds = wordEnds
    self.rows = rows
    self.rowEnds = rowEnds
    self.identities = identities
    self.identityEnds = identityEnds
  }

  /// Number of names.
  public var count: Int { rowEnds.count }

  /// Number of distinct words.
  public var wordCount: Int { wordEnds.count }

  private func codeAndRecord(of word: Int) -> ArraySlice<UInt8> {
    wordRecords[(word == 0 ? 0 : wordEnds[word - 1])..<wordEnds[word]]
  }

  /// A word's record.
  func record(of word: Int) -> ArraySlice<UInt8> { codeAndRecord(of: word).dropFirst() }

  /// A word as the index knows it.
  func word(_ word: Int) -> IndexWord { WordRecord.word(record(of: word)) }

  /// What part a word plays.
  func role(of word: Int) -> NameToken.Role {
    codeAndRecord(of: word).first.flatMap { NameToken.Role(code: $0) } ?? .name
  }

  /// Script of a word's first letter.
  public func script(of word: Int) -> Script { WordRecord.script(record(of: word)) }

  /// Whether a name may lack a word without being another name.
  public func isOptional(_ word: Int) -> Bool { WordWeight(role(of: word)) == .optional }

  /// A word as comparison takes it.
  public func token(_ number: Int) -> NameToken {
    let word = word(number)
    return NameToken(
      key: word.key, letters: word.letters, romanLetters: word.roman, script: word.script,
      role: role(of: number), meanings: Concordance.standard.meanings(of: word.key.span))
  }

  /// Numbers of a name's words, in order.
  public func words(of name: Int) -> ArraySlice<UInt32> {
    rows[(name == 0 ? 0 : rowEnds[name - 1])..<rowEnds[name]]
  }

  private func identity(of name: Int) -> ArraySlice<UInt8> {
    identities[(name == 0 ? 0 : identityEnds[name - 1])..<identityEnds[name]]
  }

  /// A name's match key.
  public func key(of name: Int) -> ArraySlice<UInt8> { identity(of: name).dropFirst() }

  /// What a name is said to name, if known.
  public func kind(of name: Int) -> NameKind? {
    identity(of: name).first.flatMap { KindCode.kind(of: $0) }
  }
}
