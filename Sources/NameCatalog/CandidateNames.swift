// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel

/// Interns an index's names for comparison without parsing them again.
///
/// Words are made from their records when they are first met; their numbers are kept.
struct CandidateNames {
  private var parser = NameParser()
  private var known: [KnownWord]
  private var words: [UInt32] = []

  /// A word of the index in a role, and its number among the interned ones.
  private struct KnownWord {
    var entry: UInt32
    var number: UInt32
    /// Letters of its romanization.
    var letters: UInt32
    static let none = KnownWord(entry: .max, number: 0, letters: 0)
  }

  /// A name that was interned.
  struct Name {
    var number: Int
    /// Letters of its romanization.
    var letters: Int
  }

  /// Words that are kept, a power of two.
  private static let kept = 1 << 13

  init() { known = [KnownWord](repeating: .none, count: Self.kept) }

  /// Forgets all words, because the interned ones were.
  mutating func forgetWords() {
    for slot in known.indices { known[slot] = .none }
  }

  /// Interns a name of the index.
  mutating func intern(
    _ number: Int, of index: NameIndex, into names: inout InternedNames
  ) -> Name {
    words.removeAll(keepingCapacity: true)
    var letters = 0
    var place = index.firstEntry(of: number)
    var entry: NameEntry
    repeat {
      entry = NameEntry(bits: index.entries[place])
      place += 1
      if entry.isNone || entry.joined > 0 { continue }
      let word = word(entry, of: index, &names)
      words.append(word.number)
      letters += Int(word.letters)
    } while !entry.isLast
    let text = index.name(number)
    let name = parser.name(of: text.span, words: [], kind: index.kind(of: number))
    return Name(number: names.add(name, words: words), letters: letters)
  }

  private mutating func word(
    _ entry: NameEntry, of index: NameIndex, _ names: inout InternedNames
  ) -> KnownWord {
    let bits = entry.wordAndRole
    let slot = Int(bits &* 0x9E37_79B1 >> 7) & (Self.kept - 1)
    if known[slot].entry == bits { return known[slot] }
    let word = index.word(entry.word)
    let token = NameToken(
      key: word.key, letters: word.letters, romanLetters: word.roman, script: word.script,
      role: entry.role, meanings: Concordance.standard.meanings(of: word.key.span))
    known[slot] = KnownWord(
      entry: bits, number: UInt32(names.word(of: token)), letters: UInt32(word.roman.count))
    return known[slot]
  }
}
