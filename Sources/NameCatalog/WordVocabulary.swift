// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextBytes
internal import TextNormalization

/// The words of a table of names, and joins and parts of words, as they are joined with others.
///
/// Names are rows of entries (`NameEntry`): words, and behind them the joins of short neighbours
/// that end there. Short words of a script without spaces have parts besides, which only find:
/// `习近平` has 习 and 近平, for Xi Jinping.
struct WordVocabulary: Sendable {
  /// A word without spaces taken apart in two.
  struct Parts: Sendable {
    /// Characters before the cut.
    var cut: UInt8
    var first: UInt32
    var second: UInt32
  }

  /// Words by number; those from `storedCount` on stand in no name by themselves.
  private(set) var words: [IndexWord] = []
  private(set) var storedCount = 0
  /// Entries of each name.
  private(set) var entries: [UInt32] = []
  private(set) var entryEnds: [Int] = []
  /// Parts of words that have some.
  private(set) var parts: [UInt32: [Parts]] = [:]
  private var numbers = ByteInterner()

  /// Characters of a word that is taken apart.
  static let splitLengths = 2...4

  init(_ table: NameTable) {
    // Words of the table are distinct by more than their letters.
    let own = table.words.map { IndexWord($0) }
    var wordNumbers: [UInt32] = []
    wordNumbers.reserveCapacity(own.count)
    for word in own { wordNumbers.append(number(of: word)) }
    let roles = table.words.map(\.role)
    for name in 0..<table.count {
      append(table.words(of: name), own, roles, wordNumbers)
    }
    storedCount = words.count
    addParts()
    numbers = ByteInterner()
  }

  func entries(of name: Int) -> Range<Int> {
    (name == 0 ? 0 : entryEnds[name - 1])..<entryEnds[name]
  }

  /// Number of a word; neighbours joined are the word that another name writes.
  private mutating func number(of word: IndexWord) -> UInt32 {
    var word = word
    word.isJoined = false
    var record: [UInt8] = []
    WordRecord.append(word, to: &record)
    let number = numbers.intern(record.span)
    if number == words.count { words.append(word) }
    return UInt32(number)
  }

  private mutating func append(
    _ row: ArraySlice<UInt32>, _ own: [IndexWord], _ roles: [NameToken.Role],
    _ wordNumbers: [UInt32]
  ) {
    // Where there are titles alone they are the name.
    let hasCounted = row.contains { WordWeight(roles[Int($0)]) == .counted }
    var joins: [(range: Range<Int>, number: UInt32)] = []
    if row.count > 1, row.contains(where: { ShortJoins.isShort(own[Int($0)].length) }) {
      let parts = row.map { own[Int($0)] }
      var ranges: [Range<Int>] = []
      ShortJoins.forEach(parts.count, { parts[$0].length }, { ranges.append($0) })
      for range in ranges { joins.append((range, number(of: IndexWord(joining: parts[range])))) }
    }
    for (place, word) in row.enumerated() {
      entries.append(
        NameEntry(
          word: Int(wordNumbers[Int(word)]), role: roles[Int(word)],
          isCounted: !hasCounted || WordWeight(roles[Int(word)]) == .counted
        ).bits)
      for join in joins where join.range.upperBound == place + 1 {
        entries.append(NameEntry(word: Int(join.number), joining: join.range.count).bits)
      }
    }
    entryEnds.append(entries.count)
  }

  private mutating func addParts() {
    var parser = NameParser()
    for word in 0..<storedCount {
      let script = Script(number: words[word].embedded.alphabet)
      guard script == .han || script == .hangul else { continue }
      let key = words[word].key
      let ends = key.indices.filter { $0 + 1 == key.count || key[$0 + 1] & 0xC0 != 0x80 }
        .map { $0 + 1 }
      guard Self.splitLengths.contains(ends.count) else { continue }
      for (place, end) in ends.dropLast().enumerated() {
        guard let first = parser.parse(Array(key[..<end]).span, kind: nil).tokens.first,
          let second = parser.parse(Array(key[end...]).span, kind: nil).tokens.first
        else { continue }
        let part = Parts(
          cut: UInt8(place + 1), first: number(of: IndexWord(first)),
          second: number(of: IndexWord(second)))
        parts[UInt32(word), default: []].append(part)
      }
    }
  }
}
