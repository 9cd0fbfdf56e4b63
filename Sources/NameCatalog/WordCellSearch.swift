// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
internal import StringDistance

/// Finds the words whose vectors are close to those of others, with memory of its own.
///
/// Words that lie close are searched for together: they go through about the same cells, each of
/// which is read from memory once for all of them.
struct WordCellSearch {
  /// A word that was found.
  struct Near {
    var product: Int32
    var word: UInt32

    /// How close it is, `0...1`.
    var similarity: Float { min(1, Float(product) / Float(WordVector.unit)) }
  }

  private let cells: WordCells
  private let model: EmbeddingModel
  private var vector = WordVector()
  private var listProducts: [Int32]
  private var products: [Int32] = []
  private var lists: [(product: Int32, list: Int)] = []
  private var ranked: [(product: Int32, cell: Int)] = []
  /// Cells to go through and the queries that want them, in one word each.
  private var wanted: [UInt64] = []
  private var hits: [NskFound] = []
  private var found: [[Near]] = []

  /// Lists whose cells are weighed.
  private static let mostLists = 48
  /// Words that a search goes through.
  private static let mostScanned = 12_288
  private static let mostCells = 128

  init(_ cells: WordCells, _ model: EmbeddingModel) {
    self.cells = cells
    self.model = model
    listProducts = [Int32](repeating: 0, count: model.listCount)
  }

  /// For each of some words those that are close to it, nearest first; itself among them, if it
  /// is one of a name.
  mutating func near(_ words: some Collection<UInt32>) -> [[Near]] {
    while found.count < words.count { found.append([]) }
    wanted.removeAll(keepingCapacity: true)
    for (query, word) in words.enumerated() {
      found[query].removeAll(keepingCapacity: true)
      chooseCells(of: Int(word), query)
    }
    wanted.sort()
    let queries = Array(words)
    let least = Int32(NearWords.least * Float(WordVector.unit))
    for want in wanted {
      let query = Int(want & 0xFFFF_FFFF)
      let count = cells.hits(Int(queries[query]), inCell: Int(want >> 32), least: least, &hits)
      for hit in 0..<count {
        let word = cells.words[Int(hits[hit].place)]
        if word != .max { found[query].append(Near(product: hits[hit].product, word: word)) }
      }
    }
    return queries.indices.map { query in
      Greatest.keep(NearWords.kept, of: &found[query]) { $0.product }
      found[query].sort { ($1.product, $0.word) < ($0.product, $1.word) }
      return Array(found[query].prefix(NearWords.kept))
    }
  }

  private mutating func chooseCells(of word: Int, _ query: Int) {
    if cells.words.count <= Self.mostScanned {
      for cell in 0..<cells.cellStarts.count - 1 { want(cell, query) }
      return
    }
    rankCells(word)
    var seen = 0
    for (_, cell) in ranked {
      want(cell, query)
      seen += Int(cells.cellStarts[cell + 1] - cells.cellStarts[cell]) * WordCells.perBlock
      if seen >= Self.mostScanned { break }
    }
  }

  private mutating func want(_ cell: Int, _ query: Int) {
    wanted.append(UInt64(cell) << 32 | UInt64(query))
  }

  /// The cells of the closest lists, closest first.
  private mutating func rankCells(_ word: Int) {
    cells.load(word, into: &vector)
    model.centreProducts(vector, into: &listProducts)
    lists.removeAll(keepingCapacity: true)
    for list in listProducts.indices where cells.listStarts[list] < cells.listStarts[list + 1] {
      lists.append((listProducts[list], list))
    }
    Greatest.keep(Self.mostLists, of: &lists) { $0.product }
    ranked.removeAll(keepingCapacity: true)
    for (product, list) in lists {
      let own = Int(cells.listStarts[list])..<Int(cells.listStarts[list + 1])
      if own.count == 1 {
        ranked.append((product, own.lowerBound))
        continue
      }
      cells.centreProducts(word, ofList: list, &products)
      for (place, cell) in own.enumerated() { ranked.append((products[place], cell)) }
    }
    // More cells than are gone through, of whatever size.
    Greatest.keep(Self.mostCells, of: &ranked) { $0.product }
    ranked.sort { ($1.product, $0.cell) < ($0.product, $1.cell) }
  }
}
