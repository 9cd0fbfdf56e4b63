// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import CVectorKernel
import Testing

@Suite("products of vectors")
struct ProductsTests {
  @Test("the fast products are those of plain C, for the largest numbers too")
  func twins() {
    var random = SystemRandomNumberGenerator()
    for round in 0..<50 {
      let blockCount = round % 5 + 1
      let bytes = blockCount * Int(NSK_BLOCK_BYTES)
      let blocks: [UInt8] = (0..<bytes).map { _ in
        round == 0 ? 127 : UInt8.random(in: 1...127, using: &random)
      }
      let vector: [Int8] = (0..<Int(NSK_DIMENSIONS)).map { _ in
        round == 0 ? 127 : round == 1 ? -127 : Int8.random(in: -127...127, using: &random)
      }
      let count = blockCount * Int(NSK_BLOCK_VECTORS)
      var fast = [Int32](repeating: 0, count: count)
      var plain = fast
      unsafe nsk_products(blocks, blockCount, vector, &fast)
      unsafe nsk_products_plain(blocks, blockCount, vector, &plain)
      #expect(fast == plain)
    }
  }

  @Test("a stored vector's product with itself is the square of its length")
  func stored() {
    var vector = [Int8](repeating: 0, count: Int(NSK_DIMENSIONS))
    // A unit vector of equal numbers: 300 / 8.
    for place in vector.indices { vector[place] = place % 2 == 0 ? 37 : -38 }
    var block = [UInt8](repeating: UInt8(NSK_STORED_ZERO), count: Int(NSK_BLOCK_BYTES))
    unsafe nsk_store(vector, &block, 5)
    var products = [Int32](repeating: 0, count: Int(NSK_BLOCK_VECTORS))
    unsafe nsk_products(block, 1, vector, &products)
    let unit = Double(NSK_QUERY_SCALE) * Double(NSK_STORED_SCALE)
    #expect(abs(Double(products[5]) / unit - 1) < 0.02)
    #expect(products.enumerated().allSatisfy { $0.offset == 5 || $0.element == 0 })
  }

  @Test("words give as many rows as they have runs of letters, all within the table")
  func rows() {
    let letters = [UInt16](repeating: 0x61, count: 60)
    var rows = [UInt32](repeating: .max, count: Int(NSK_MOST_ROWS))
    let count = unsafe nsk_word_rows(letters, 60, letters, 60, 25, 100, 50, &rows)
    #expect(count <= NSK_MOST_ROWS)
    #expect(rows[..<Int(count)].allSatisfy { $0 < 150 })
    #expect(unsafe nsk_word_rows(letters, 0, letters, 0, 25, 100, 50, &rows) == 0)
    // a, ^a, a$, ^a$: a mark alone gives none.
    #expect(unsafe nsk_word_rows(letters, 1, letters, 0, 25, 100, 50, &rows) == 4)
  }
}
