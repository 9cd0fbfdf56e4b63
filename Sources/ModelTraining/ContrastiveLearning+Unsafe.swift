// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel

/// Learns rows so that both words of a pair lie closer to one another than to the batch's others.
///
/// The loss is the cross-entropy of finding the partner among all words of the batch, in both
/// directions; steps follow Adagrad with one sum a row.
///
/// - Reference: van den Oord, Li and Vinyals, "Representation Learning with Contrastive Predictive
///   Coding", 2018, arXiv:1807.03748; Duchi, Hazan and Singer 2011 (Adagrad).
///
/// Safety: every buffer is allocated once with the size that its comment says; row numbers come
/// from `nsk_word_rows`, which keeps below the table's size.
@safe
struct ContrastiveLearning: ~Copyable {
  /// Pairs of a batch.
  static let batchSize = 512
  private static let temperature: Float = 0.06
  private static let firstRate: Float = 0.15
  private static let width = Int(NSK_DIMENSIONS)

  private let rowCount: Int
  /// `rowCount` rows of `width`.
  private let table: UnsafeMutablePointer<Float>
  /// `rowCount`.
  private let squares: UnsafeMutablePointer<Float>
  /// Vectors of the left words, of the right, and the pulls on both: `batchSize` of `width` each.
  private let vectors: UnsafeMutablePointer<Float>
  /// `batchSize` times `batchSize` + `width` + 2.
  private let scratch: UnsafeMutablePointer<Float>

  init(rowCount: Int) {
    self.rowCount = rowCount
    let size = Self.batchSize
    unsafe table = .allocate(capacity: rowCount * Self.width)
    unsafe squares = .allocate(capacity: rowCount)
    unsafe squares.initialize(repeating: 1e-6, count: rowCount)
    unsafe vectors = .allocate(capacity: 4 * size * Self.width)
    unsafe vectors.initialize(repeating: 0, count: 4 * size * Self.width)
    unsafe scratch = .allocate(capacity: size * (size + Self.width + 2))
    unsafe scratch.initialize(repeating: 0, count: size * (size + Self.width + 2))
    var random = SeededRandom(seed: 20_240_302)
    for place in 0..<rowCount * Self.width {
      unsafe (table + place).initialize(to: Float.random(in: -0.1...0.1, using: &random))
    }
  }

  deinit {
    unsafe table.deallocate()
    unsafe squares.deallocate()
    unsafe vectors.deallocate()
    unsafe scratch.deallocate()
  }

  /// Takes one step.
  ///
  /// - Parameters:
  ///   - batch: `batchSize` pairs of word numbers.
  ///   - words: The rows of the words.
  ///   - rate: Size of the step, 1 at first.
  /// - Returns: The mean loss of a word.
  /// - Complexity: O(*b*²) in the batch's size.
  mutating func learn(_ batch: [(Int32, Int32)], of words: WordRows, rate: Float) -> Float {
    precondition(batch.count == Self.batchSize, "A batch has a fixed size.")
    let left = batch.map(\.0)
    let right = batch.map(\.1)
    let numbers = left + right
    let half = Self.batchSize * Self.width
    let lengths = numbers.enumerated().map { place, word in
      unsafe sum(words.rows(of: Int(word)), into: vectors + place * Self.width)
    }
    let loss = unsafe nsk_contrast(
      vectors, vectors + half, left, right, batch.count, Self.temperature, vectors + 2 * half,
      vectors + 3 * half, scratch)
    for (place, word) in numbers.enumerated() {
      unsafe words.rows(of: Int(word)).withUnsafeBufferPointer { rows in
        guard let start = rows.baseAddress else { return }
        unsafe nsk_rows_pull(
          table, squares, start, rows.count, vectors + place * Self.width,
          vectors + 2 * half + place * Self.width, lengths[place], Self.firstRate * rate)
      }
    }
    return loss
  }

  /// The unit vector of a word.
  func vector(of rows: ArraySlice<UInt32>) -> [Float] {
    var result = [Float](repeating: 0, count: Self.width)
    unsafe result.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { _ = unsafe sum(rows, into: start) }
    }
    return result
  }

  @unsafe
  private func sum(_ rows: ArraySlice<UInt32>, into vector: UnsafeMutablePointer<Float>) -> Float {
    unsafe rows.withUnsafeBufferPointer { rows in
      guard let start = rows.baseAddress else { return 0 }
      return unsafe nsk_rows_sum(table, start, rows.count, vector)
    }
  }

  /// The rows in bytes, all on one scale; a few in ten thousand numbers are cut off.
  func quantisedRows() -> [Int8] {
    var square = 0.0
    for place in 0..<rowCount * Self.width {
      let number = unsafe Double(table[place])
      square += number * number
    }
    let deviation = (square / Double(rowCount * Self.width)).squareRoot()
    let scale = Float(127 / (5 * deviation))
    return (0..<rowCount * Self.width).map { place in
      let scaled = unsafe table[place] * scale
      return Int8(max(-127, min(127, scaled.rounded())))
    }
  }
}
