// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Numbers for pieces, given as they are first met.
struct PieceInventory {
  /// A piece: letters of both sides.
  struct Piece {
    var first: ArraySlice<UInt16>
    var second: ArraySlice<UInt16>
  }

  private(set) var pieces: [Piece] = []
  private var keys: [UInt64]
  private var numbers: [Int32]
  private var mask: Int

  init() {
    mask = (1 << 16) - 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    numbers = [Int32](repeating: -1, count: mask + 1)
  }

  /// The number of a piece.
  ///
  /// Pieces are told apart by a hash of 64 bits, which for some millions of them is safe.
  mutating func number(_ first: ArraySlice<UInt16>, _ second: ArraySlice<UInt16>) -> Int32 {
    let key = Self.hash(first, second)
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while numbers[slot] >= 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(pieces.count)
    pieces.append(Piece(first: first, second: second))
    keys[slot] = key
    numbers[slot] = number
    if pieces.count * 2 > mask { grow() }
    return number
  }

  private static func hash(_ first: ArraySlice<UInt16>, _ second: ArraySlice<UInt16>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for letter in first { hash = (hash ^ UInt64(letter)) &* 0xFF51_AFD7_ED55_8CCD }
    hash = (hash ^ 0xFFFF_FFFF) &* 0xC4CE_B9FE_1A85_EC53
    for letter in second { hash = (hash ^ UInt64(letter)) &* 0xFF51_AFD7_ED55_8CCD }
    return hash ^ hash >> 32
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldNumbers = numbers
    mask = mask * 2 + 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    numbers = [Int32](repeating: -1, count: mask + 1)
    for (old, number) in oldNumbers.enumerated() where number >= 0 {
      var slot = Int(truncatingIfNeeded: oldKeys[old] >> 20) & mask
      while numbers[slot] >= 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[old]
      numbers[slot] = number
    }
  }
}
