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
  /// Where each stretch's words begin, and the end of the last.
  private var chunkStarts: [Int] = [0]
  private var chunkWords: [WordOfChunk] = []
  /// Records of the distinct words, numbered as they were first met.
  private(set) var words = ByteInterner()
  /// Letters of each word.
  private var lengths: [UInt8] = []
  private var joinNumbers: [UInt64: Int] = [:]

  // Kept from batch to batch for their memory.
  private var ranges: [Range<Int>] = []
  private var rangeEnds: [Int] = []
  private var numbers: [Int] = []
  private var own: [WordOfChunk] = []
  private var tokens: [NameToken] = []

  private struct WordOfChunk {
    var number: Int
    var role: NameToken.Role
    /// Its role where the stretch begins the name.
    var firstRole: NameToken.Role
  }

  /// Distinct stretches above which everything is forgotten: memory stays bounded.
  static let mostChunks = 400_000
  /// Words of a name that are found and compared; more make a list, not a name.
  static let mostWords = 64

  /// Whether a new reader should take over.
  var isFull: Bool { chunks.count > Self.mostChunks }

  /// Appends names' entries, their words and the joins of short neighbours, and where each name's end.
  ///
  /// - Parameters:
  ///   - text: The names.
  ///   - textEnds: The end of each in `text`.
  ///   - entries: Takes the entries.
  ///   - entryEnds: Takes the end of each name's entries.
  mutating func read(
    _ text: Span<UInt8>, ends textEnds: [Int], into entries: inout [NameEntry],
    ends entryEnds: inout [Int]
  ) {
    split(text, textEnds)
    numbers.removeAll(keepingCapacity: true)
    let ranges = self.ranges
    chunks.intern(ranges.count, of: text, into: &numbers) { ranges[$0] }
    while chunkStarts.count <= chunks.count { parse(chunks[chunkStarts.count - 1]) }
    var first = 0
    for end in rangeEnds {
      own.removeAll(keepingCapacity: true)
      for chunk in first..<end { appendWords(of: numbers[chunk]) }
      first = end
      if own.isEmpty {
        entries.append(.none)
      } else {
        appendEntries(to: &entries)
        entries[entries.count - 1] = entries[entries.count - 1].asLast
      }
      entryEnds.append(entries.count)
    }
  }

  /// Finds the stretches between spaces of each name.
  private mutating func split(_ text: Span<UInt8>, _ textEnds: [Int]) {
    ranges.removeAll(keepingCapacity: true)
    rangeEnds.removeAll(keepingCapacity: true)
    var start = 0
    for nameEnd in textEnds {
      let most = ranges.count + Self.mostWords
      while start < nameEnd, ranges.count < most {
        var end = start
        while end < nameEnd, text[end] != 0x20 { end += 1 }
        if end > start { ranges.append(start..<end) }
        start = end + 1
      }
      rangeEnds.append(ranges.count)
      start = nameEnd
    }
  }

  private mutating func appendEntries(to entries: inout [NameEntry]) {
    // Where there are titles alone they are the name.
    let hasCounted = own.contains { WordWeight($0.role) != .optional }
    var joins: [Range<Int>] = []
    ShortJoins.forEach(own.count, { Int(lengths[own[$0].number]) }, { joins.append($0) })
    var next = 0
    for place in own.indices {
      let word = own[place]
      let isCounted = !hasCounted || WordWeight(word.role) == .counted
      entries.append(NameEntry(word: word.number, role: word.role, isCounted: isCounted))
      while next < joins.count, joins[next].upperBound == place + 1 {
        let number = joinNumber(joins[next])
        entries.append(NameEntry(word: number, joining: joins[next].count))
        next += 1
      }
    }
  }

  /// Number of neighbours as one word.
  private mutating func joinNumber(_ range: Range<Int>) -> Int {
    // A reader has fewer than two million words.
    var key: UInt64 = 1
    for place in range { key = key << 21 | UInt64(own[place].number) }
    if let number = joinNumbers[key] { return number }
    let number = number(
      of: IndexWord(joining: range.map { WordRecord.word(words[own[$0].number]) }))
    joinNumbers[key] = number
    return number
  }

  private mutating func appendWords(of number: Int) {
    let isFirst = own.isEmpty
    let start = chunkStarts[number]
    for place in start..<chunkStarts[number + 1] where own.count < Self.mostWords {
      var word = chunkWords[place]
      if isFirst, place == start { word.role = word.firstRole }
      own.append(word)
    }
  }

  private mutating func parse(_ bytes: ArraySlice<UInt8>) {
    let chunk = bytes.span
    tokens.removeAll(keepingCapacity: true)
    parser.readWords(of: chunk, isFirst: false, into: &tokens)
    let roles = tokens.map(\.role)
    var firstRole = roles.first
    if firstRole == .generation {
      tokens.removeAll(keepingCapacity: true)
      parser.readWords(of: chunk, isFirst: true, into: &tokens)
      firstRole = tokens.first?.role
    }
    for (place, token) in tokens.prefix(Self.mostWords).enumerated() {
      chunkWords.append(
        WordOfChunk(
          number: number(of: IndexWord(token)), role: roles[place],
          firstRole: place == 0 ? firstRole ?? roles[place] : roles[place]))
    }
    chunkStarts.append(chunkWords.count)
  }

  private mutating func number(of word: IndexWord) -> Int {
    var record = [UInt8]()
    WordRecord.append(word, to: &record)
    let number = words.intern(record.span)
    if number == lengths.count { lengths.append(UInt8(min(word.length, 255))) }
    return number
  }
}
