// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Gives each distinct byte string a small number and keeps its bytes once.
///
/// Strings lie end to end in one arena; the index is an open-addressing table of numbers beside
/// parts of their hashes, so that other strings are seldom looked at. An interned string costs its
/// bytes plus about 30 bytes and no allocation of its own.
public struct ByteInterner: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  // Slot value 0 is empty, otherwise number + 1 behind the upper half of the hash. The size is a
  // power of two, at most 3/4 full.
  private var slots: [UInt64]

  /// Creates an empty interner.
  public init() { slots = [UInt64](repeating: 0, count: 64) }

  /// Forgets all strings and keeps the memory.
  public mutating func removeAll() {
    arena.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  /// Number of distinct strings.
  public var count: Int { ends.count }

  /// Number of bytes of all strings.
  public var byteCount: Int { arena.count }

  /// Range of a string's bytes inside `bytes`.
  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The bytes of an interned string.
  public subscript(number: Int) -> ArraySlice<UInt8> { arena[range(number)] }

  /// The hash by which an interned string is found: `ByteHash` of its bytes.
  public func hash(_ number: Int) -> UInt64 { hashes[number] }

  /// Number of a string, giving it a new one when it is new.
  ///
  /// - Parameter bytes: The string's bytes.
  /// - Returns: A number from 0, dense in the order of first appearance.
  /// - Complexity: O(*n*) expected in the number of bytes.
  public mutating func intern(_ bytes: Span<UInt8>) -> Int {
    let hash = ByteHash.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(number, bytes) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = ends.count
    for index in bytes.indices { arena.append(bytes[index]) }
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = ((hash &>> 32) &<< 32) | UInt64(number + 1)
    if ends.count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// Number of a string that was interned before.
  ///
  /// - Parameter bytes: The string's bytes.
  /// - Returns: Its number, or nil when it was never interned.
  public func find(_ bytes: Span<UInt8>) -> Int? {
    let hash = ByteHash.hash(bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(number, bytes) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == bytes.count else { return false }
    for offset in 0..<bytes.count where arena[range.lowerBound + offset] != bytes[offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for number in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = ((hashes[number] &>> 32) &<< 32) | UInt64(number + 1)
    }
    slots = larger
  }
}
