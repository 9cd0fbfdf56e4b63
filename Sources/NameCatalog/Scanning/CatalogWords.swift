// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// The words of an index that a text's words are, in any letter case and case form.
///
/// Each distinct word is looked up once.
struct CatalogWords {
  /// A word of a part of the catalogue (the index 0, its changes 1).
  struct Word: Equatable {
    var part: Int
    var number: UInt32
    var change: WordForms.Change
  }

  private let parts: [NameIndex]
  private var surfaces = ByteInterner()
  private var found: [[Word]] = []
  private var normalizer = TextNormalizer(.key)

  /// Words are forgotten when there are more than this.
  private static let capacity = 100_000

  init(_ parts: [NameIndex]) { self.parts = parts }

  /// Forgets what is too much; not to be called inside a text.
  mutating func beginText() {
    guard found.count > Self.capacity else { return }
    surfaces.removeAll()
    found.removeAll(keepingCapacity: true)
  }

  /// The words that a word of a text is.
  ///
  /// - Parameters:
  ///   - bytes: The word as it is written.
  ///   - script: Its script.
  ///   - mayInflect: Whether case forms are looked for.
  /// - Returns: The words of the index, without repetition.
  mutating func words(
    _ bytes: Span<UInt8>, _ script: Script, mayInflect: Bool
  ) -> [Word] {
    let number = surfaces.intern(bytes)
    if number < found.count { return found[number] }
    let key = key(of: bytes)
    var words = equal(to: key, .none)
    if mayInflect, key.count >= 4 {
      WordForms.forEachBase(of: key, in: script) { base, change in
        for word in equal(to: base, change)
        where !words.contains(where: { $0.part == word.part && $0.number == word.number }) {
          words.append(word)
        }
      }
    }
    found.append(words)
    return words
  }

  /// A piece of a text in the `key` profile.
  mutating func key(of bytes: Span<UInt8>) -> [UInt8] {
    var output = ByteBuffer(capacity: bytes.count * 2 + 8)
    normalizer.normalize(bytes, into: &output)
    return output.array()
  }

  /// Words with a key.
  func equal(to key: [UInt8], _ change: WordForms.Change) -> [Word] {
    var words: [Word] = []
    for (part, index) in parts.enumerated() {
      index.words(withKey: key.span) { number in
        // Neighbours that the index joins have no key of their own here, and hashes may agree.
        if index.word(number).key == key {
          words.append(Word(part: part, number: UInt32(number), change: change))
        }
      }
    }
    return words
  }
}
