// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// The distinct words of an article, what the lexicon says of each, and how the article writes it.
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

  private(set) var keys = ByteInterner()
  private(set) var classes: [LexicalClasses] = []
  private(set) var entries: [Lexicon.Entry?] = []
  var facts: [Facts] = []
  let lexicon = Lexicon.standard
  private var normalizer = TextNormalizer(.key)

  /// Number of the word that these bytes write.
  mutating func number(of bytes: Span<UInt8>) -> Int {
    var output = ByteBuffer(capacity: bytes.count + 16)
    normalizer.normalize(bytes, into: &output)
    var key = output.array()
    key.removeAll { $0 == 0x2E || $0 == 0x22 || $0 == 0x20 }
    let number = keys.intern(key.span)
    if number == classes.count {
      entries.append(lexicon.entry(of: key.span))
      classes.append([])
      facts.append(Facts())
    }
    return number
  }

  /// Settles what each word can be, once the language is known.
  ///
  /// Given names count in every language: a Turkish name stands in German news too.
  mutating func classify(in languages: Lexicon.Languages, inflects: Bool) {
    for number in classes.indices {
      guard let entry = entries[number] else {
        if inflects { classes[number] = inflected(number) }
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
    for _ in 0..<4 {
      for ending in Self.nominative where stem.count + ending.count >= 4 {
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
  private static let nominative: [[UInt8]] = [
    "", "а", "я", "й", "ь", "о", "е", "ия", "ія", "a", "o", "e", "ia", "y", "ek",
  ].map { Array($0.utf8) }

  /// Number of a key that the article holds, nil when it does not.
  func number(ofKey key: [UInt8]) -> Int? { keys.find(key.span) }

  func key(_ number: Int) -> ArraySlice<UInt8> { keys[number] }
}
