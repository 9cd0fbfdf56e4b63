// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
public import NameModel
public import StringDistance
internal import Synchronization
internal import TextBytes
internal import TextNormalization

/// Names made ready to be compared: every distinct word is kept once, whatever the number of names
/// that it stands in.
///
///     var names = InternedNames()
///     let first = names.add(parser.parse("Recep Tayyip Erdoğan"))
///     let second = names.add(parser.parse("Р. Т. Эрдоган"))
///     comparator.score(first, second, of: names)
///
/// A name costs about 30 bytes and 4 for each word, a distinct word about 200.
///
/// Safety: `vectors` holds `NSK_DIMENSIONS` numbers for each word.
@safe
public struct InternedNames: ~Copyable, Sendable {
  /// What tells these names from others, so that what was learned of their words is not taken for
  /// that of others.
  private(set) var identity = InternedNames.freshIdentity()
  private(set) var words: [InternedWord] = []
  private(set) var names: [InternedName] = []
  private var entries: [UInt32] = []
  private var letters: [UInt16] = []
  private var keys: [UInt8] = []
  private var vectors: [Int8] = []
  private var interner = ByteInterner()
  private let spelling: SpellingModel
  private let embedding: EmbeddingModel

  /// Creates an empty collection.
  ///
  /// - Parameters:
  ///   - spelling: Says how surprising words are.
  ///   - embedding: Gives words' vectors.
  public init(spelling: SpellingModel = .standard, embedding: EmbeddingModel = .standard) {
    self.spelling = spelling
    self.embedding = embedding
  }

  /// Number of names.
  public var count: Int { names.count }
  /// Number of distinct words.
  public var wordCount: Int { words.count }

  /// Adds a name.
  ///
  /// - Returns: Its number, from 0.
  /// - Complexity: O(*n*) in its letters.
  @discardableResult
  public mutating func add(_ name: borrowing StructuredName) -> Int {
    let start = entries.count
    for position in 0..<name.tokens.count {
      entries.append(UInt32(word(of: name.tokens[position])))
    }
    return add(name, from: start)
  }

  /// Adds a name with words whose numbers are known instead of its own.
  package mutating func add(_ name: borrowing StructuredName, words: [UInt32]) -> Int {
    let start = entries.count
    entries += words
    return add(name, from: start)
  }

  private mutating func add(_ name: borrowing StructuredName, from start: Int) -> Int {
    names.append(InternedName(name, entries: start..<entries.count))
    return names.count - 1
  }

  /// Adds a word for names that are given by their words' numbers; it must not be there.
  ///
  /// - Returns: Its number.
  @discardableResult
  package mutating func addWord(_ token: borrowing NameToken) -> Int {
    append(token)
    return words.count - 1
  }

  /// Adds a name whose words were all added by `addWord`.
  package mutating func add(
    words numbers: some Sequence<UInt32>, kind: NameKind?, key: Span<UInt8>
  ) {
    let start = entries.count
    entries.append(contentsOf: numbers)
    names.append(InternedName(entries: start..<entries.count, kind: kind, key: key))
  }

  /// Forgets all names but not their words, so that what was found of those still holds.
  public mutating func removeNames() {
    names.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// Forgets all names and words and keeps the memory.
  public mutating func removeAll() {
    identity = Self.freshIdentity()
    words.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    vectors.removeAll(keepingCapacity: true)
    interner.removeAll()
  }

  /// Number of a word, which is added if it is new; it holds until all words are forgotten.
  package mutating func word(of token: borrowing NameToken) -> Int {
    let number = interner.intern(token.identity.span)
    if number == words.count { append(token) }
    return number
  }

  private mutating func append(_ token: borrowing NameToken) {
    precondition(
      words.count < 1 << MatchCache.wordBits, "too many distinct words for one collection")
    words.append(
      InternedWord(
        token, key: keys.count, letters: letters.count,
        information: spelling.tables.rarity.information(of: token.romanLetters)))
    keys += token.key
    letters += token.letters
    letters += token.romanLetters
    var vector = WordVector()
    embedding.embed(EmbeddedWord(token), into: &vector)
    unsafe vector.withConstantPointer { start in
      unsafe vectors += UnsafeBufferPointer(start: start, count: Int(NSK_DIMENSIONS))
    }
  }

  /// Number of the word at a position of a name.
  func word(_ position: Int, of name: InternedName) -> Int {
    Int(entries[Int(name.start) + position])
  }

  /// A word's key.
  @_lifetime(borrow self)
  func key(of word: Int) -> Span<UInt8> {
    let start = Int(words[word].keyStart)
    return keys.span.extracting(start..<start + Int(words[word].keyCount))
  }

  /// What the aligner reads of a word.
  @_lifetime(borrow self)
  func spelled(_ word: Int) -> SpelledWord {
    let own = words[word]
    let start = Int(own.letterStart)
    let middle = start + Int(own.letterCount)
    return SpelledWord(
      number: word, alphabet: own.alphabet, letters: letters.span.extracting(start..<middle),
      roman: letters.span.extracting(middle..<middle + Int(own.romanCount)))
  }

  /// Cosine of two words' vectors, about.
  func similarity(_ word: Int, _ other: Int) -> Double {
    let size = Int(NSK_DIMENSIONS)
    let product = unsafe vectors.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return Int32(0) }
      return unsafe nsk_product(start + word * size, start + other * size)
    }
    return Double(product) / Double(NSK_QUERY_SCALE * NSK_QUERY_SCALE)
  }

  private static let lastIdentity = Atomic<Int>(0)

  private static func freshIdentity() -> Int {
    lastIdentity.add(1, ordering: .relaxed).newValue
  }
}

extension NameToken {
  /// Bytes that are equal for words that comparison need not tell apart.
  fileprivate var identity: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 + 2 * (letters.count + romanLetters.count) + key.count)
    bytes.append(script.number)
    bytes.append(role.code)
    for units in [letters, romanLetters] {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: units.count >> shift)) }
      for unit in units {
        bytes.append(UInt8(truncatingIfNeeded: unit))
        bytes.append(UInt8(truncatingIfNeeded: unit >> 8))
      }
    }
    return bytes + key
  }
}
