// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
internal import RecordFormats
internal import StringDistance

/// The vectors of a vocabulary's words, laid in cells, for a search whose cost is bounded.
///
/// The model's lists hold more words the more there are; so each list of a large vocabulary is cut
/// into cells around some of its own words, and a search goes through the closest cells until it
/// has seen enough words.
struct WordCells: Sendable {
  /// Vectors by list, then by cell; each cell is filled up to whole blocks.
  private var blocks: [UInt8] = []
  /// Word of each place; `UInt32.max` where there is none.
  private var words: [UInt32] = []
  /// Where the cells' blocks begin, and the end of the last.
  private var cellStarts: [UInt32] = [0]
  /// First cell of each list, and the end of the last.
  private var listStarts: [UInt32] = [0]
  /// The cells' centres, by list, each list filled up to whole blocks.
  private var centres: [UInt8] = []
  private var centreStarts: [UInt32] = [0]
  private var vectors: [WordVector] = []

  /// Words of a cell, about.
  private static let cellSize = 256
  /// Lists whose cells are weighed.
  private static let mostLists = 48
  /// Words that a search goes through.
  private static let mostScanned = 12_288
  private static let mostCells = 128
  private static let perBlock = Int(NSK_BLOCK_VECTORS)

  init(_ vocabulary: WordVocabulary, model: EmbeddingModel, threads: Int) {
    var lists: [[UInt32]] = Array(repeating: [], count: model.listCount)
    vectors.reserveCapacity(vocabulary.words.count)
    var word = 0
    RangePipeline.run(
      count: vocabulary.words.count, size: 2048, threads: threads,
      makeScratch: { [Int32](repeating: 0, count: model.listCount) },
      work: { products, range in
        range.map { word in
          var vector = WordVector()
          model.embed(vocabulary.words[word].embedded, into: &vector)
          model.centreProducts(vector, into: &products)
          return (vector, Self.greatest(products, model.listCount))
        }
      },
      deliver: { (part: [(WordVector, Int)]) in
        for (vector, list) in part {
          vectors.append(vector)
          if word < vocabulary.storedCount { lists[list].append(UInt32(word)) }
          word += 1
        }
      })
    let (wordsOfLists, all) = (lists, vectors)
    RangePipeline.run(
      count: lists.count, size: 8, threads: threads, makeScratch: { 0 },
      work: { _, range in range.map { List(wordsOfLists[$0], all) } },
      deliver: { (part: [List]) in for list in part { add(list) } })
  }

  /// The words of one of the model's lists, by cell.
  private struct List: Sendable {
    var centres: [UInt32]
    var cells: [[UInt32]]

    init(_ words: [UInt32], _ vectors: [WordVector]) {
      let count = max(1, words.count / cellSize)
      // Words are numbered by hashes, so the first are as good as any.
      centres = Array(words.prefix(count))
      cells = Array(repeating: [], count: count)
      if count == 1 {
        cells[0] = words
        return
      }
      let blocks = WordCells.blocks(of: centres, vectors)
      var products = [Int32](repeating: 0, count: blocks.count / Int(NSK_DIMENSIONS))
      for word in words {
        WordCells.multiply(blocks, vectors[Int(word)], &products)
        cells[WordCells.greatest(products, count)].append(word)
      }
    }
  }

  private mutating func add(_ list: List) {
    for cell in list.cells {
      blocks += Self.blocks(of: cell, vectors)
      words += cell
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

  private static func blocks(of words: [UInt32], _ vectors: [WordVector]) -> [UInt8] {
    let count = (words.count + perBlock - 1) / perBlock
    var blocks = [UInt8](repeating: UInt8(NSK_STORED_ZERO), count: count * Int(NSK_BLOCK_BYTES))
    for (place, word) in words.enumerated() {
      unsafe vectors[Int(word)].withConstantPointer { vector in
        unsafe blocks.withUnsafeMutableBufferPointer { blocks in
          guard let start = blocks.baseAddress else { return }
          unsafe nsk_store(
            vector, start + place / perBlock * Int(NSK_BLOCK_BYTES), Int32(place % perBlock))
        }
      }
    }
    return blocks
  }

  /// Products of a vector with all of some blocks; `products` has room for them.
  private static func multiply(
    _ blocks: [UInt8], _ vector: WordVector, _ products: inout [Int32]
  ) {
    multiply(blocks, 0..<blocks.count / Int(NSK_BLOCK_BYTES), vector, &products)
  }

  private static func multiply(
    _ blocks: [UInt8], _ range: Range<Int>, _ vector: WordVector, _ products: inout [Int32]
  ) {
    precondition(
      range.upperBound * Int(NSK_BLOCK_BYTES) <= blocks.count
        && range.count * perBlock <= products.count, "Products have room for every vector.")
    unsafe blocks.withUnsafeBufferPointer { blocks in
      unsafe products.withUnsafeMutableBufferPointer { products in
        guard let start = blocks.baseAddress, let output = products.baseAddress else { return }
        unsafe vector.withConstantPointer { vector in
          unsafe nsk_products(
            start + range.lowerBound * Int(NSK_BLOCK_BYTES), range.count, vector, output)
        }
      }
    }
  }

  /// A search, with memory of its own.
  struct Search {
    private let model: EmbeddingModel
    private var listProducts: [Int32]
    private var products: [Int32] = []
    private var lists: [(product: Int32, list: Int)] = []
    private var cells: [(product: Int32, cell: Int)] = []
    private var found: [(product: Int32, word: UInt32)] = []

    init(_ model: EmbeddingModel) {
      self.model = model
      listProducts = [Int32](repeating: 0, count: model.listCount)
    }

    /// Words whose vectors are close to a word's, nearest first; itself among them, if it is one
    /// of a name.
    mutating func near(_ word: Int, in index: WordCells) -> [(word: UInt32, similarity: Float)] {
      let vector = index.vectors[word]
      found.removeAll(keepingCapacity: true)
      let least = Int32(NearWords.least * Float(WordVector.unit))
      if index.words.count <= WordCells.mostScanned {
        scan(0..<index.words.count / WordCells.perBlock, of: index, vector, least)
      } else {
        rankCells(vector, index)
        var seen = 0
        for (_, cell) in cells {
          let range = Int(index.cellStarts[cell])..<Int(index.cellStarts[cell + 1])
          scan(range, of: index, vector, least)
          seen += range.count * WordCells.perBlock
          if seen >= WordCells.mostScanned { break }
        }
      }
      Greatest.keep(NearWords.kept, of: &found) { $0.product }
      found.sort { ($1.product, $0.word) < ($0.product, $1.word) }
      return found.prefix(NearWords.kept).map {
        ($0.word, min(1, Float($0.product) / Float(WordVector.unit)))
      }
    }

    private mutating func scan(
      _ range: Range<Int>, of index: WordCells, _ vector: WordVector, _ least: Int32
    ) {
      let count = range.count * WordCells.perBlock
      if count > products.count { products = [Int32](repeating: 0, count: count) }
      WordCells.multiply(index.blocks, range, vector, &products)
      let first = range.lowerBound * WordCells.perBlock
      for place in 0..<count where products[place] >= least {
        let word = index.words[first + place]
        if word != .max { found.append((products[place], word)) }
      }
    }

    /// The cells of the closest lists, closest first.
    private mutating func rankCells(_ vector: WordVector, _ index: WordCells) {
      model.centreProducts(vector, into: &listProducts)
      lists.removeAll(keepingCapacity: true)
      for list in listProducts.indices where index.listStarts[list] < index.listStarts[list + 1] {
        lists.append((listProducts[list], list))
      }
      Greatest.keep(WordCells.mostLists, of: &lists) { $0.product }
      cells.removeAll(keepingCapacity: true)
      for (product, list) in lists {
        let own = Int(index.listStarts[list])..<Int(index.listStarts[list + 1])
        if own.count == 1 {
          cells.append((product, own.lowerBound))
          continue
        }
        let blocks = Int(index.centreStarts[list])..<Int(index.centreStarts[list + 1])
        let room = blocks.count * WordCells.perBlock
        if room > products.count { products = [Int32](repeating: 0, count: room) }
        WordCells.multiply(index.centres, blocks, vector, &products)
        for (place, cell) in own.enumerated() { cells.append((products[place], cell)) }
      }
      // More cells than are gone through, of whatever size.
      Greatest.keep(WordCells.mostCells, of: &cells) { $0.product }
      cells.sort { ($1.product, $0.cell) < ($0.product, $1.cell) }
    }
  }
}
