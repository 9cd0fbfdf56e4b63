// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
internal import TextBytes

/// What turns words into vectors that lie close when the words are spellings of one name.
///
/// A word's vector is the sum of one row for each run of one to four of its letters, of its
/// romanization and of its own alphabet, brought to unit length. Vectors lie in lists around
/// centres, which belong to the model.
///
/// Layout, little-endian: the magic `NSKEMBED`, a version, the numbers of shared and of native
/// rows and of centres, 16 bytes of model id, zeros up to 64 bytes; the centres in blocks; the
/// rows. `CVectorKernel` says how rows are chosen and what is in a block.
///
/// Safety: the memory is constant and lives as long as the program; `init` checks its length.
@safe
public struct EmbeddingModel: @unchecked Sendable {
  // Sendable: constant memory.
  private let centres: UnsafePointer<UInt8>
  private let rows: UnsafePointer<Int8>
  private let sharedRows: UInt32
  private let nativeRows: UInt32
  /// Number of lists.
  public let listCount: Int
  /// What tells this model from others: 32 hexadecimal digits.
  public let identifier: String

  package static let magic = Array("NSKEMBED".utf8)
  package static let version: UInt32 = 1
  package static let headerSize = 64

  /// Reads a model; nil when the bytes are no model of this version or are cut short.
  ///
  /// - Parameters:
  ///   - start: First byte, aligned to 4; the memory must never be freed or written.
  ///   - count: Number of bytes.
  @unsafe
  package init?(start: UnsafePointer<UInt8>, count: Int) {
    let raw = unsafe UnsafeRawBufferPointer(start: start, count: count)
    func word(_ offset: Int) -> Int {
      unsafe Int(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard count >= Self.headerSize, unsafe Array(raw.prefix(8)) == Self.magic,
      word(8) == Int(Self.version), word(12) > 0, word(16) > 0, word(20) > 0
    else { return nil }
    let centreBytes = word(20) / Int(NSK_BLOCK_VECTORS) * Int(NSK_BLOCK_BYTES)
    let rowBytes = (word(12) + word(16)) * Int(NSK_DIMENSIONS)
    guard word(20) % Int(NSK_BLOCK_VECTORS) == 0, word(20) <= 65536,
      count == Self.headerSize + centreBytes + rowBytes
    else { return nil }
    unsafe centres = start + Self.headerSize
    unsafe rows = UnsafeRawPointer(start + Self.headerSize + centreBytes)
      .assumingMemoryBound(to: Int8.self)
    sharedRows = UInt32(word(12))
    nativeRows = UInt32(word(16))
    listCount = word(20)
    identifier = unsafe raw[24..<40].map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Reads a model from a file's bytes, which stay in memory for the life of the program.
  ///
  /// - Parameter bytes: The file; nil comes out when it is no model of this version, cut short or
  ///   damaged.
  /// - Complexity: O(*n*): the rows are summed and held against the identifier.
  public init?(lasting bytes: [UInt8]) {
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    unsafe start.initialize(from: bytes, count: bytes.count)
    guard let model = unsafe EmbeddingModel(start: start, count: bytes.count),
      FileDigest.of(bytes[Self.headerSize...]).elementsEqual(bytes[24..<40])
    else {
      unsafe start.deallocate()
      return nil
    }
    self = model
  }

  /// The vector of a word.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - vector: Replaced.
  /// - Complexity: O(*n*).
  package func embed(_ word: borrowing EmbeddedWord, into vector: inout WordVector) {
    unsafe word.withLetters { roman, letters in
      unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Int(NSK_MOST_ROWS)) { found in
        guard let start = found.baseAddress else { return }
        let count = unsafe nsk_word_rows(
          roman.baseAddress, roman.count, letters.baseAddress, letters.count, word.alphabet,
          sharedRows, nativeRows, start)
        unsafe vector.withPointer { unsafe nsk_embed(rows, start, count, $0) }
      }
    }
  }

  /// Products of a vector with every centre; `products` has `listCount` places.
  package func centreProducts(_ vector: borrowing WordVector, into products: inout [Int32]) {
    precondition(products.count == listCount, "One product for each list.")
    unsafe vector.withConstantPointer { vector in
      unsafe products.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        unsafe nsk_products(centres, listCount / Int(NSK_BLOCK_VECTORS), vector, start)
      }
    }
  }

  /// The list whose centre is nearest to a vector; `products` is scratch of `listCount` places.
  package func nearestCentre(_ vector: borrowing WordVector, _ products: inout [Int32]) -> Int {
    centreProducts(vector, into: &products)
    return unsafe products.withUnsafeBufferPointer { products in
      guard let start = products.baseAddress else { return 0 }
      return unsafe nsk_greatest(start, products.count)
    }
  }
}
