// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
internal import StringDistance

/// Finds the words of an index that are closest to a word.
struct WordSearch {
  /// A word of the index.
  struct Found {
    var word: UInt32
    var product: Int32
  }

  private var centreProducts: [Int32]
  private var nearLists: [UInt32]
  /// The vector of the word that was looked for last.
  private(set) var vector = WordVector()
  private var near: [NskFound] = []
  private var nearCount = 0
  private(set) var found: [Found] = []

  /// Lists that are gone through.
  static let probes = 16
  /// Words that are kept.
  static let kept = 64
  /// Similarity below which a word is another.
  static let least: Float = 0.45
  private static let leastProduct = Int32(least * Float(WordVector.unit))
  /// Words of an index up to which all lists are gone through.
  private static let smallIndex = 4096

  init(_ index: NameIndex) {
    centreProducts = [Int32](repeating: 0, count: index.model.listCount)
    nearLists = [UInt32](repeating: 0, count: Self.probes)
  }

  /// Similarity of a product.
  static func similarity(_ product: Int32) -> Float { Float(product) / Float(WordVector.unit) }

  /// Finds words, a few more than are kept when their products are about equal.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - unspacedOnly: Whether only words of scripts without spaces are looked for.
  ///   - isExhaustive: Whether every word is looked at and all that are close are kept.
  ///   - index: The index.
  mutating func find(
    _ word: EmbeddedWord, unspacedOnly: Bool, isExhaustive: Bool, in index: NameIndex
  ) {
    nearCount = 0
    index.model.embed(word, into: &vector)
    if isExhaustive || index.layout.vectorCount <= Self.smallIndex {
      for list in 0..<index.model.listCount {
        scan(index.blocks(of: list, unspacedOnly: unspacedOnly), of: index)
      }
    } else {
      index.model.centreProducts(vector, into: &centreProducts)
      for place in 0..<takeNearLists() {
        scan(index.blocks(of: Int(nearLists[place]), unspacedOnly: unspacedOnly), of: index)
      }
    }
    let limit = isExhaustive ? Int.max : Self.kept
    let least = limit < nearCount ? leastKept(limit) : Self.leastProduct
    found.removeAll(keepingCapacity: true)
    for place in 0..<nearCount where near[place].product >= least {
      found.append(Found(word: near[place].place, product: near[place].product))
    }
  }

  /// A product that no more than a few words beyond the limit reach.
  private func leastKept(_ limit: Int) -> Int32 {
    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 512) { counts in
      unsafe counts.initialize(repeating: 0)
      let width = WordVector.unit / 256
      for place in 0..<nearCount {
        unsafe counts[min(511, Int(near[place].product / width))] += 1
      }
      var bucket = 511
      var sum = unsafe Int(counts[511])
      while bucket > 0, sum < limit {
        bucket -= 1
        sum += unsafe Int(counts[bucket])
      }
      return Int32(bucket) * width
    }
  }

  private mutating func scan(_ blocks: Range<Int>, of index: NameIndex) {
    if blocks.isEmpty { return }
    let perBlock = Int(NSK_BLOCK_VECTORS)
    let room = nearCount + blocks.count * perBlock
    while near.count < room { near.append(NskFound(place: 0, product: 0)) }
    let bytes = unsafe index.vectors.pointer(
      blocks.lowerBound * Int(NSK_BLOCK_BYTES)..<blocks.upperBound * Int(NSK_BLOCK_BYTES))
    guard let start = bytes.baseAddress else { return }
    let count = nearCount
    nearCount += unsafe near.withUnsafeMutableBufferPointer { near in
      guard let output = near.baseAddress else { return 0 }
      var added = 0
      unsafe vector.withConstantPointer {
        unsafe added = nsk_products_above(
          start, blocks.count, $0, Self.leastProduct, UInt32(blocks.lowerBound * perBlock),
          output + count)
      }
      return added
    }
  }

  /// Finds the lists whose centres are closest, closest first, and gives their number.
  private mutating func takeNearLists() -> Int {
    precondition(centreProducts.count <= Int(NSK_MOST_NUMBERS), "A model has not so many lists.")
    return unsafe centreProducts.withUnsafeMutableBufferPointer { products in
      unsafe nearLists.withUnsafeMutableBufferPointer { lists in
        guard let numbers = products.baseAddress, let places = lists.baseAddress else { return 0 }
        return unsafe nsk_take_greatest(numbers, products.count, places, lists.count)
      }
    }
  }

}
