// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import RecordFormats
internal import StringDistance
internal import TextBytes

/// For each word of a vocabulary the words that may be the same, and how close they are.
///
/// Words are near by their vectors, by an equal match key, or by the lexicons (Bill and William).
/// Numbers are near to themselves alone. A neighbour costs five bytes.
struct NearWords: Sendable {
  /// Where the neighbours of each word begin, and how many there are.
  private var starts: [UInt32]
  private var counts: [UInt16]
  private var words: [UInt32] = []
  private var similarities: [UInt8] = []
  /// Words so that those that lie close stand close.
  let order: [UInt32]

  /// Similarity below which a word is another.
  static let least: Float = 0.55
  /// Nearest words that are kept.
  static let kept = 48
  /// Similarity of words that only the lexicons call one.
  private static let meaningSimilarity: Float = 0.85
  /// Words under one meaning or key that are looked at.
  private static let mostOfMeaning = 200
  /// Words that are searched for together.
  private static let group = 128

  /// Neighbours of the words of a group.
  private struct Part: Sendable {
    var counts: [UInt16] = []
    var words: [UInt32] = []
    var similarities: [UInt8] = []

    /// Adds a word's neighbours: those near by their vectors, each once, and others, which count as
    /// their closest.
    mutating func add(
      _ found: inout [(word: UInt32, similarity: Float)],
      and others: [(word: UInt32, similarity: Float)]
    ) {
      for other in others {
        if let place = found.firstIndex(where: { $0.word == other.word }) {
          found[place].similarity = max(found[place].similarity, other.similarity)
        } else {
          found.append(other)
        }
      }
      found.sort { ($1.similarity, $0.word) < ($0.similarity, $1.word) }
      for entry in found {
        words.append(entry.word)
        similarities.append(UInt8(max(0, min(255, entry.similarity * 255))))
      }
      counts.append(UInt16(found.count))
    }
  }

  /// Joins the words of a vocabulary.
  ///
  /// - Complexity: O(*w*) searches, each bounded (`WordCells`).
  init(_ vocabulary: WordVocabulary, model: EmbeddingModel, threads: Int) {
    let cells = WordCells(vocabulary, model: model, threads: threads)
    let equals = Self.equalKeys(vocabulary)
    let meanings = Self.wordsByMeaning(vocabulary)
    let order = cells.order
    self.order = order
    starts = [UInt32](repeating: 0, count: order.count)
    counts = [UInt16](repeating: 0, count: order.count)
    var place = 0
    RangePipeline.run(
      count: order.count, size: Self.group, threads: threads,
      makeScratch: { WordCellSearch(cells, model) },
      work: { search, range in
        let words = order[range]
        let own = words.map { vocabulary.word(Int($0)) }
        let lettered = zip(words, own).filter { !Self.isNumber($0.1) }.map(\.0)
        var near = search.near(lettered)[...]
        var part = Part()
        for (word, own) in zip(words, own) {
          var found: [(word: UInt32, similarity: Float)] =
            Self.isNumber(own) ? [] : near.removeFirst().map { ($0.word, $0.similarity) }
          var others: [(word: UInt32, similarity: Float)] = []
          if word < vocabulary.storedCount { others.append((word, 1)) }
          for other in equals[ByteHash.hash(own.key.span)]?.prefix(Self.mostOfMeaning) ?? []
          where vocabulary.word(Int(other)).key == own.key { others.append((other, 1)) }
          for meaning in Self.meanings(of: own) {
            for other in meanings[meaning]?.prefix(Self.mostOfMeaning) ?? [] {
              others.append((other, Self.meaningSimilarity))
            }
          }
          part.add(&found, and: others)
        }
        return part
      },
      deliver: { part in
        var start = words.count
        words += part.words
        similarities += part.similarities
        for count in part.counts {
          let word = Int(order[place])
          starts[word] = UInt32(start)
          counts[word] = count
          start += Int(count)
          place += 1
        }
      })
  }

  /// Places of a word's neighbours, nearest first.
  func range(of word: UInt32) -> Range<Int> {
    let start = Int(starts[Int(word)])
    return start..<start + Int(counts[Int(word)])
  }

  /// The word at a place.
  func word(at place: Int) -> UInt32 { words[place] }

  /// How close it is, `0...1`.
  func similarity(at place: Int) -> Float { Float(similarities[place]) / 255 }

  private static func isNumber(_ word: IndexWord) -> Bool {
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

  private static func wordsByMeaning(_ vocabulary: WordVocabulary) -> [UInt64: [UInt32]] {
    var groups: [UInt64: [UInt32]] = [:]
    for word in 0..<vocabulary.storedCount {
      for meaning in meanings(of: vocabulary.word(word)) {
        groups[meaning, default: []].append(UInt32(word))
      }
    }
    return groups
  }

  /// Words of names whose keys' hashes another word has as well, under these.
  private static func equalKeys(_ vocabulary: WordVocabulary) -> [UInt64: [UInt32]] {
    var hashes: [(hash: UInt64, word: UInt32)] = []
    hashes.reserveCapacity(vocabulary.count)
    for word in 0..<vocabulary.count {
      hashes.append((ByteHash.hash(vocabulary.word(word).key.span), UInt32(word)))
    }
    hashes.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
    var groups: [UInt64: [UInt32]] = [:]
    var start = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end].hash == hashes[start].hash { end += 1 }
      if end - start > 1 {
        groups[hashes[start].hash] = hashes[start..<end].map(\.word)
          .filter { Int($0) < vocabulary.storedCount }
      }
      start = end
    }
    return groups
  }
}
