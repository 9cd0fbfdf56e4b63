// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Every way to cut the word pairs into pieces, as piece numbers in a fixed order of places.
///
/// For each pair, for each place (i letters of the first word done, j of the second), for each
/// shape of piece that fits: the piece's number, or -1 where the place is too far off the diagonal
/// to be believed. Built once; every round of training walks it.
struct PieceLattice {
  let pairs: [WordPair]
  let shape: PieceShape
  private(set) var inventory = PieceInventory()
  private(set) var edges: [Int32] = []
  /// Where the edges of each pair begin.
  private(set) var starts: [Int] = []

  init(pairs: [WordPair], shape: PieceShape) {
    self.pairs = pairs
    self.shape = shape
    starts.reserveCapacity(pairs.count)
    for pair in pairs {
      starts.append(edges.count)
      append(pair)
    }
  }

  private mutating func append(_ pair: WordPair) {
    let first = pair.first[...]
    let second = pair.second[...]
    for i in 0...first.count {
      for j in 0...second.count {
        shape.forEach(leftOfFirst: first.count - i, leftOfSecond: second.count - j) { a, b in
          let isNear =
            Self.isNear(i, first.count, j, second.count)
            && Self.isNear(i + a, first.count, j + b, second.count)
          edges.append(isNear ? inventory.number(first[i..<i + a], second[j..<j + b]) : -1)
        }
      }
    }
  }

  /// Letters of a name stay about in their place: off by a third of the word and two letters.
  private static func isNear(_ i: Int, _ m: Int, _ j: Int, _ n: Int) -> Bool {
    let distance = abs(Double(i) / Double(m) - Double(j) / Double(n))
    return distance <= 0.34 + 2 / Double(max(m, n))
  }
}
