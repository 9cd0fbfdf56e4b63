// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel
internal import StringDistance
internal import TextNormalization

/// A word of a name, or neighbours read as one, as an index knows it.
struct IndexWord: Sendable {
  /// How a word counts in a name.
  enum Weight: UInt8, Sendable {
    /// Left out or added, it speaks against a name.
    case counted = 0
    /// Titles, particles, legal forms.
    case optional = 1
    /// A letter for a name.
    case initial = 2
  }

  var embedded: EmbeddedWord
  var key: [UInt8]
  var weight: Weight

  init(_ token: NameToken) {
    embedded = EmbeddedWord(token)
    key = token.key
    weight =
      switch token.role {
      case .initial: .initial
      case .particle, .honorific, .office, .legalForm: .optional
      case .name, .generation, .number: .counted
      }
  }

  init(joining words: some Sequence<IndexWord>) {
    embedded = EmbeddedWord(joining: words.lazy.map(\.embedded))
    key = words.flatMap(\.key)
    weight = .counted
  }

  /// Letters of its romanization, or of its own alphabet when it has none.
  var length: Int { embedded.roman.isEmpty ? embedded.letters.count : embedded.roman.count }

  /// Its first letter, romanized; 0 for none.
  var firstLetter: UInt8 { embedded.roman.first.map { UInt8(truncatingIfNeeded: $0) } ?? 0 }

  /// Bytes that are equal for words that are one to the index, and from which the word can be made
  /// again.
  var identity: [UInt8] {
    var bytes = [embedded.alphabet]
    for units in [embedded.letters, embedded.roman] {
      let kept = units.prefix(Int(UInt8.max))
      bytes.append(UInt8(kept.count))
      for unit in kept {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      }
    }
    return bytes + key
  }

  /// The word of an identity.
  init(identity: ArraySlice<UInt8>) {
    var rest = identity.dropFirst()
    func units() -> [UInt16] {
      let count = Int(rest.popFirst() ?? 0)
      return (0..<count).map { _ in
        UInt16(rest.popFirst() ?? 0) | UInt16(rest.popFirst() ?? 0) << 8
      }
    }
    let letters = units()
    embedded = EmbeddedWord(alphabet: identity.first ?? 0, letters: letters, roman: units())
    key = Array(rest)
    weight = .counted
  }
}

/// Which neighbours of a name are read as one word beside themselves.
///
/// `van der Bilt` is written `Vanderbilt`, `Jong-un` `Jongun`, `Abd al-Rahman` `Abdurrahman`: short
/// words join.
enum ShortJoins {
  /// Letters of a word that joins its neighbours.
  private static let shortWord = 3
  /// Letters of a join.
  private static let longest = 14
  /// Words of a name above which nothing is joined.
  private static let mostWords = 8

  /// Whether a word makes a stretch that it stands in short.
  static func isShort(_ word: IndexWord) -> Bool { word.length <= shortWord }

  /// Calls back with each stretch of two or three words to be joined, by the place of its end.
  static func forEach(_ words: [IndexWord], _ body: (Range<Int>) -> Void) {
    guard (2...mostWords).contains(words.count) else { return }
    for end in 2...words.count {
      for size in 2...3 where size <= end {
        let range = end - size..<end
        var letters = 0
        var short = 0
        for word in words[range] {
          letters += word.length
          if word.length <= shortWord { short += 1 }
        }
        if letters <= longest, short >= size - 1 { body(range) }
      }
    }
  }
}
