// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog

/// Names that likely pairs or judgements connect, however far around.
struct NameComponents: Sendable {
  private var names: [UInt32] = []
  private var ends: [Int] = []

  /// - Parameters:
  ///   - pairs: Pairs of names with their probabilities.
  ///   - least: Probability from which a pair connects.
  ///   - groups: Names that are connected besides.
  ///   - count: Number of names.
  /// - Complexity: O(*n* + *p*), and a sort of the connected names.
  init(_ pairs: NamePairs, atLeast least: Float, _ groups: [[Int]], count: Int) {
    var parents = (0..<UInt32(count)).map { $0 }
    func root(_ name: Int) -> Int {
      var name = name
      while parents[name] != name {
        parents[name] = parents[Int(parents[name])]
        name = Int(parents[name])
      }
      return name
    }
    func connect(_ a: Int, _ b: Int) {
      let (first, second) = (root(a), root(b))
      parents[max(first, second)] = UInt32(min(first, second))
    }
    for name in 0..<count {
      for number in pairs.range(of: name) where pairs.weights[number] >= least {
        connect(name, pairs.other(number))
      }
    }
    for group in groups { for other in group.dropFirst() { connect(group[0], other) } }
    var connected: [UInt64] = []
    for name in 0..<count where root(name) != name {
      connected.append(UInt64(root(name)) << 32 | UInt64(name))
    }
    connected.sort()
    for (place, entry) in connected.enumerated() {
      let own = UInt32(truncatingIfNeeded: entry >> 32)
      if place == 0 || connected[place - 1] >> 32 != entry >> 32 {
        if place > 0 { ends.append(names.count) }
        names.append(own)
      }
      names.append(UInt32(truncatingIfNeeded: entry))
    }
    if !connected.isEmpty { ends.append(names.count) }
  }

  /// Number of components of more than one name.
  var count: Int { ends.count }

  /// Names of a component, in order.
  subscript(component: Int) -> ArraySlice<UInt32> {
    names[(component == 0 ? 0 : ends[component - 1])..<ends[component]]
  }
}
