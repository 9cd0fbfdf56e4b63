// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
internal import RecordFormats
internal import StringDistance
internal import Synchronization
internal import TextBytes
internal import TextNormalization

/// The vectors of an index's words, laid in the lists of the model.
///
/// A list has two parts: words of scripts with spaces, and those of scripts without, which are all
/// that a whole name written together is compared with. Within a part words keep the order in which
/// they came; parts are filled up to whole blocks.
struct WordVectors: ~Copyable {
  /// Place of each word's vector.
  private(set) var places: [UInt32]
  /// First block of each list's parts, and the end of the last.
  private(set) var listStarts: [UInt32]
  private(set) var blocks: [UInt8]
  /// First letter of the word at each place.
  private(set) var firstLetters: [UInt8]
  /// Hash of each word's key.
  private(set) var keyHashes: [UInt32]
  /// Whether there is a word of a script without spaces.
  private(set) var hasUnspaced = false

  /// Number of places.
  var count: Int { firstLetters.count }

  private static let perBlock = Int(NSK_BLOCK_VECTORS)

  /// Vectors of some words, and what else is read from their letters.
  private struct Part: Sendable {
    var range: Range<Int>
    /// Part of a list that each word belongs to.
    var lists: [UInt32] = []
    /// Vectors end to end.
    var vectors: [Int8] = []
    var firstLetters: [UInt8] = []
    var keyHashes: [UInt32] = []
    var hasUnspaced = false
  }

  /// Hands out ranges of words.
  private struct Ranges: BatchSource {
    var start = 0
    let end: Int
    mutating func next() throws(RecordError) -> Range<Int>? {
      guard start < end else { return nil }
      defer { start += 4096 }
      return start..<min(end, start + 4096)
    }
  }

  init(of words: borrowing ByteInterner, model: EmbeddingModel, threads: Int) throws(IndexError) {
    var parts: [Part] = []
    let shared = copy words
    do throws(RecordError) {
      try OrderedPipeline.run(
        threads: threads, source: Ranges(end: shared.count),
        makeScratch: { [Int32](repeating: 0, count: model.listCount) },
        work: { products, range in Self.part(range, of: shared, model, &products) },
        deliver: { (part) throws(RecordError) -> PipelineVerdict in
          parts.append(part)
          return .goOn
        })
    } catch {
      throw IndexError(.cannotWrite, "index", error.problem, advice: error.advice)
    }
    // Words by list, in order.
    var sizes = [Int](repeating: 0, count: model.listCount * 2)
    for part in parts { for list in part.lists { sizes[Int(list)] += 1 } }
    listStarts = [0]
    var next: [Int] = []
    for size in sizes {
      let start = Int(listStarts[listStarts.count - 1])
      next.append(start * Self.perBlock)
      listStarts.append(UInt32(start + (size + Self.perBlock - 1) / Self.perBlock))
    }
    let blockCount = Int(listStarts[listStarts.count - 1])
    blocks = [UInt8](
      repeating: UInt8(NSK_STORED_ZERO), count: blockCount * Int(NSK_BLOCK_BYTES))
    firstLetters = [UInt8](repeating: 0, count: blockCount * Self.perBlock)
    places = []
    places.reserveCapacity(shared.count)
    keyHashes = []
    for part in parts {
      for index in part.lists.indices {
        let list = Int(part.lists[index])
        let place = next[list]
        next[list] += 1
        places.append(UInt32(place))
        firstLetters[place] = part.firstLetters[index]
        unsafe part.vectors.withUnsafeBufferPointer { vectors in
          unsafe blocks.withUnsafeMutableBufferPointer { blocks in
            guard let vector = vectors.baseAddress, let start = blocks.baseAddress else { return }
            unsafe nsk_store(
              vector + index * Int(NSK_DIMENSIONS),
              start + place / Self.perBlock * Int(NSK_BLOCK_BYTES), Int32(place % Self.perBlock))
          }
        }
      }
      keyHashes += part.keyHashes
      hasUnspaced = hasUnspaced || part.hasUnspaced
    }
  }

  private static func part(
    _ range: Range<Int>, of words: borrowing ByteInterner, _ model: EmbeddingModel,
    _ products: inout [Int32]
  ) -> Part {
    var part = Part(range: range)
    var vector = WordVector()
    for number in range {
      let word = WordRecord.word(words[number])
      model.embed(word.embedded, into: &vector)
      let list = model.nearestCentre(vector, &products)
      part.lists.append(UInt32(list * 2 + (word.script.isUnspaced ? 1 : 0)))
      vector.append(to: &part.vectors)
      part.firstLetters.append(word.firstLetter)
      part.keyHashes.append(KeyHash.of(word.key.span))
      if word.script.isUnspaced { part.hasUnspaced = true }
    }
    return part
  }
}

/// Hashes of words' keys, by which equal words are found.
enum KeyHash {
  static func of(_ key: Span<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: ByteHash.hash(key, seed: 11))
  }

  /// Bits of a hash by which words are found, with a few words for each beginning.
  static func beginningBits(words: Int) -> Int {
    max(1, min(16, Int.bitWidth - words.leadingZeroBitCount - 4))
  }

  /// The beginning of a hash, and the 16 bits behind it.
  static func parts(_ hash: UInt32, bits: Int) -> (beginning: Int, rest: Int) {
    (Int(hash >> UInt32(32 - bits)), Int(hash >> UInt32(16 - bits) & 0xFFFF))
  }
}
