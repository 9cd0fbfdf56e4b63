// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Pairs rows with columns so that the sum of their gains is greatest.
///
/// Rows and columns may stay alone, at a gain of 0; pairs that would lower the sum are not made.
/// The value keeps its memory from one call to the next.
///
/// - Reference: Kuhn, "The Hungarian Method for the Assignment Problem", 1955,
///   doi:10.1002/nav.3800020109, in the shortest-augmenting-path form.
struct Assignment: Sendable {
  /// Column of each row, or -1 for a row that stays alone.
  private(set) var columns: [Int] = []

  private var rowPotential: [Double] = []
  private var columnPotential: [Double] = []
  private var rowOf: [Int] = []
  private var previous: [Int] = []
  private var least: [Double] = []
  private var used: [Bool] = []

  /// Pairs rows with columns.
  ///
  /// - Parameters:
  ///   - gains: Row-major gains.
  ///   - rows: Number of rows.
  ///   - columnCount: Number of columns.
  /// - Complexity: O(*n*³) in the sum of both numbers; O(*n*) for one row or one column.
  mutating func solve(gains: [Double], rows: Int, columns columnCount: Int) {
    columns.removeAll(keepingCapacity: true)
    columns.append(contentsOf: repeatElement(-1, count: rows))
    guard rows > 0, columnCount > 0 else { return }
    if rows == 1 || columnCount == 1 { return single(gains, rows: rows) }
    if rows == 2, columnCount == 2 { return twoByTwo(gains) }
    // Padding to rows + columns lets every row and column stay alone at cost 0.
    let size = rows + columnCount
    Self.fill(&rowPotential, 0, size + 1)
    Self.fill(&columnPotential, 0, size + 1)
    Self.fill(&rowOf, 0, size + 1)
    Self.fill(&previous, 0, size + 1)
    for row in 1...size {
      rowOf[0] = row
      Self.fill(&least, .infinity, size + 1)
      Self.fill(&used, false, size + 1)
      augment(gains, rows, columnCount, size)
    }
    for column in 1...columnCount where rowOf[column] <= rows {
      let row = rowOf[column] - 1
      if gains[row * columnCount + column - 1] > 0 { columns[row] = column - 1 }
    }
  }

  /// Finds the cheapest way to seat the row at column 0, and follows it.
  private mutating func augment(_ gains: [Double], _ rows: Int, _ columnCount: Int, _ size: Int) {
    var column = 0
    repeat {
      used[column] = true
      let current = rowOf[column]
      var delta = Double.infinity
      var next = 0
      for candidate in 1...size where !used[candidate] {
        var cost = 0.0
        if current <= rows, candidate <= columnCount {
          cost = min(0, -gains[(current - 1) * columnCount + candidate - 1])
        }
        let reduced = cost - rowPotential[current] - columnPotential[candidate]
        if reduced < least[candidate] {
          least[candidate] = reduced
          previous[candidate] = column
        }
        if least[candidate] < delta {
          delta = least[candidate]
          next = candidate
        }
      }
      for candidate in 0...size {
        if used[candidate] {
          rowPotential[rowOf[candidate]] += delta
          columnPotential[candidate] -= delta
        } else {
          least[candidate] -= delta
        }
      }
      column = next
    } while rowOf[column] != 0
    repeat {
      let before = previous[column]
      rowOf[column] = rowOf[before]
      column = before
    } while column != 0
  }

  /// One row or one column: its greatest gain.
  private mutating func single(_ gains: [Double], rows: Int) {
    var place = 0
    for index in gains.indices where gains[index] > gains[place] { place = index }
    guard gains[place] > 0 else { return }
    if rows == 1 { columns[0] = place } else { columns[place] = 0 }
  }

  /// Most names have two words.
  private mutating func twoByTwo(_ gains: [Double]) {
    let straight = max(gains[0], 0) + max(gains[3], 0)
    let crossed = max(gains[1], 0) + max(gains[2], 0)
    if straight >= crossed {
      if gains[0] > 0 { columns[0] = 0 }
      if gains[3] > 0 { columns[1] = 1 }
    } else {
      if gains[1] > 0 { columns[0] = 1 }
      if gains[2] > 0 { columns[1] = 0 }
    }
  }

  private static func fill<Value>(_ array: inout [Value], _ value: Value, _ count: Int) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(value, count: count))
  }
}
