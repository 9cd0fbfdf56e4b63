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

  @Test("those above a bound are the same, in plain C too", arguments: [-40_000, 0, 3000, 90_000])
  func above(least: Int32) {
    var random = SystemRandomNumberGenerator()
    let blocks: [UInt8] = (0..<7 * Int(NSK_BLOCK_BYTES)).map { _ in
      UInt8.random(in: 1...127, using: &random)
    }
    let vector: [Int8] = (0..<Int(NSK_DIMENSIONS)).map { _ in
      Int8.random(in: -127...127, using: &random)
    }
    var products = [Int32](repeating: 0, count: 7 * Int(NSK_BLOCK_VECTORS))
    unsafe nsk_products_plain(blocks, 7, vector, &products)
    let expected = products.enumerated().filter { $0.element >= least }
    for isPlain in [false, true] {
      var found = [NskFound](repeating: NskFound(place: 0, product: 0), count: products.count)
      let count =
        isPlain
        ? unsafe nsk_products_above_plain(blocks, 7, vector, least, 100, &found)
        : unsafe nsk_products_above(blocks, 7, vector, least, 100, &found)
      #expect(found[..<count].map(\.place) == expected.map { UInt32($0.offset) + 100 })
      #expect(found[..<count].map(\.product) == expected.map(\.element))
    }
  }

  @Test("a checksum is that of plain C, and any changed bit changes it")
  func checksum() {
    var random = SystemRandomNumberGenerator()
    for count in [0, 1, 31, 255, 256, 257, 512, 1000] {
      var bytes: [UInt8] = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let sum = unsafe nsk_checksum(bytes, count)
      #expect(unsafe nsk_checksum_plain(bytes, count) == sum)
      for place in stride(from: 0, to: count, by: 7) {
        let bit = UInt8(1) << UInt8.random(in: 0...7, using: &random)
        bytes[place] ^= bit
        #expect(unsafe nsk_checksum(bytes, count) != sum)
        bytes[place] ^= bit
      }
    }
  }

  @Test("a tally adds up, raises what it has, and common numbers are found by galloping")
  func tally() {
    var slots = [NskTally](repeating: NskTally(name: 0, weight: 0, units: 0), count: 64)
    var used = [UInt32](repeating: 0, count: 32)
    let names: [UInt32] = [7, 0, 4_000_000_000, 19]
    var count = unsafe nsk_tally_add(&slots, 63, &used, 0, names, 4, 3, 1)
    count = unsafe nsk_tally_add(&slots, 63, &used, count, [19, 8], 2, 2, 2)
    // Of one unit the first counts; without a unit everything does.
    count = unsafe nsk_tally_add(&slots, 63, &used, count, [0, 8], 2, 5, 2)
    count = unsafe nsk_tally_add(&slots, 63, &used, count, [8], 1, 1, 0)
    unsafe nsk_tally_raise(&slots, 63, [7, 9], 2, 10, 4)
    unsafe nsk_tally_raise(&slots, 63, [7, 9], 2, 10, 5)
    let found = used[..<count].map { slots[Int($0)] }
    #expect(found.map(\.name) == [7, 0, 4_000_000_000, 19, 8])
    #expect(found.map(\.weight) == [13, 8, 3, 5, 3])
    let many = (0..<500).map { UInt32($0 * 3) }
    let few: [UInt32] = [0, 1, 2, 3, 300, 301, 1497, 1498]
    var common = [UInt32](repeating: 0, count: 8)
    let both = unsafe nsk_intersect(few, few.count, many, many.count, &common, 8)
    #expect(Array(common[..<both]) == [0, 3, 300, 1497])
    #expect(unsafe nsk_intersect(few, few.count, many, many.count, &common, 2) == 2)
  }

  @Test("the greatest numbers, greatest first, the first of equals first", arguments: [1, 31, 72])
  func greatest(count: Int) {
    var numbers = (0..<count).map { Int32(($0 * 37) % 10) - 5 }
    let order = numbers.indices.sorted { (numbers[$1], $0) < (numbers[$0], $1) }
    var places = [UInt32](repeating: 0, count: 12)
    let found = unsafe nsk_take_greatest(&numbers, count, &places, 12)
    #expect(found == min(12, count))
    #expect(places[..<found].map { Int($0) } == Array(order.prefix(12)))
  }

  @Test("one stored vector's product is that of its block")
  func alone() {
    var random = SystemRandomNumberGenerator()
    let block = (0..<Int(NSK_BLOCK_BYTES)).map { _ in UInt8.random(in: 1...127, using: &random) }
    let vector = (0..<Int(NSK_DIMENSIONS)).map { _ in Int8.random(in: -127...127, using: &random) }
    var products = [Int32](repeating: 0, count: Int(NSK_BLOCK_VECTORS))
    unsafe nsk_products_plain(block, 1, vector, &products)
    for place in products.indices {
      #expect(unsafe nsk_stored_product(block, Int32(place), vector) == products[place])
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
