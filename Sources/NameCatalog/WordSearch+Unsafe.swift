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
  private var products: [Int32] = []
  private var vector = WordVector()
  private(set) var found: [Found] = []

  /// Lists that are gone through.
  var probes = 32
  /// Words that are kept.
  var kept = 100
  /// Similarity below which a word is another.
  static let least: Float = 0.45
  /// Words of an index up to which all lists are gone through.
  private static let smallIndex = 4096

  init(_ index: NameIndex) {
    centreProducts = [Int32](repeating: 0, count: index.model.listCount)
  }

  /// Similarity of a product.
  static func similarity(_ product: Int32) -> Float { Float(product) / Float(WordVector.unit) }

  /// Finds words; `found` has them best first, equals by number.
  mutating func find(_ word: IndexWord, in index: NameIndex) {
    found.removeAll(keepingCapacity: true)
    index.model.embed(word.embedded, into: &vector)
    if index.layout.vectorCount <= Self.smallIndex {
      scan(0..<index.layout.vectorCount / Int(NSK_BLOCK_VECTORS), of: index)
    } else {
      index.model.centreProducts(vector, into: &centreProducts)
      for list in Self.greatest(centreProducts, probes) { scan(index.blocks(of: list), of: index) }
    }
    keepBest()
    found.sort { ($1.product, $0.word) < ($0.product, $1.word) }
    if found.count > kept { found.removeSubrange(kept...) }
  }

  /// Drops most of what would be cut off anyway, before it is sorted.
  private mutating func keepBest() {
    guard found.count > kept * 2 else { return }
    let width = WordVector.unit / 256
    var counts = [Int](repeating: 0, count: 512)
    for entry in found { counts[min(511, Int(entry.product / width))] += 1 }
    var bucket = 511
    var sum = counts[511]
    while bucket > 0, sum < kept {
      bucket -= 1
      sum += counts[bucket]
    }
    let least = Int32(bucket) * width
    found.removeAll { $0.product < least }
  }

  private mutating func scan(_ blocks: Range<Int>, of index: NameIndex) {
    let perBlock = Int(NSK_BLOCK_VECTORS)
    let count = blocks.count * perBlock
    if count > products.count { products = [Int32](repeating: 0, count: count * 2) }
    let bytes = unsafe index.vectors.pointer(
      blocks.lowerBound * Int(NSK_BLOCK_BYTES)..<blocks.upperBound * Int(NSK_BLOCK_BYTES))
    guard let start = bytes.baseAddress else { return }
    let least = Int32(Self.least * Float(WordVector.unit))
    unsafe products.withUnsafeMutableBufferPointer { products in
      guard let output = products.baseAddress else { return }
      unsafe vector.withConstantPointer { unsafe nsk_products(start, blocks.count, $0, output) }
      for place in 0..<count where unsafe output[place] >= least {
        let word = UInt32(blocks.lowerBound * perBlock + place)
        found.append(Found(word: word, product: unsafe output[place]))
      }
    }
  }

  /// Places of the greatest numbers, in no order.
  private static func greatest(_ numbers: [Int32], _ count: Int) -> [Int] {
    guard count < numbers.count else { return Array(numbers.indices) }
    // A threshold by counting: products lie within the unit on both sides.
    var counts = [Int](repeating: 0, count: 512)
    let width = WordVector.unit / 200
    for number in numbers { counts[Int(max(0, min(511, number / width + 256)))] += 1 }
    var bucket = 511
    var sum = counts[511]
    while bucket > 0, sum < count {
      bucket -= 1
      sum += counts[bucket]
    }
    var places: [Int] = []
    for place in numbers.indices where Int(numbers[place] / width + 256) > bucket {
      places.append(place)
    }
    for place in numbers.indices
    where places.count < count && Int(numbers[place] / width + 256) == bucket {
      places.append(place)
    }
    return places
  }
}
