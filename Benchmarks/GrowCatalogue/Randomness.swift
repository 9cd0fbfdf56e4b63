// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Random numbers that are the same on every machine.
///
/// - Reference: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014,
///   doi:10.1145/2660193.2660195.
struct Randomness {
  private var state: UInt64

  /// Numbers of their own for each seed, purpose and place.
  init(_ seed: UInt64, _ purpose: UInt64, _ place: Int) {
    state = seed &+ purpose &* 0x632B_E59B_D9B4_E019
    state &+= UInt64(bitPattern: Int64(place)) &* 0xD6E8_FEB8_6659_FD93
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number in `0..<1`.
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// A number in `0..<bound`.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  mutating func happens(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A rank in `0..<bound`, each with a probability of about one over itself, as words are.
  ///
  /// Doubling is by steps of a table rather than by `exp`, whose last bit differs between machines.
  mutating func rank(_ bound: Int) -> Int {
    let bits = Int.bitWidth - bound.leadingZeroBitCount
    while true {
      let width = below(bits)
      let rank = (1 << width) + below(1 << width) - 1
      if rank < bound { return rank }
    }
  }
}
