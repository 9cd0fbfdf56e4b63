// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel

/// Adds up what names are roughly worth, and gives the best of them.
///
/// A small table that stays in the processor's cache, whatever the size of the index.
struct RoughTally {
  private var slots: [NskTally]
  private var used: [UInt32]
  private var usedCount = 0
  private let mask: UInt32

  /// Weights from which names are equally good.
  private static let greatestWeight = 1023

  /// A tally of at most so many additions.
  init(mostAdditions: Int) {
    var size = 64
    while size < mostAdditions * 3 / 2 { size *= 2 }
    slots = [NskTally](repeating: NskTally(name: 0, weight: 0, units: 0), count: size)
    used = [UInt32](repeating: 0, count: mostAdditions)
    mask = UInt32(size - 1)
  }

  /// Names that can still be added.
  var room: Int { used.count - usedCount }

  /// Adds a weight above 0 to names of a column that the unit has not found yet, no more than there
  /// is room for.
  mutating func add(
    _ weight: Int, from unit: Int, to places: Range<Int>, of names: Column<UInt32>
  ) {
    unsafe add(weight, Self.bit(unit), to: names.pointer(places))
  }

  /// Adds a weight to those names of a column that the tally has and the unit has not found yet.
  mutating func raise(
    _ weight: Int, from unit: Int, of places: Range<Int>, in names: Column<UInt32>
  ) {
    let names = unsafe names.pointer(places)
    let mask = self.mask
    unsafe slots.withUnsafeMutableBufferPointer { slots in
      guard let table = slots.baseAddress, let first = names.baseAddress else { return }
      unsafe nsk_tally_raise(
        table, mask, first, names.count, UInt16(max(weight, 1)), Self.bit(unit))
    }
  }

  /// Adds a weight to names that stand in both of two rising stretches of a column, as far as there
  /// is room.
  mutating func add(
    _ weight: Int, toCommon few: Range<Int>, _ many: Range<Int>, of names: Column<UInt32>
  ) {
    let few = unsafe names.pointer(few)
    let many = unsafe names.pointer(many)
    let room = self.room
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { common in
      guard let output = common.baseAddress, let start = few.baseAddress,
        let other = many.baseAddress
      else { return }
      let count = unsafe nsk_intersect(start, few.count, other, many.count, output, room)
      unsafe add(weight, 0, to: UnsafeBufferPointer(start: output, count: count))
    }
  }

  /// Units beyond the first share a bit.
  private static func bit(_ unit: Int) -> UInt16 { 1 << UInt16(min(unit, 15)) }

  @unsafe
  private mutating func add(
    _ weight: Int, _ unit: UInt16, to names: UnsafeBufferPointer<UInt32>
  ) {
    precondition(names.count <= room, "The tally has room for all additions.")
    let count = usedCount
    let mask = self.mask
    usedCount = unsafe slots.withUnsafeMutableBufferPointer { slots in
      unsafe used.withUnsafeMutableBufferPointer { used in
        guard let table = slots.baseAddress, let filled = used.baseAddress,
          let first = names.baseAddress
        else { return count }
        return unsafe nsk_tally_add(
          table, mask, filled, count, first, names.count, UInt16(max(weight, 1)), unit)
      }
    }
  }

  /// The names with the greatest weights, and of those at the edge the first added; forgets all.
  ///
  /// - Parameters:
  ///   - most: Most names.
  ///   - best: Replaced; in no order.
  ///   - isWanted: Whether a name may be given; of those at the edge only as many are asked for
  ///     as there is room for.
  mutating func takeBest(_ most: Int, into best: inout [UInt32], where isWanted: (UInt32) -> Bool) {
    best.removeAll(keepingCapacity: true)
    let count = usedCount
    let bucketCount = Self.greatestWeight + 1
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: bucketCount) { counts in
      unsafe counts.initialize(repeating: 0)
      func bucket(_ weight: UInt16) -> Int { min(Self.greatestWeight, Int(weight)) }
      unsafe slots.withUnsafeMutableBufferPointer { slots in
        for place in 0..<count {
          unsafe counts[bucket(slots[Int(used[place])].weight)] += 1
        }
        var threshold = Self.greatestWeight
        var sum = unsafe counts[threshold]
        while threshold > 1, unsafe sum + counts[threshold - 1] <= most {
          threshold -= 1
          sum += unsafe counts[threshold]
        }
        var room = most - sum
        for place in 0..<count {
          let entry = unsafe slots[Int(used[place])]
          unsafe slots[Int(used[place])].weight = 0
          let weight = bucket(entry.weight)
          if weight < threshold - 1 || weight < threshold && room == 0 { continue }
          guard isWanted(entry.name) else { continue }
          if weight < threshold { room -= 1 }
          best.append(entry.name)
        }
      }
    }
    usedCount = 0
  }
}
