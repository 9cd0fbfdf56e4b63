// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel

/// A word's place among all words: 64 small numbers.
package struct WordVector: Sendable, Equatable {
  private var numbers: [Int8]

  /// The zero vector, which is close to nothing.
  package init() { numbers = [Int8](repeating: 0, count: Int(NSK_DIMENSIONS)) }

  /// Products of two vectors are the cosine times this.
  package static let unit = Int32(NSK_QUERY_SCALE * NSK_STORED_SCALE)

  /// Appends its numbers.
  package func append(to numbers: inout [Int8]) { numbers += self.numbers }

  @unsafe
  package mutating func withPointer(_ body: (UnsafeMutablePointer<Int8>) -> Void) {
    unsafe numbers.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe body(start) }
    }
  }

  @unsafe
  package func withConstantPointer(_ body: (UnsafePointer<Int8>) -> Void) {
    unsafe numbers.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { unsafe body(start) }
    }
  }
}

/// The letters of a word that its vector is made of.
///
/// Words with the same letters have the same vector, whatever their case and, outside Latin
/// script, their marks.
package struct EmbeddedWord: Hashable, Sendable {
  package var alphabet: UInt8
  package var letters: [UInt16]
  package var roman: [UInt16]

  package init(alphabet: UInt8, letters: [UInt16], roman: [UInt16]) {
    self.alphabet = alphabet
    self.letters = letters
    self.roman = roman
  }

  @unsafe
  func withLetters(
    _ body: (UnsafeBufferPointer<UInt16>, UnsafeBufferPointer<UInt16>) -> Void
  ) {
    unsafe roman.withUnsafeBufferPointer { roman in
      unsafe letters.withUnsafeBufferPointer { unsafe body(roman, $0) }
    }
  }
}
