// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import RecordFormats
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

  /// Records of the words by number.
  private var words = ByteInterner()
  /// Words from this number on stand in no name by themselves.
  private(set) var storedCount = 0
  /// Entries of each name.
  private(set) var entries: [UInt32] = []
  private var entryEnds: [UInt32] = []
  /// Parts of words that have some.
  private(set) var parts: [UInt32: [Parts]] = [:]

  /// Characters of a word that is taken apart.
  static let splitLengths = 2...4

  init(_ table: NameTable, threads: Int) {
    // Words of the table are distinct by more than their letters.
    var own: [OwnWord] = []
    own.reserveCapacity(table.wordCount)
    RangePipeline.run(
      count: table.wordCount, size: 8192, threads: threads, makeScratch: { 0 },
      work: { _, range in range.map { table.word($0).length } },
      deliver: { (lengths: [Int]) in
        for length in lengths {
          let number = words.intern(table.record(of: own.count).span)
          own.append(
            OwnWord(number: UInt32(number), length: length, role: table.role(of: own.count)))
        }
      })
    for name in 0..<table.count { append(table.words(of: name), own, table) }
    storedCount = words.count
    addParts()
  }

  /// A word of the table.
  private struct OwnWord {
    var number: UInt32
    var length: Int
    var role: NameToken.Role
  }

  /// Number of words.
  var count: Int { words.count }

  /// A word.
  func word(_ number: Int) -> IndexWord { WordRecord.word(words[number]) }

  /// Forgets the words, but not in which names they stand.
  mutating func forgetWords() { words = ByteInterner() }

  func entries(of name: Int) -> Range<Int> {
    (name == 0 ? 0 : Int(entryEnds[name - 1]))..<Int(entryEnds[name])
  }

  /// Number of a word; neighbours joined are the word that another name writes.
  private mutating func number(of word: IndexWord) -> UInt32 {
    var word = word
    word.isJoined = false
    var record: [UInt8] = []
    WordRecord.append(word, to: &record)
    return UInt32(words.intern(record.span))
  }

  private mutating func append(
    _ row: ArraySlice<UInt32>, _ own: [OwnWord], _ table: NameTable
  ) {
    // Where there are titles alone they are the name.
    let hasCounted = row.contains { WordWeight(own[Int($0)].role) == .counted }
    var joins: [(range: Range<Int>, number: UInt32)] = []
    if row.count > 1, row.contains(where: { ShortJoins.isShort(own[Int($0)].length) }) {
      let numbers = Array(row)
      var ranges: [Range<Int>] = []
      ShortJoins.forEach(numbers.count, { own[Int(numbers[$0])].length }, { ranges.append($0) })
      for range in ranges {
        let parts = numbers[range].map { table.word(Int($0)) }
        joins.append((range, number(of: IndexWord(joining: parts))))
      }
    }
    for (place, word) in row.enumerated() {
      let own = own[Int(word)]
      entries.append(
        NameEntry(
          word: Int(own.number), role: own.role,
          isCounted: !hasCounted || WordWeight(own.role) == .counted
        ).bits)
      for join in joins where join.range.upperBound == place + 1 {
        entries.append(NameEntry(word: Int(join.number), joining: join.range.count).bits)
      }
    }
    entryEnds.append(UInt32(entries.count))
  }

  private mutating func addParts() {
    var parser = NameParser()
    for word in 0..<storedCount {
      let own = self.word(word)
      let script = Script(number: own.embedded.alphabet)
      guard script == .han || script == .hangul else { continue }
      let key = own.key
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
