// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import RecordFormats
internal import StringDistance
internal import TextBytes

/// For each word of a vocabulary the words that may be the same, and how close they are.
///
/// Words are near by their vectors, by an equal match key, or by the lexicons (Bill and William).
/// Numbers are near to themselves alone.
struct NearWords: Sendable {
  private var ends: [Int] = []
  private var words: [UInt32] = []
  private var similarities: [UInt8] = []

  /// Similarity below which a word is another.
  static let least: Float = 0.55
  /// Nearest words that are kept.
  static let kept = 48
  /// Similarity of words that only the lexicons call one.
  private static let meaningSimilarity: Float = 0.85
  /// Words under one meaning that are looked at.
  private static let mostOfMeaning = 200

  /// Joins the words of a vocabulary.
  ///
  /// - Complexity: O(*w*) searches, each bounded (`WordCells`).
  init(_ vocabulary: WordVocabulary, model: EmbeddingModel, threads: Int) {
    let cells = WordCells(vocabulary, model: model, threads: threads)
    let equals = Self.groups(vocabulary) { [ByteHash.hash($0.key.span)] }
    let meanings = Self.groups(vocabulary) { Self.meanings(of: $0) }
    ends.reserveCapacity(vocabulary.words.count)
    RangePipeline.run(
      count: vocabulary.words.count, size: 512, threads: threads,
      makeScratch: { WordCells.Search(model) },
      work: { search, range in
        var part = NearWords()
        for word in range {
          var found = part.isNumber(vocabulary.words[word]) ? [] : search.near(word, in: cells)
          let own = vocabulary.words[word]
          for other in equals[ByteHash.hash(own.key.span)] ?? []
          where vocabulary.words[Int(other)].key == own.key { found.append((other, 1)) }
          for meaning in Self.meanings(of: own) {
            for other in meanings[meaning]?.prefix(Self.mostOfMeaning) ?? [] {
              found.append((other, Self.meaningSimilarity))
            }
          }
          part.append(found)
        }
        return part
      },
      deliver: { part in
        let start = words.count
        words += part.words
        similarities += part.similarities
        for end in part.ends { ends.append(start + end) }
      })
  }

  private init() {}

  /// Places of a word's neighbours, nearest first.
  func range(of word: UInt32) -> Range<Int> {
    (word == 0 ? 0 : ends[Int(word) - 1])..<ends[Int(word)]
  }

  /// The word at a place.
  func word(at place: Int) -> UInt32 { words[place] }

  /// How close it is, `0...1`.
  func similarity(at place: Int) -> Float { Float(similarities[place]) / 255 }

  private mutating func append(_ found: [(word: UInt32, similarity: Float)]) {
    // A word that was found twice counts as its closest.
    let order = found.sorted { ($1.similarity, $0.word) < ($0.similarity, $1.word) }
    var seen: Set<UInt32> = []
    for entry in order where seen.insert(entry.word).inserted {
      words.append(entry.word)
      similarities.append(UInt8(max(0, min(255, entry.similarity * 255))))
    }
    ends.append(words.count)
  }

  private func isNumber(_ word: IndexWord) -> Bool {
    (0x30...0x39).contains(word.key.first ?? 0)
  }

  private static func meanings(of word: IndexWord) -> [UInt64] {
    let concordance = Concordance.standard
    let meanings = concordance.meanings(of: word.key.span)
    if meanings.isEmpty { return [] }
    return (0..<concordance.meaningCount(meanings)).map {
      UInt64(concordance.meaning($0, of: meanings))
    }
  }

  /// The words of names under each of what `keys` gives for them.
  private static func groups(
    _ vocabulary: WordVocabulary, _ keys: (IndexWord) -> [UInt64]
  ) -> [UInt64: [UInt32]] {
    var groups: [UInt64: [UInt32]] = [:]
    for word in 0..<vocabulary.storedCount {
      for key in keys(vocabulary.words[word]) { groups[key, default: []].append(UInt32(word)) }
    }
    return groups
  }
}
