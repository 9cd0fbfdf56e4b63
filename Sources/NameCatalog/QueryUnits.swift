// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// A query's words, their parts and their joins: everything that may stand as one word in a name.
///
/// The query is a row of places, one a word, or one a character for a short word without spaces
/// (`习近平` may be written `Xi Jinping`); units cover stretches of places.
struct QueryUnits {
  /// A stretch that may be one word elsewhere.
  struct Unit {
    var places: Range<Int>
    var word: IndexWord
    /// Whether it can only be a word of a script without spaces: the whole query written together.
    var unspacedOnly = false
    /// What a full match is worth.
    var worth: Float { 4 + Float(min(word.length, Self.longest)) }
    /// Value of an equal word.
    var fullValue: Float { (1 - WordSearch.least) * worth }
    private static let longest = 24
  }

  private(set) var units: [Unit] = []
  /// The units' places.
  private(set) var places: [Range<Int>] = []
  /// Whether a place speaks against names in which nothing stands for it.
  private(set) var isCounted: [Bool] = []
  /// First letters that stand for names.
  private(set) var initials: [UInt8] = []

  /// Words of a query that are looked at; more make a list, not a name.
  private static let mostWords = 12
  /// Characters of a word without spaces that is taken apart.
  private static let splitLengths = 2...4
  /// Letters of a whole name that may stand unspaced.
  private static let longestWhole = 24

  /// No query.
  init() {}

  /// - Parameters:
  ///   - name: The query.
  ///   - joinsWhole: Whether names may be written without spaces.
  ///   - parser: Reads parts of words.
  init(_ name: borrowing StructuredName, joinsWhole: Bool, _ parser: inout NameParser) {
    let words = name.tokens.prefix(Self.mostWords).map { IndexWord($0) }
    var weights = name.tokens.prefix(Self.mostWords).map { WordWeight($0.role) }
    if !weights.contains(.counted) { for place in weights.indices { weights[place] = .counted } }
    var starts: [Int] = []
    for (place, word) in words.enumerated() {
      starts.append(isCounted.count)
      switch weights[place] {
      case .optional: isCounted.append(false)
      case .initial:
        isCounted.append(false)
        initials.append(word.firstLetter)
      case .counted: addWord(word, &parser)
      }
    }
    starts.append(isCounted.count)
    ShortJoins.forEach(words.count, { words[$0].length }) { range in
      add(IndexWord(joining: words[range]), starts[range.lowerBound]..<starts[range.upperBound])
    }
    guard joinsWhole, (2...3).contains(words.count),
      words.reduce(0, { $0 + $1.length }) <= Self.longestWhole
    else { return }
    let turned = words.suffix(1) + words.dropLast()
    add(IndexWord(joining: words), 0..<isCounted.count, unspacedOnly: true)
    add(IndexWord(joining: turned), 0..<isCounted.count, unspacedOnly: true)
  }

  private mutating func add(_ word: IndexWord, _ places: Range<Int>, unspacedOnly: Bool = false) {
    self.places.append(places)
    units.append(Unit(places: places, word: word, unspacedOnly: unspacedOnly))
  }

  /// Adds a word with its places, and its parts if it is short and without spaces.
  private mutating func addWord(_ word: IndexWord, _ parser: inout NameParser) {
    let start = isCounted.count
    let script = word.script
    let ends = script == .han || script == .hangul ? Self.characterEnds(word.key) : []
    guard Self.splitLengths.contains(ends.count) else {
      isCounted.append(true)
      add(word, start..<start + 1)
      return
    }
    for _ in ends { isCounted.append(true) }
    add(word, start..<start + ends.count)
    for (place, end) in ends.dropLast().enumerated() {
      for (bytes, places) in [
        (word.key[..<end], start..<start + place + 1),
        (word.key[end...], start + place + 1..<start + ends.count),
      ] {
        let part = Array(bytes)
        if let token = parser.parse(part.span, kind: nil).tokens.first {
          add(IndexWord(token), places)
        }
      }
    }
  }

  private static func characterEnds(_ key: [UInt8]) -> [Int] {
    key.indices.filter { $0 + 1 == key.count || key[$0 + 1] & 0xC0 != 0x80 }.map { $0 + 1 }
  }
}
