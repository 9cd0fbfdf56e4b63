// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel

/// Many names in little memory: each distinct word is kept once, a name is a row of words.
///
/// Names with one match key and one kind are one name here. Words and names are numbered by hashes
/// of what they are, so that the numbers depend on the set of names alone, not on their order.
public struct NameTable: Sendable {
  /// Distinct words, without where they stand in a name's text.
  public private(set) var words: [NameToken]
  private let rows: [UInt32]
  private let rowEnds: [Int]
  /// A kind's code and a match key for each name, end to end.
  private let identities: [UInt8]
  private let identityEnds: [Int]
  private let mixed: [Bool]

  /// Creates a table from its parts.
  init(
    words: [NameToken], rows: [UInt32], rowEnds: [Int], identities: [UInt8], identityEnds: [Int],
    mixed: [Bool]
  ) {
    self.words = words
    self.rows = rows
    self.rowEnds = rowEnds
    self.identities = identities
    self.identityEnds = identityEnds
    self.mixed = mixed
  }

  /// Number of names.
  public var count: Int { rowEnds.count }

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

  /// A name as comparison takes it.
  ///
  /// - Complexity: O(*w* + *k*) in its words and the bytes of its key.
  public subscript(name: Int) -> StructuredName {
    let key = Array(key(of: name))
    return StructuredName(
      kind: kind(of: name), tokens: words(of: name).map { words[Int($0)] }, key: key,
      meanings: Concordance.standard.meanings(of: key.span), hasMixedScripts: mixed[name])
  }
}
