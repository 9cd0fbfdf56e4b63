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
    slots = [NskTally](repeating: NskTally(name: 0, weight: 0), count: size)
    used = [UInt32](repeating: 0, count: mostAdditions)
    mask = UInt32(size - 1)
  }

  /// Whether it has no names.
  var isEmpty: Bool { usedCount == 0 }

  /// Names that can still be added.
  var room: Int { used.count - usedCount }

  /// Adds a weight above 0 to names of a column, no more than there is room for.
  mutating func add(_ weight: Int, to places: Range<Int>, of names: Column<UInt32>) {
    unsafe add(weight, to: names.pointer(places))
  }

  /// Adds a weight to those names of a column that the tally has.
  mutating func raise(_ weight: Int, of places: Range<Int>, in names: Column<UInt32>) {
    let names = unsafe names.pointer(places)
    let mask = self.mask
    unsafe slots.withUnsafeMutableBufferPointer { slots in
      guard let table = slots.baseAddress, let first = names.baseAddress else { return }
      unsafe nsk_tally_raise(table, mask, first, names.count, UInt32(max(weight, 1)))
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
      unsafe add(weight, to: UnsafeBufferPointer(start: output, count: count))
    }
  }

  @unsafe
  private mutating func add(_ weight: Int, to names: UnsafeBufferPointer<UInt32>) {
    precondition(names.count <= room, "The tally has room for all additions.")
    let count = usedCount
    let mask = self.mask
    usedCount = unsafe slots.withUnsafeMutableBufferPointer { slots in
      unsafe used.withUnsafeMutableBufferPointer { used in
        guard let table = slots.baseAddress, let filled = used.baseAddress,
          let first = names.baseAddress
        else { return count }
        return unsafe nsk_tally_add(
          table, mask, filled, count, first, names.count, UInt32(max(weight, 1)))
      }
    }
  }

  /// The names with the greatest weights, and of those at the edge the first; forgets all.
  ///
  /// - Parameters:
  ///   - most: Most names.
  ///   - best: Replaced; in no order.
  ///   - isWanted: Whether a name may be given.
  mutating func takeBest(_ most: Int, into best: inout [UInt32], where isWanted: (UInt32) -> Bool) {
    best.removeAll(keepingCapacity: true)
    var edge: [UInt32] = []
    let count = usedCount
    let bucketCount = Self.greatestWeight + 1
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: bucketCount) { counts in
      unsafe counts.initialize(repeating: 0)
      func bucket(_ weight: UInt32) -> Int { min(Self.greatestWeight, Int(weight)) }
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
        for place in 0..<count {
          let entry = unsafe slots[Int(used[place])]
          unsafe slots[Int(used[place])].weight = 0
          let weight = bucket(entry.weight)
          guard weight >= threshold - 1, isWanted(entry.name) else { continue }
          if weight >= threshold { best.append(entry.name) } else { edge.append(entry.name) }
        }
      }
    }
    usedCount = 0
    // Of many equals the first are as good as any; which they are must not depend on the walk.
    if best.count < most {
      edge.sort()
      best += edge.prefix(most - best.count)
    }
  }
}
