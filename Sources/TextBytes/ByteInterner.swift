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
    intern(bytes, ByteHash.hash(bytes))
  }

  private mutating func intern(_ bytes: Span<UInt8>, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let number = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(number, bytes) { return number }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = ends.count
    unsafe bytes.withUnsafeBufferPointer { unsafe arena.append(contentsOf: $0) }
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = ((hash &>> 32) &<< 32) | UInt64(number + 1)
    if ends.count * 4 > slots.count * 3 { grow() }
    return number
  }

  /// Numbers of many strings, as interning one after the other gives them.
  ///
  /// A large interner lies far from the processor: here many strings wait for their memory at once,
  /// which is several times faster.
  ///
  /// - Parameters:
  ///   - count: How many strings there are.
  ///   - bytes: Holds the strings.
  ///   - numbers: Their numbers are appended.
  ///   - string: Gives a string's place in `bytes`.
  /// - Complexity: O(*n*) expected in the number of bytes.
  public mutating func intern(
    _ count: Int, of bytes: Span<UInt8>, into numbers: inout [Int], at string: (Int) -> Range<Int>
  ) {
    var hashes = InlineArray<64, UInt64>(repeating: 0)
    var start = 0
    while start < count {
      let end = min(count, start + hashes.count)
      for place in start..<end {
        hashes[place - start] = ByteHash.hash(bytes.extracting(string(place)))
      }
      look(for: hashes, end - start)
      for place in start..<end {
        numbers.append(intern(bytes.extracting(string(place)), hashes[place - start]))
      }
      start = end
    }
  }

  /// Reads what strings of some hashes are held against; each step is taken for all before the next.
  private func look(for hashes: borrowing InlineArray<64, UInt64>, _ count: Int) {
    var ends = InlineArray<64, Int>(repeating: 0)
    for place in 0..<count {
      let slot = slots[Int(truncatingIfNeeded: hashes[place]) & (slots.count - 1)]
      ends[place] = slot >> 32 == hashes[place] >> 32 && slot != 0 ? Int(slot & 0xFFFF_FFFF) : 0
    }
    for place in 0..<count where ends[place] > 0 { ends[place] = self.ends[ends[place] - 1] }
    // Whatever is there, the sum is positive: it is asked for so that the memory is read.
    var sum = 0
    for place in 0..<count where ends[place] > 0 { sum += Int(arena[ends[place] - 1]) }
    precondition(sum >= 0, "Bytes are not negative.")
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
