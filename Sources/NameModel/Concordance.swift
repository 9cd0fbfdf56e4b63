// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import TextBytes

/// Which terms mean the same: names of one place or body in many languages, words and their
/// translations, given names and their short forms.
///
///     let concordance = Concordance.standard
///     let greece = concordance.meanings(of: "yunanistan".utf8Span.span)
///     let hellas = concordance.meanings(of: "ελλαδα".utf8Span.span)
///     concordance.kinds(sharedBy: greece, hellas)   // .place
///
/// A term may have several meanings: Alex is short for Alexander and for Alexis, and Guinea is one
/// country in Danish and another in Spanish. Two terms agree when they share a meaning, so that
/// Alexander and Alexis, which share none, do not. Nothing is built at start-up.
public struct Concordance: Sendable {
  private let table: ConcordanceTableView

  /// The concordance that ships with the library.
  public static let standard = Concordance(table: .standard)

  /// What two terms can have in common.
  public struct Kinds: OptionSet, Sendable, Hashable {
    /// One bit a kind, in the order of `ConcordanceTable` in TableForge.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Ελλάδα and Yunanistan: one country, city or region.
    public static let place = Kinds(rawValue: 1 << 0)
    /// CHP and Republican People's Party: one body.
    public static let institution = Kinds(rawValue: 1 << 1)
    /// Bank and banka: a common word and its translation.
    public static let translation = Kinds(rawValue: 1 << 2)
    /// GmbH and Gesellschaft mit beschränkter Haftung: one legal form, or its usual rendering.
    public static let legalForm = Kinds(rawValue: 1 << 3)
    /// Junior and младший; II and the Second.
    public static let generation = Kinds(rawValue: 1 << 4)
    /// Bill and William: a given name, its spellings and its short forms.
    public static let nickname = Kinds(rawValue: 1 << 5)
    /// Giovanni and John: full forms of one name, spelled otherwise or in another language.
    ///
    /// Always beside `nickname`, and weaker: John is seldom Giovanni, but Bill is William.
    public static let cognate = Kinds(rawValue: 1 << 6)
  }

  /// The meanings of one term, as four bytes that a token can carry.
  ///
  /// Only the concordance that gave it can read it.
  public struct Meanings: Sendable, Hashable {
    /// Where the list of meanings begins in the table.
    let start: UInt32

    /// No meaning at all: most words.
    public static let none = Meanings(start: 0)

    /// Whether the term is unknown.
    public var isEmpty: Bool { start == 0 }
  }

  /// The meanings of a word or phrase.
  ///
  /// - Parameter key: The term in the `key` profile; punctuation is looked past as `TermHash` does.
  /// - Returns: `none` when the term is unknown.
  /// - Complexity: O(*n*) expected in the number of bytes; no allocation.
  public func meanings(of key: Span<UInt8>) -> Meanings {
    var hash = TermHash()
    hash.append(key)
    return meanings(of: hash)
  }

  /// The meanings of a phrase whose words have been hashed one after the other.
  ///
  /// - Complexity: O(1) expected; no allocation.
  public func meanings(of hash: TermHash) -> Meanings {
    hash.isEmpty ? .none : Meanings(start: table.listStart(hash.value))
  }

  /// What two terms have in common; empty when one of them is unknown.
  ///
  /// - Complexity: O(*a* + *b*) in the numbers of meanings, which are 1 or 2 as a rule.
  public func kinds(sharedBy a: Meanings, _ b: Meanings) -> Kinds {
    guard !a.isEmpty, !b.isEmpty else { return [] }
    var kinds: Kinds = []
    var (i, j) = (0, 0)
    let (countA, countB) = (meaningCount(a), meaningCount(b))
    while i < countA, j < countB {
      let (left, right) = (meaning(i, of: a), meaning(j, of: b))
      if left == right { kinds.insert(kind(ofMeaning: left)) }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    return kinds
  }

  /// Whether two terms each have a meaning of exactly one given kind and share none of it.
  ///
  /// So Niger is not Nigeria, and a GmbH is no AG. What only one of the terms says, or neither, is
  /// no contradiction.
  ///
  /// - Complexity: O(*a* + *b*) in the numbers of meanings.
  public func differ(_ a: Meanings, _ b: Meanings, in kind: Kinds) -> Bool {
    has(kind, a) && has(kind, b) && kinds(sharedBy: a, b).isDisjoint(with: kind)
  }

  private func has(_ kind: Kinds, _ meanings: Meanings) -> Bool {
    guard !meanings.isEmpty else { return false }
    for index in 0..<meaningCount(meanings)
    where kind.contains(self.kind(ofMeaning: meaning(index, of: meanings))) {
      return true
    }
    return false
  }

  /// How many meanings a term has.
  public func meaningCount(_ meanings: Meanings) -> Int { table.listWord(Int(meanings.start)) }

  /// Number of a term's meaning, in rising order: equal numbers are one meaning.
  public func meaning(_ index: Int, of meanings: Meanings) -> Int {
    table.listWord(Int(meanings.start) + 1 + index)
  }

  /// The kind of a meaning: a set of exactly one.
  public func kind(ofMeaning meaning: Int) -> Kinds {
    var bit = 0
    while meaning >= table.kindEnd(bit) { bit += 1 }
    return Kinds(rawValue: 1 << UInt8(bit))
  }

  /// Whether a term names a place.
  public func isPlace(_ meanings: Meanings) -> Bool { has(.place, meanings) }

  /// Whether a word is a common one of organizations' and places' names: bank, river, ministry.
  public func isCommonWord(_ meanings: Meanings) -> Bool { has(.translation, meanings) }

  /// Name of a meaning, such as `country-gr` or `William`.
  public func name(ofMeaning meaning: Int) -> String { table.name(meaning) }
}
