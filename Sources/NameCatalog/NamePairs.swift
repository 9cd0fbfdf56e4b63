// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Pairs of names with a weight, in rows of eight bytes a pair.
///
/// Pairs are numbered in order: by the lower name, then by the higher.
public struct NamePairs: Sendable {
  /// Where the row of each lower name begins, and the end of the last.
  private var starts: [Int]
  private var others: [UInt32]
  /// Weights of the pairs, by number.
  public var weights: [Float]

  /// Two names, the lower number first.
  public struct Pair: Sendable, Comparable, Hashable {
    /// Both numbers in one word, in order of the pairs.
    public let bits: UInt64

    /// A pair of two different names.
    public init(_ a: Int, _ b: Int) { bits = UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    /// The lower number.
    public var first: Int { Int(bits >> 32) }
    /// The higher number.
    public var second: Int { Int(bits & 0xFFFF_FFFF) }

    /// Order by the lower number, then by the higher.
    public static func < (a: Pair, b: Pair) -> Bool { a.bits < b.bits }
  }

  /// Puts pairs in order, each once.
  ///
  /// - Parameters:
  ///   - pairs: Bits of pairs in any order, equal ones with equal weights.
  ///   - all: Their weights.
  ///   - count: Number of names.
  /// - Complexity: O(*p*), and a sort of each name's pairs.
  public init(_ pairs: [UInt64], _ all: [Float], count: Int) {
    var ends = [Int](repeating: 0, count: count + 1)
    for pair in pairs { ends[Int(pair >> 32) + 1] += 1 }
    for name in 0..<count { ends[name + 1] += ends[name] }
    var next = ends
    var rows = [(other: UInt32, weight: Float)](repeating: (0, 0), count: pairs.count)
    for (place, pair) in pairs.enumerated() {
      let first = Int(pair >> 32)
      rows[next[first]] = (UInt32(truncatingIfNeeded: pair), all[place])
      next[first] += 1
    }
    starts = [0]
    starts.reserveCapacity(count + 1)
    others = []
    weights = []
    others.reserveCapacity(pairs.count)
    weights.reserveCapacity(pairs.count)
    for name in 0..<count {
      rows[ends[name]..<ends[name + 1]].sort { $0.other < $1.other }
      for place in ends[name]..<ends[name + 1]
      where place == ends[name] || rows[place].other != rows[place - 1].other {
        others.append(rows[place].other)
        weights.append(rows[place].weight)
      }
      starts.append(others.count)
    }
  }

  /// Number of pairs.
  public var count: Int { others.count }

  /// Numbers of the pairs of a name with higher ones.
  public func range(of name: Int) -> Range<Int> { starts[name]..<starts[name + 1] }

  /// Both names of each pair, in order.
  public func forEach(_ body: (Pair, Float) -> Void) {
    for name in 0..<starts.count - 1 {
      for number in range(of: name) { body(Pair(name, other(number)), weights[number]) }
    }
  }

  /// The higher name of a pair.
  public func other(_ number: Int) -> Int { Int(others[number]) }

  /// The number of a pair; nil when it is not among them.
  ///
  /// - Complexity: O(log *k*) in the pairs of its lower name.
  public func number(of pair: Pair) -> Int? {
    var low = starts[pair.first]
    let end = starts[pair.first + 1]
    var high = end
    let other = UInt32(pair.second)
    while low < high {
      let middle = (low + high) / 2
      if others[middle] < other { low = middle + 1 } else { high = middle }
    }
    return low < end && others[low] == other ? low : nil
  }
}
