// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// The names of an index, or of its changes, by the words they begin with.
///
/// Nothing is built beforehand: the postings of the index say which names two words share, and what
/// was found is remembered.
struct CatalogSequences {
  /// A name as a row of words that a text must have.
  struct Sequence {
    var name: UInt32
    /// All must stand in the text, in this order.
    var words: [UInt32]
    /// The legal form behind them, which the text may leave out.
    var tail: [UInt32]
  }

  let index: NameIndex
  private var ofPairs: [UInt64: [Sequence]] = [:]
  private var ofWords: [UInt32: [Sequence]] = [:]

  /// What is remembered is forgotten when there is more of it than this.
  private static let capacity = 200_000
  /// Words of a name that may stand in turned order.
  private static let turnedWords = 2...4

  init(_ index: NameIndex) { self.index = index }

  /// Forgets what is too much; not to be called inside a text.
  mutating func beginText() {
    if ofPairs.count > Self.capacity { ofPairs.removeAll() }
    if ofWords.count > Self.capacity { ofWords.removeAll() }
  }

  /// Names that are one word.
  ///
  /// - Complexity: O(*p*) in the names that have the word, once.
  mutating func names(of word: UInt32) -> [Sequence] {
    if let known = ofWords[word] { return known }
    var found: [Sequence] = []
    for place in index.postingEnds.range(Int(word)) {
      let sequence = sequence(of: index.postings[place])
      if sequence.words == [word], index.holds(Int(sequence.name), of: nil) {
        found.append(sequence)
      }
    }
    ofWords[word] = found
    return found
  }

  /// Names that begin with two words; a person's name also where it begins elsewhere in the row, as
  /// the family name may come first or last.
  ///
  /// - Complexity: O(*p* log *q*) in the names of the rarer and the commoner word, once.
  mutating func names(beginning first: UInt32, _ second: UInt32) -> [Sequence] {
    let pair = UInt64(first) << 32 | UInt64(second)
    if let known = ofPairs[pair] { return known }
    var found: [Sequence] = []
    let (a, b) = (index.postingEnds.range(Int(first)), index.postingEnds.range(Int(second)))
    let (rare, common) = a.count <= b.count ? (a, b) : (b, a)
    var last: UInt32?
    for place in rare {
      let name = index.postings[place]
      // A word that a name has twice is posted twice.
      guard name != last, holds(name, in: common), index.holds(Int(name), of: nil) else { continue }
      last = name
      var sequence = sequence(of: name)
      guard let start = start(of: first, second, in: sequence) else { continue }
      if start > 0 {
        sequence.words = Array(sequence.words[start...] + sequence.words[..<start])
        sequence.tail = []
      }
      found.append(sequence)
    }
    ofPairs[pair] = found
    return found
  }

  private func holds(_ name: UInt32, in postings: Range<Int>) -> Bool {
    var (low, high) = (postings.lowerBound, postings.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if index.postings[middle] < name { low = middle + 1 } else { high = middle }
    }
    return low < postings.upperBound && index.postings[low] == name
  }

  /// Where two words stand side by side, the last word of a row being followed by the first.
  private func start(of first: UInt32, _ second: UInt32, in sequence: Sequence) -> Int? {
    let words = sequence.words
    guard words.count > 1 else { return nil }
    if words[0] == first, words[1] == second { return 0 }
    let kind = index.kind(of: Int(sequence.name))
    guard kind == nil || kind == .person, Self.turnedWords.contains(words.count) else { return nil }
    return (1..<words.count).first {
      words[$0] == first && words[($0 + 1) % words.count] == second
    }
  }

  /// A name's words without titles in front; the legal form at the end apart.
  private func sequence(of name: UInt32) -> Sequence {
    var entries: [NameEntry] = []
    var place = index.firstEntry(of: Int(name))
    var entry: NameEntry
    repeat {
      entry = NameEntry(bits: index.entries[place])
      place += 1
      if entry.joined == 0, !entry.isNone { entries.append(entry) }
    } while !entry.isLast
    var words = entries[...]
    while words.count > 1, let first = words.first, [.honorific, .office].contains(first.role) {
      words = words.dropFirst()
    }
    var tail: [UInt32] = []
    while words.count > 1, let last = words.last, last.role == .legalForm {
      tail.insert(UInt32(last.word), at: 0)
      words = words.dropLast()
    }
    return Sequence(name: name, words: words.map { UInt32($0.word) }, tail: tail)
  }
}
