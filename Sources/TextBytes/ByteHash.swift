// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A fast 64-bit hash of bytes, stable across runs, machines and versions.
///
/// Ids of entities are made from it, so its result is part of the file formats. It is not
/// cryptographic and not keyed: do not use it where an attacker chooses the input.
///
/// The mixing step is the 64×64→128-bit multiply-and-fold of wyhash (Wang Yi, public domain).
public enum ByteHash {
  @usableFromInline static let secret: (UInt64, UInt64, UInt64) = (
    0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3
  )

  @inlinable
  static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// Hash of all bytes of a span.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - seed: A value that separates independent uses.
  /// - Returns: 64 well-mixed bits.
  /// - Complexity: O(*n*) in the number of bytes.
  @inlinable
  public static func hash(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var state = seed ^ secret.0
    var index = 0
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
      state = fold(word ^ secret.1, state ^ secret.2)
      index += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count {
      tail |= UInt64(bytes[index]) << shift
      shift += 8
      index += 1
    }
    return fold(tail ^ secret.1, state ^ UInt64(bytes.count) ^ secret.2)
  }
}
