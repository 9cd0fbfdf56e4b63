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
  private var nearLists: [Int] = []
  private var vector = WordVector()
  private var near: [NskFound] = []
  private var nearCount = 0
  private(set) var found: [Found] = []

  /// Lists that are gone through.
  static let probes = 24
  /// Words that are kept.
  static let kept = 100
  /// Similarity below which a word is another.
  static let least: Float = 0.45
  private static let leastProduct = Int32(least * Float(WordVector.unit))
  /// Words of an index up to which all lists are gone through.
  private static let smallIndex = 4096

  init(_ index: NameIndex) {
    centreProducts = [Int32](repeating: 0, count: index.model.listCount)
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
      takeNearLists()
      for list in nearLists {
        scan(index.blocks(of: list, unspacedOnly: unspacedOnly), of: index)
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

  /// The lists whose centres are closest, in the order of the file.
  private mutating func takeNearLists() {
    nearLists.removeAll(keepingCapacity: true)
    // A threshold by counting: products lie within the unit on both sides.
    let width = WordVector.unit / 200
    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 512) { counts in
      unsafe counts.initialize(repeating: 0)
      func bucket(_ product: Int32) -> Int { Int(max(0, min(511, product / width + 256))) }
      for product in centreProducts { unsafe counts[bucket(product)] += 1 }
      var threshold = 511
      var sum = unsafe Int(counts[511])
      while threshold > 0, sum < Self.probes {
        threshold -= 1
        sum += unsafe Int(counts[threshold])
      }
      var atThreshold = unsafe Self.probes - (sum - Int(counts[threshold]))
      for list in centreProducts.indices {
        let own = bucket(centreProducts[list])
        if own > threshold {
          nearLists.append(list)
        } else if own == threshold, atThreshold > 0 {
          nearLists.append(list)
          atThreshold -= 1
        }
      }
    }
  }
}
