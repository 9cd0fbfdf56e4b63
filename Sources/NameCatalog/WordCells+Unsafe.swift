// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
internal import RecordFormats
internal import StringDistance

/// The vectors of a vocabulary's words, laid in cells, for a search whose cost is bounded.
///
/// The model's lists hold more words the more there are; so each list of a large vocabulary is cut
/// into cells around some of its own words, and a search (`WordCellSearch`) goes through the closest
/// cells until it has seen enough words.
///
/// Safety: `vectors` holds `NSK_DIMENSIONS` numbers for each word of the vocabulary.
@safe
struct WordCells: Sendable {
  /// Vectors by list, then by cell; each cell is filled up to whole blocks.
  private(set) var blocks: [UInt8] = []
  /// Word of each place; `UInt32.max` where there is none.
  private(set) var words: [UInt32] = []
  /// Where the cells' blocks begin, and the end of the last.
  private(set) var cellStarts: [UInt32] = [0]
  /// First cell of each list, and the end of the last.
  private(set) var listStarts: [UInt32] = [0]
  /// The cells' centres, by list, each list filled up to whole blocks.
  private(set) var centres: [UInt8] = []
  private(set) var centreStarts: [UInt32] = [0]
  private var vectors: [Int8] = []
  /// All words of the vocabulary, so that those that lie close stand close.
  private(set) var order: [UInt32] = []

  /// Words of a cell, about.
  private static let cellSize = 256
  static let perBlock = Int(NSK_BLOCK_VECTORS)
  private static let dimensions = Int(NSK_DIMENSIONS)

  /// Vectors of some words end to end, and the list of each.
  private struct Part: Sendable {
    var vectors: [Int8] = []
    var lists: [Int] = []
  }

  /// Lays out the words of a vocabulary; those that stand in a name by themselves are found.
  init(_ vocabulary: WordVocabulary, model: EmbeddingModel, threads: Int) {
    var lists: [[UInt32]] = Array(repeating: [], count: model.listCount)
    var unfound: [[UInt32]] = lists
    vectors.reserveCapacity(vocabulary.count * Self.dimensions)
    var word = 0
    RangePipeline.run(
      count: vocabulary.count, size: 2048, threads: threads,
      makeScratch: { [Int32](repeating: 0, count: model.listCount) },
      work: { products, range in
        var part = Part()
        var vector = WordVector()
        for word in range {
          model.embed(vocabulary.word(word).embedded, into: &vector)
          part.lists.append(model.nearestCentre(vector, &products))
          vector.append(to: &part.vectors)
        }
        return part
      },
      deliver: { part in
        vectors += part.vectors
        for list in part.lists {
          if word < vocabulary.storedCount {
            lists[list].append(UInt32(word))
          } else {
            unfound[list].append(UInt32(word))
          }
          word += 1
        }
      })
    let (wordsOfLists, all) = (lists, vectors)
    order.reserveCapacity(vocabulary.count)
    var number = 0
    RangePipeline.run(
      count: lists.count, size: 8, threads: threads, makeScratch: { 0 },
      work: { _, range in range.map { List(wordsOfLists[$0], all) } },
      deliver: { (part: [List]) in
        for list in part {
          add(list)
          order += unfound[number]
          number += 1
        }
      })
  }

  /// The words of one of the model's lists, by cell.
  private struct List: Sendable {
    var centres: [UInt32]
    var cells: [[UInt32]]

    init(_ words: [UInt32], _ vectors: [Int8]) {
      let count = max(1, words.count / cellSize)
      // Words are numbered by hashes, so the first are as good as any.
      centres = Array(words.prefix(count))
      cells = Array(repeating: [], count: count)
      if count == 1 {
        cells[0] = words
        return
      }
      let blocks = WordCells.blocks(of: centres, vectors)
      var products = [Int32](repeating: 0, count: blocks.count / dimensions)
      for word in words {
        WordCells.multiply(
          blocks, 0..<blocks.count / Int(NSK_BLOCK_BYTES), vectors, Int(word), &products)
        cells[WordCells.greatest(products, count)].append(word)
      }
    }
  }

  private mutating func add(_ list: List) {
    for cell in list.cells {
      blocks += Self.blocks(of: cell, vectors)
      words += cell
      order += cell
      while words.count % Self.perBlock != 0 { words.append(.max) }
      cellStarts.append(UInt32(words.count / Self.perBlock))
    }
    listStarts.append(UInt32(cellStarts.count - 1))
    centres += Self.blocks(of: list.centres, vectors)
    centreStarts.append(UInt32(centres.count / Int(NSK_BLOCK_BYTES)))
  }

  private static func greatest(_ products: [Int32], _ count: Int) -> Int {
    var best = 0
    for place in 0..<count where products[place] > products[best] { best = place }
    return best
  }

  private static func blocks(of words: [UInt32], _ vectors: [Int8]) -> [UInt8] {
    let count = (words.count + perBlock - 1) / perBlock
    var blocks = [UInt8](repeating: UInt8(NSK_STORED_ZERO), count: count * Int(NSK_BLOCK_BYTES))
    unsafe vectors.withUnsafeBufferPointer { vectors in
      unsafe blocks.withUnsafeMutableBufferPointer { blocks in
        guard let start = blocks.baseAddress, let vectors = vectors.baseAddress else { return }
        for (place, word) in words.enumerated() {
          unsafe nsk_store(
            vectors + Int(word) * dimensions, start + place / perBlock * Int(NSK_BLOCK_BYTES),
            Int32(place % perBlock))
        }
      }
    }
    return blocks
  }

  /// Products of a word's vector with some blocks; `products` has room for them.
  private static func multiply(
    _ blocks: [UInt8], _ range: Range<Int>, _ vectors: [Int8], _ word: Int,
    _ products: inout [Int32]
  ) {
    precondition(
      range.upperBound * Int(NSK_BLOCK_BYTES) <= blocks.count
        && range.count * perBlock <= products.count, "Products have room for every vector.")
    unsafe blocks.withUnsafeBufferPointer { blocks in
      unsafe products.withUnsafeMutableBufferPointer { products in
        unsafe vectors.withUnsafeBufferPointer { vectors in
          guard let start = blocks.baseAddress, let output = products.baseAddress,
            let vectors = vectors.baseAddress
          else { return }
          unsafe nsk_products(
            start + range.lowerBound * Int(NSK_BLOCK_BYTES), range.count,
            vectors + word * dimensions, output)
        }
      }
    }
  }

  /// Products of a word with the centres of a list's cells; `products` has room for them.
  func centreProducts(_ word: Int, ofList list: Int, _ products: inout [Int32]) {
    let blocks = Int(centreStarts[list])..<Int(centreStarts[list + 1])
    let room = blocks.count * Self.perBlock
    if room > products.count { products = [Int32](repeating: 0, count: room) }
    Self.multiply(centres, blocks, vectors, word, &products)
  }

  /// A word's vector.
  func load(_ word: Int, into vector: inout WordVector) {
    unsafe vectors.withUnsafeBufferPointer { vectors in
      guard let start = vectors.baseAddress else { return }
      unsafe vector.withPointer { vector in
        unsafe vector.update(from: start + word * Self.dimensions, count: Self.dimensions)
      }
    }
  }

  /// Places of a cell whose words are at least as close to a word as `least`.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - cell: The cell.
  ///   - least: A product of vectors.
  ///   - hits: Room for the cell, its first places filled.
  /// - Returns: The number of places.
  func hits(
    _ word: Int, inCell cell: Int, least: Int32, _ hits: inout [NskFound]
  ) -> Int {
    let range = Int(cellStarts[cell])..<Int(cellStarts[cell + 1])
    let room = range.count * Self.perBlock
    if room > hits.count {
      hits = [NskFound](repeating: NskFound(place: 0, product: 0), count: room)
    }
    let first = UInt32(range.lowerBound * Self.perBlock)
    return unsafe vectors.withUnsafeBufferPointer { vectors in
      unsafe blocks.withUnsafeBufferPointer { blocks in
        unsafe hits.withUnsafeMutableBufferPointer { hits in
          guard let start = blocks.baseAddress, let vectors = vectors.baseAddress,
            let output = hits.baseAddress
          else { return 0 }
          return unsafe nsk_products_above(
            start + range.lowerBound * Int(NSK_BLOCK_BYTES), range.count,
            vectors + word * Self.dimensions, least, first, output)
        }
      }
    }
  }
}
