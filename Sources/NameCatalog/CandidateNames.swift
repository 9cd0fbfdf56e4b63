// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Gives an index's names as comparison takes them, without parsing them again.
///
/// Words are made from their records; those that many names share are kept.
struct CandidateNames {
  private var parser = NameParser()
  private var words: [NameToken?]
  private var numbers: [Int]

  /// Words that are kept, a power of two.
  private static let kept = 1 << 12

  init() {
    words = [NameToken?](repeating: nil, count: Self.kept)
    numbers = [Int](repeating: -1, count: Self.kept)
  }

  /// A name of the index.
  mutating func name(_ number: Int, of index: NameIndex) -> StructuredName {
    var tokens: [NameToken] = []
    var place = index.firstEntry(of: number)
    var entry: NameEntry
    repeat {
      entry = NameEntry(bits: index.entries[place])
      place += 1
      if !entry.isNone, entry.joined == 0 { tokens.append(token(entry, of: index)) }
    } while !entry.isLast
    let text = index.name(number)
    return parser.name(of: text.span, words: tokens, kind: index.kind(of: number))
  }

  private mutating func token(_ entry: NameEntry, of index: NameIndex) -> NameToken {
    let slot = entry.word & (Self.kept - 1)
    if numbers[slot] == entry.word, var token = words[slot] {
      token.role = entry.role
      return token
    }
    let word = index.word(entry.word)
    let token = NameToken(
      key: word.key, letters: word.letters, romanLetters: word.roman, script: word.script,
      role: entry.role, meanings: Concordance.standard.meanings(of: word.key.span))
    numbers[slot] = entry.word
    words[slot] = token
    return token
  }
}
