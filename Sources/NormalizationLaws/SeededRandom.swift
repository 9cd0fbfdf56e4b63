// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A small reproducible generator.
///
/// - Reference: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014
///   (SplitMix64), doi:10.1145/2660193.2660195.
public struct SeededRandom: Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal numbers.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A number below a limit.
  public mutating func next(below limit: Int) -> Int {
    Int(truncatingIfNeeded: next() >> 1) % limit
  }
}
