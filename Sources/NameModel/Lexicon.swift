// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import TextNormalization

/// Words and names that the engine knows: roles, particles, bodies, places, given names.
///
///     let entry = Lexicon.standard.entry(of: "cumhuriyet halk partisi".utf8Span.span)
///     entry?.classes(in: .all)   // [.institution]
///
/// Keys are in the `key` profile, with single spaces in place of hyphens and without full stops
/// and inner quotation marks. Nothing is built at start-up: the table is read where it lies.
public struct Lexicon: Sendable {
  let table: LexiconTableView

  /// The lexicon that ships with the library.
  public static let standard = Lexicon(table: .standard)

  /// Some of the languages that the lexicon knows, or all.
  public struct Languages: Sendable, Hashable {
    /// One bit a language.
    public let bits: UInt64

    /// Creates a set from its bits.
    public init(bits: UInt64) { self.bits = bits }

    /// Every language.
    public static let all = Languages(bits: .max)

    /// The languages of both sets.
    public func union(_ other: Languages) -> Languages { Languages(bits: bits | other.bits) }
  }

  /// The set of one language; every language when the tag is nil or the lexicon has no such rows.
  public func languages(_ tag: LanguageTag?) -> Languages {
    guard let tag, let bit = table.languageBit(tag.language) else { return .all }
    return Languages(bits: 1 << UInt64(bit))
  }

  /// Codes of the languages, by bit number.
  public var languageCodes: [String] { table.languageCodes }

  /// What the lexicon knows about one key.
  public struct Entry: Sendable {
    let table: LexiconTableView
    let firstSense: Int
    let senseCount: Int
    /// Whether a longer key begins with this one.
    public let isPrefix: Bool

    /// Whether the key itself is a term, not only the beginning of one.
    public var isTerm: Bool { senseCount > 0 }

    /// What the term can be in the given languages.
    public func classes(in languages: Languages) -> LexicalClasses {
      var classes: LexicalClasses = []
      for sense in firstSense..<firstSense + senseCount {
        let own = table.languages(ofSense: sense)
        if own == 0 || own & languages.bits != 0 {
          classes.insert(LexicalClasses(rawValue: 1 << UInt16(table.kind(ofSense: sense))))
        }
      }
      return classes
    }

    /// Number of the group that joins the names of one thing, nil when the term has none.
    public func group(in kind: LexicalClasses) -> Int? {
      for sense in firstSense..<firstSense + senseCount
      where kind.contains(LexicalClasses(rawValue: 1 << UInt16(table.kind(ofSense: sense)))) {
        let group = table.group(ofSense: sense)
        if group > 0 { return group - 1 }
      }
      return nil
    }

    /// On which side the name stands, for a role, a form of address or an organisation's word.
    public func side(in kind: LexicalClasses, languages: Languages = .all) -> LexicalSide {
      for sense in firstSense..<firstSense + senseCount
      where kind.contains(LexicalClasses(rawValue: 1 << UInt16(table.kind(ofSense: sense)))) {
        let own = table.languages(ofSense: sense)
        guard own == 0 || own & languages.bits != 0 else { continue }
        if let side = LexicalSide(rawValue: table.side(ofSense: sense)), side != .unknown {
          return side
        }
      }
      return .unknown
    }

    /// The languages in which the term is of a class.
    public func languages(of kind: LexicalClasses) -> Languages {
      var bits: UInt64 = 0
      for sense in firstSense..<firstSense + senseCount
      where kind.contains(LexicalClasses(rawValue: 1 << UInt16(table.kind(ofSense: sense)))) {
        let own = table.languages(ofSense: sense)
        bits |= own == 0 ? .max : own
      }
      return Languages(bits: bits)
    }
  }

  /// Looks a key up.
  ///
  /// - Parameter key: A word or phrase in the `key` profile.
  /// - Returns: nil when the lexicon knows neither the key nor a longer one that begins with it.
  /// - Complexity: O(*n*) expected in the number of bytes; no allocation.
  public func entry(of key: Span<UInt8>) -> Entry? { table.find(key) }

  /// What a key can be in the given languages; empty when it is unknown.
  public func classes(of key: Span<UInt8>, in languages: Languages = .all) -> LexicalClasses {
    entry(of: key)?.classes(in: languages) ?? []
  }

  /// Number of the group that joins the names of one thing.
  ///
  /// - Parameters:
  ///   - key: A word or phrase in the `key` profile.
  ///   - kind: The class whose groups are asked for: institution, place or nickname.
  /// - Returns: nil when the term has no group.
  public func group(of key: Span<UInt8>, in kind: LexicalClasses) -> Int? {
    entry(of: key)?.group(in: kind)
  }

  /// Name of a group, such as `republican-peoples-party` or `country-tr`.
  public func groupName(_ group: Int) -> String { table.groupName(group) }
}
