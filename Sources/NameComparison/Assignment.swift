// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Pairs rows with columns so that the sum of their gains is greatest.
///
/// Rows and columns may stay alone, at a gain of 0; pairs that would lower the sum are not made.
/// The value keeps its memory from one call to the next.
///
/// - Reference: Kuhn, "The Hungarian Method for the Assignment Problem", 1955,
///   doi:10.1002/nav.3800020109, in the shortest-augmenting-path form.
struct Assignment {
  /// Column of each row, or -1 for a row that stays alone.
  private(set) var columns = Refillable<Int>()

  private var rowPotential = Refillable<Double>()
  private var columnPotential = Refillable<Double>()
  private var rowOf = Refillable<Int>()
  private var previous = Refillable<Int>()
  private var least = Refillable<Double>()
  private var used = Refillable<Bool>()

  /// Pairs rows with columns.
  ///
  /// - Parameters:
  ///   - gains: Row-major gains.
  ///   - rows: Number of rows.
  ///   - columnCount: Number of columns.
  /// - Complexity: O(*n*³) in the sum of both numbers; O(*n*) for one row or one column.
  mutating func solve(gains: Refillable<Double>, rows: Int, columns columnCount: Int) {
    columns.fill(-1, count: rows)
    guard rows > 0, columnCount > 0 else { return }
    if rows == 1 || columnCount == 1 { return single(gains, rows: rows) }
    if min(rows, columnCount) <= 3, max(rows, columnCount) <= 5 {
      return few(gains, rows: rows, columns: columnCount)
    }
    // Padding to rows + columns lets every row and column stay alone at cost 0.
    let size = rows + columnCount
    rowPotential.fill(0, count: size + 1)
    columnPotential.fill(0, count: size + 1)
    rowOf.fill(0, count: size + 1)
    previous.fill(0, count: size + 1)
    for row in 1...size {
      rowOf[0] = row
      least.fill(.infinity, count: size + 1)
      used.fill(false, count: size + 1)
      augment(gains, rows, columnCount, size)
    }
    for column in 1...columnCount where rowOf[column] <= rows {
      let row = rowOf[column] - 1
      if gains[row * columnCount + column - 1] > 0 { columns[row] = column - 1 }
    }
  }

  /// Finds the cheapest way to seat the row at column 0, and follows it.
  private mutating func augment(
    _ gains: Refillable<Double>, _ rows: Int, _ columnCount: Int, _ size: Int
  ) {
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
  private mutating func single(_ gains: Refillable<Double>, rows: Int) {
    var place = 0
    for index in gains.indices where gains[index] > gains[place] { place = index }
    guard gains[place] > 0 else { return }
    if rows == 1 { columns[0] = place } else { columns[place] = 0 }
  }

  /// Two or three rows, or columns, against a few: every way is tried.
  ///
  /// With gains below 0 taken for 0 every row of the fewer can be seated.
  private mutating func few(_ gains: Refillable<Double>, rows: Int, columns columnCount: Int) {
    let isTurned = rows > columnCount
    let fewer = min(rows, columnCount)
    let more = max(rows, columnCount)
    func gain(_ one: Int, _ other: Int) -> Double {
      max(isTurned ? gains[other * columnCount + one] : gains[one * columnCount + other], 0)
    }
    var best = -1.0
    var seats = (0, 0, 0)
    for first in 0..<more {
      let one = gain(0, first)
      for second in 0..<more where second != first {
        let two = one + gain(1, second)
        if fewer == 2 {
          if two > best { (best, seats) = (two, (first, second, 0)) }
          continue
        }
        for third in 0..<more where third != first && third != second {
          let three = two + gain(2, third)
          if three > best { (best, seats) = (three, (first, second, third)) }
        }
      }
    }
    for one in 0..<fewer {
      let other = one == 0 ? seats.0 : one == 1 ? seats.1 : seats.2
      guard gain(one, other) > 0 else { continue }
      if isTurned { columns[other] = one } else { columns[one] = other }
    }
  }
}
