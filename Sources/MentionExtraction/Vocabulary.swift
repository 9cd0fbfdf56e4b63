// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Distinct words, what the lexicon says of each, and how the article at hand writes them.
///
/// It outlives the article: words come back all the time, and each is normalized and looked up once.
/// Memory is bounded: past a number of words everything is forgotten.
struct Vocabulary {
  /// How often a word stands in which letter case.
  struct Facts {
    /// In lower case.
    var lower = 0
    /// Capitalised where grammar does not ask for it.
    var middle = 0
    /// Capitalised anywhere.
    var capital = 0
  }

  private var surfaces = ByteInterner()
  private var surfaceKeys: [Int32] = []
  private(set) var keys = ByteInterner()
  private(set) var classes: [LexicalClasses] = []
  /// Languages for which the classes of each word were settled, 0 for none.
  private var settled: [UInt64] = []
  private(set) var entries: [Lexicon.Entry?] = []
  var facts: [Facts] = []
  /// Keys of the article's words, in order of first appearance.
  private(set) var active: [Int] = []
  private var isActive: [Bool] = []
  let lexicon = Lexicon.standard
  private var normalizer = TextNormalizer(.key)
  private var buffer: [UInt8] = []

  /// What is known is forgotten when there are more words than this.
  private static let capacity = 50_000

  /// Begins an article.
  ///
  /// - Returns: Whether everything was forgotten.
  mutating func beginArticle() -> Bool {
    for number in active {
      facts[number] = Facts()
      isActive[number] = false
    }
    active.removeAll(keepingCapacity: true)
    guard surfaceKeys.count > Self.capacity else { return false }
    self = Vocabulary()
    return true
  }

  /// Numbers of a word as it is written and of its key.
  mutating func number(of bytes: Span<UInt8>) -> (surface: Int, key: Int) {
    let surface = surfaces.intern(bytes)
    if surface == surfaceKeys.count { surfaceKeys.append(Int32(key(of: bytes))) }
    let number = Int(surfaceKeys[surface])
    if !isActive[number] {
      isActive[number] = true
      active.append(number)
    }
    return (surface, number)
  }

  private mutating func key(of bytes: Span<UInt8>) -> Int {
    var output = ByteBuffer(capacity: bytes.count + 16)
    normalizer.normalize(bytes, into: &output)
    var key = output.array()
    key.removeAll { $0 == 0x2E || $0 == 0x22 || $0 == 0x20 }
    let number = keys.intern(key.span)
    if number == classes.count {
      entries.append(lexicon.entry(of: key.span))
      classes.append([])
      settled.append(0)
      facts.append(Facts())
      isActive.append(false)
    }
    return number
  }

  /// Settles what each word of the article can be, once the language is known.
  ///
  /// Given names count in every language: a Turkish name stands in German news too.
  mutating func classify(in languages: Lexicon.Languages, inflects: Bool) {
    for number in active where settled[number] != languages.bits {
      settled[number] = languages.bits
      guard let entry = entries[number] else {
        classes[number] = inflects ? inflected(number) : []
        continue
      }
      var found = entry.classes(in: languages)
      if keys[number].count >= 4, found.isDisjoint(with: [.functionWord, .role, .demonym]),
        entry.classes(in: .all).contains(.givenName),
        entry.side(in: .givenName) != .family
      {
        found.insert(.givenName)
      }
      if found.isEmpty, inflects { found = inflected(number) }
      classes[number] = found
    }
  }

  /// Place or given name of which a word may be a case form.
  private func inflected(_ number: Int) -> LexicalClasses {
    let key = Array(keys[number])
    guard key.count >= 5, key.count <= 40 else { return [] }
    if key[0] >= 0xD4, key[0] < 0xD7 {
      let base = CaseEnding.stem(key)
      for ending in Self.armenian {
        let classes = lexicon.classes(of: (base + ending).span).intersection([
          .place, .givenName, .institution,
        ])
        if !classes.isEmpty { return classes }
      }
      return []
    }
    var stem = key
    let nominatives = key[0] < 0x80 ? Self.latinNominative : Self.cyrillicNominative
    for _ in 0..<4 {
      for ending in nominatives where stem.count + ending.count >= 4 {
        let form = stem + ending
        let classes = lexicon.classes(of: form.span).intersection([.place, .givenName])
        if !classes.isEmpty, form != key, Inflection.mayBeFormsOfOneName(key, form) {
          return classes
        }
      }
      guard stem.count > 4 else { break }
      // One letter off the end, with its continuation bytes.
      while let last = stem.popLast(), last & 0xC0 == 0x80 {}
    }
    return []
  }

  private static let armenian: [[UInt8]] = ["", "ա", "ն"].map { Array($0.utf8) }

  /// Endings of the nominative.
  private static let latinNominative: [[UInt8]] = ["", "a", "o", "e", "ia", "y", "ek"].map {
    Array($0.utf8)
  }
  private static let cyrillicNominative: [[UInt8]] = [
    "", "а", "я", "й", "ь", "о", "е", "ия", "ія",
  ].map { Array($0.utf8) }

  /// Number of a key that the article holds, nil when it does not.
  func number(ofKey key: [UInt8]) -> Int? { keys.find(key.span) }

  func key(_ number: Int) -> ArraySlice<UInt8> { keys[number] }
}
