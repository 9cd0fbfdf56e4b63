// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What the kernel's blocks of 32 bytes know of a mapping, in bytes (`nsk_block_table` in walk.h).
///
/// A block maps every scalar in its place, so it takes those that turn into no more bytes than
/// they have, whatever stands around them:
///
///     two bytes    for each first byte C2…DF what the 64 scalars have in their first place, and
///                  what in their second; 0 is an empty place, FF a scalar not for blocks
///     16 bytes     for each first byte E0…EF a bit for each quarter of its scalars that all stay
///     three bytes  for each 64 scalars two words of bits: those that stay, and marks that stay
///                  behind one of those
struct BlockTable {
  private static let notForBlocks: (UInt8, UInt8) = (0xFF, 0xFF)
  /// The highest combining class at the end of a scalar that marks need no look at.
  private static let highestClass: UInt64 = 9

  /// Entry of each scalar.
  let entry: (UInt32) -> UInt64

  /// The table as bytes, little-endian.
  func serialized() -> [UInt8] {
    var output: [UInt8] = []
    for lead in UInt32(0xC2)...0xDF {
      let places = (0..<64).map { pair((lead & 0x1F) << 6 | $0) }
      output += places.map(\.0) + places.map(\.1)
    }
    let quiet: [UInt64] = (0..<1024).map { bits(of: $0, stays) }
    for lead in 0..<16 {
      var quarters: UInt8 = 0
      for quarter in 0..<4 {
        let first = lead * 64 + quarter * 16
        if quiet[first..<first + 16].allSatisfy({ $0 == .max }) { quarters |= 1 << UInt8(quarter) }
      }
      output.append(quarters)
    }
    for group in 0..<1024 {
      append(quiet[group], to: &output)
      append(bits(of: group, staysAsMark), to: &output)
    }
    return output
  }

  private func append(_ word: UInt64, to output: inout [UInt8]) {
    for shift in 0..<8 { output.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))) }
  }

  /// What a two-byte scalar has in its two places.
  private func pair(_ scalar: UInt32) -> (UInt8, UInt8) {
    let entry = entry(scalar)
    let count = entry & 15
    let bytes = (UInt8(truncatingIfNeeded: entry >> 8), UInt8(truncatingIfNeeded: entry >> 16))
    if entry & 0xF0 == MappingEntry.space, count == 1, bytes.0 == 0x20 { return (0x20, 0) }
    guard entry & 0xF0 == 0, count <= 2, entry & MappingEntry.replaces == 0 else {
      return Self.notForBlocks
    }
    switch count {
    case 0: return (0, 0)
    // Spaces that do not join others stay among themselves.
    case 1: return bytes.0 == 0x20 ? Self.notForBlocks : (bytes.0, 0)
    default: return bytes.0 == 0x20 || bytes.1 == 0x20 ? Self.notForBlocks : bytes
    }
  }

  /// A bit for each of the 64 three-byte scalars of a group of which something holds.
  private func bits(of group: Int, _ holds: (UInt32) -> Bool) -> UInt64 {
    var bits: UInt64 = 0
    for low in 0..<64 {
      let scalar = UInt32(group * 64 + low)
      guard scalar >= 0x800, !(0xD800..<0xE000).contains(scalar) else { continue }
      if holds(scalar) { bits |= 1 << UInt64(low) }
    }
    return bits
  }

  private func stays(_ scalar: UInt32) -> Bool {
    let entry = entry(scalar)
    return entry & 0xFF == MappingEntry.identity && entry & MappingEntry.replaces == 0
      && combiningClass(entry) <= Self.highestClass
  }

  private func staysAsMark(_ scalar: UInt32) -> Bool {
    let entry = entry(scalar)
    return entry & 0xFF == MappingEntry.identity | MappingEntry.reorders
      && entry & MappingEntry.simple != 0 && entry & MappingEntry.replaces == 0
      && combiningClass(entry) >= Self.highestClass
  }

  private func combiningClass(_ entry: UInt64) -> UInt64 { entry >> 48 & 0xFF }
}
