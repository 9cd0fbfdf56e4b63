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
/// Within a list words keep the order in which they came; lists are filled up to whole blocks.
struct WordVectors: ~Copyable {
  /// Place of each word's vector.
  private(set) var places: [UInt32]
  /// First block of each list, and the end of the last.
  private(set) var listStarts: [UInt32]
  private(set) var blocks: [UInt8]
  /// Letters and first letter of the word at each place.
  private(set) var shapes: [UInt8]
  /// Hash of each word's key.
  private(set) var keyHashes: [UInt32]
  /// Whether there is a word of a script without spaces.
  private(set) var hasUnspaced = false

  /// Number of places.
  var count: Int { shapes.count / 2 }

  private static let perBlock = Int(NSK_BLOCK_VECTORS)

  /// Vectors of some words, and what else is read from their letters.
  private struct Part: Sendable {
    var range: Range<Int>
    var lists: [UInt16] = []
    var vectors: [WordVector] = []
    var shapes: [UInt8] = []
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
    var sizes = [Int](repeating: 0, count: model.listCount)
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
    shapes = [UInt8](repeating: 0, count: blockCount * Self.perBlock * 2)
    places = []
    places.reserveCapacity(shared.count)
    keyHashes = []
    for part in parts {
      for index in part.lists.indices {
        let list = Int(part.lists[index])
        let place = next[list]
        next[list] += 1
        places.append(UInt32(place))
        shapes[place * 2] = part.shapes[index * 2]
        shapes[place * 2 + 1] = part.shapes[index * 2 + 1]
        unsafe part.vectors[index].withConstantPointer { vector in
          unsafe blocks.withUnsafeMutableBufferPointer { blocks in
            guard let start = blocks.baseAddress else { return }
            unsafe nsk_store(
              vector, start + place / Self.perBlock * Int(NSK_BLOCK_BYTES),
              Int32(place % Self.perBlock))
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
    for number in range {
      let word = IndexWord(identity: words[number])
      var vector = WordVector()
      model.embed(word.embedded, into: &vector)
      model.centreProducts(vector, into: &products)
      var best = 0
      for list in products.indices where products[list] > products[best] { best = list }
      part.lists.append(UInt16(best))
      part.vectors.append(vector)
      part.shapes.append(UInt8(min(word.length, 255)))
      part.shapes.append(word.firstLetter)
      part.keyHashes.append(KeyHash.of(word.key.span))
      if Script(number: word.embedded.alphabet).isUnspaced { part.hasUnspaced = true }
    }
    return part
  }
}

/// Hashes of words' keys, by which equal words are found.
enum KeyHash {
  static func of(_ key: Span<UInt8>) -> UInt32 {
    UInt32(truncatingIfNeeded: ByteHash.hash(key, seed: 11))
  }
}
