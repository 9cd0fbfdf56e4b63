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
  mutating func classify(in languages: Lexicon.Languages) {
    for number in classes.indices { classes[number] = entries[number]?.classes(in: languages) ?? [] }
  }

  func key(_ number: Int) -> ArraySlice<UInt8> { keys[number] }
}
