// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes

/// Reads names for an index, each distinct stretch between spaces once.
///
/// Words do not look beyond a space, and a list of names repeats them: parsing each distinct
/// stretch once is several times faster than parsing every name.
struct ChunkReader {
  private var parser = NameParser()
  private var chunks = ByteInterner()
  private var chunkWords: [[WordOfChunk]] = []
  /// Distinct words, numbered as they were first met.
  private(set) var words: [IndexWord] = []
  private var numbers: [[UInt8]: Int] = [:]
  private(set) var identities: [[UInt8]] = []

  private struct WordOfChunk {
    var number: Int
    var weight: IndexWord.Weight
  }

  /// Distinct stretches above which everything is forgotten: memory stays bounded.
  static let mostChunks = 400_000

  /// Whether a new reader should take over.
  var isFull: Bool { chunks.count > Self.mostChunks }

  /// Appends a name's entries: its words and the joins of short neighbours.
  mutating func read(_ name: Span<UInt8>, into entries: inout [NameEntry]) {
    var own: [WordOfChunk] = []
    var start = 0
    while start < name.count {
      if name[start] == 0x20 {
        start += 1
        continue
      }
      var end = start
      while end < name.count, name[end] != 0x20 { end += 1 }
      own += words(of: name.extracting(start..<end))
      start = end
    }
    append(own, to: &entries)
  }

  private mutating func append(_ own: [WordOfChunk], to entries: inout [NameEntry]) {
    // Where there are titles alone they are the name.
    let hasCounted = own.contains { $0.weight != .optional }
    var joins: [(range: Range<Int>, number: Int)] = []
    if own.count > 1 {
      let parts = own.map { words[$0.number] }
      var ranges: [Range<Int>] = []
      ShortJoins.forEach(parts) { ranges.append($0) }
      for range in ranges {
        joins.append((range, number(of: IndexWord(joining: parts[range]))))
      }
    }
    for (place, word) in own.enumerated() {
      let weight = hasCounted ? word.weight : .counted
      entries.append(NameEntry(word: word.number, weight: weight))
      for join in joins where join.range.upperBound == place + 1 {
        entries.append(NameEntry(word: join.number, joining: join.range.count))
      }
    }
  }

  private mutating func words(of chunk: Span<UInt8>) -> [WordOfChunk] {
    let number = chunks.intern(chunk)
    if number < chunkWords.count { return chunkWords[number] }
    let words = parser.parse(chunk, kind: nil).tokens.map { token in
      let word = IndexWord(token)
      return WordOfChunk(number: self.number(of: word), weight: word.weight)
    }
    chunkWords.append(words)
    return words
  }

  private mutating func number(of word: IndexWord) -> Int {
    let identity = word.identity
    if let number = numbers[identity] { return number }
    let number = words.count
    words.append(word)
    identities.append(identity)
    numbers[identity] = number
    return number
  }
}
