// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel

/// Centres of unit vectors, by k-means over the cosine.
///
/// Cosines are taken of the bytes that a model file holds, as an index will take them.
///
/// - Reference: Dhillon and Modha, "Concept Decompositions for Large Sparse Text Data Using
///   Clustering", Machine Learning 42 (2001), doi:10.1023/A:1007612920971.
struct SphericalMeans {
  /// Number of centres: whole blocks.
  let count: Int
  private static let rounds = 8
  private static let width = Int(NSK_DIMENSIONS)

  init(count: Int) {
    precondition(count % Int(NSK_BLOCK_VECTORS) == 0, "Centres fill whole blocks.")
    self.count = count
  }

  /// Blocks of unit vectors that the given ones lie around; vectors evenly spread among the given
  /// ones are the first centres.
  ///
  /// - Complexity: O(*n* *k*) a round.
  func centres(of vectors: [[Float]]) -> [UInt8] {
    precondition(!vectors.isEmpty, "Centres need vectors.")
    var centres = (0..<count).map { vectors[$0 * vectors.count / count] }
    let bytes = vectors.map { Self.bytes(of: $0) }
    var products = [Int32](repeating: 0, count: count)
    for _ in 0..<Self.rounds {
      let blocks = Self.blocks(of: centres)
      var sums = [[Float]](
        repeating: [Float](repeating: 0, count: Self.width), count: count)
      for (number, vector) in bytes.enumerated() {
        // Safe: the products of all blocks' vectors are as many as there are centres.
        unsafe nsk_products(blocks, count / Int(NSK_BLOCK_VECTORS), vector, &products)
        var best = 0
        for place in products.indices where products[place] > products[best] { best = place }
        for place in 0..<Self.width { sums[best][place] += vectors[number][place] }
      }
      for place in centres.indices {
        let length = sums[place].reduce(0) { $0 + $1 * $1 }.squareRoot()
        // A centre that lost all its vectors stays where it was.
        if length > 0 { centres[place] = sums[place].map { $0 / length } }
      }
    }
    return Self.blocks(of: centres)
  }

  private static func bytes(of vector: [Float]) -> [Int8] {
    vector.map { Int8(max(-127, min(127, ($0 * Float(NSK_QUERY_SCALE)).rounded()))) }
  }

  private static func blocks(of centres: [[Float]]) -> [UInt8] {
    let size = Int(NSK_BLOCK_BYTES)
    let perBlock = Int(NSK_BLOCK_VECTORS)
    var blocks = [UInt8](repeating: 0, count: centres.count / perBlock * size)
    for (number, centre) in centres.enumerated() {
      let vector = bytes(of: centre)
      unsafe blocks.withUnsafeMutableBufferPointer { blocks in
        guard let start = blocks.baseAddress else { return }
        unsafe nsk_store(vector, start + number / perBlock * size, Int32(number % perBlock))
      }
    }
    return blocks
  }
}
