// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What tells one model file from another, and a damaged one from a whole one: not a guard against
/// malice.
public enum FileDigest {
  /// Number of bytes.
  public static let size = 16

  /// Two FNV-1a hashes from two bases.
  ///
  /// - Complexity: O(*n*).
  /// - Reference: Fowler, Noll and Vo, RFC 9923.
  @inlinable
  public static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x8422_2325_CBF2_9CE4
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
      second = (second ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return [first, second].flatMap { hash in
      (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt64($0))) }
    }
  }
}
