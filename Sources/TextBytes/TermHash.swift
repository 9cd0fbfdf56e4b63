// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A hash of a term that looks past the punctuation in which spellings of one term differ.
///
///     var hash = TermHash()
///     hash.append("guinea-bissau".utf8Span.span)   // equal to that of "guinea bissau"
///
/// Hyphens, slashes, brackets, commas, ampersands and runs of spaces count as one space between
/// words; full stops and quotation marks count as nothing. Words may be appended one by one, and
/// `value` read after each: that is how the phrases that begin at a word are looked up.
///
/// The input must be in the `key` profile. Not for attackers' input: see `ByteHash`.
public struct TermHash: Sendable {
  // All 64 bits wide: a short factor leaves the upper half of a product to the word's last letters.
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var word: UInt64 = 0
  private var count = 0
  private var isAfterSpace = false

  /// Creates the hash of no bytes.
  public init() {}

  /// Whether no letter has been appended yet.
  public var isEmpty: Bool { count == 0 }

  /// 64 well-mixed bits for all that has been appended.
  public var value: UInt64 { ByteHash.fold(word ^ 0xE703_7ED1_A0B4_28DB, state ^ UInt64(count)) }

  /// Appends bytes.
  ///
  /// - Complexity: O(*n*) in the number of bytes; no allocation.
  public mutating func append(_ bytes: Span<UInt8>) {
    for index in 0..<bytes.count {
      switch bytes[index] {
      case 0x20, 0x26, 0x28, 0x29, 0x2C, 0x2D, 0x2F: isAfterSpace = true
      case 0x22, 0x27, 0x2E: break
      case let byte:
        if isAfterSpace, count > 0 { take(0x20) }
        isAfterSpace = false
        take(byte)
      }
    }
  }

  /// Appends one more word of a phrase.
  public mutating func append(word bytes: Span<UInt8>) {
    isAfterSpace = true
    append(bytes)
  }

  private mutating func take(_ byte: UInt8) {
    word |= UInt64(byte) << UInt64(8 * (count & 7))
    // Cannot overflow: no text is that long.
    count &+= 1
    if count & 7 == 0 {
      state = ByteHash.fold(word ^ 0x8EBC_6AF0_9C88_C6E3, state ^ 0xA076_1D64_78BD_642F)
      word = 0
    }
  }
}
