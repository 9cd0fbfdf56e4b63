// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Pairs rows with columns so that the sum of their gains is greatest.
///
/// Rows and columns may stay alone, at a gain of 0; pairs that would lower the sum are not made.
///
/// - Reference: Kuhn, "The Hungarian Method for the Assignment Problem", 1955,
///   doi:10.1002/nav.3800020109, in the shortest-augmenting-path form.
enum Assignment {
  /// Pairs rows with columns.
  ///
  /// - Parameters:
  ///   - gains: Row-major gains.
  ///   - rows: Number of rows.
  ///   - columns: Number of columns.
  /// - Returns: Column of each row, or nil for a row that stays alone.
  /// - Complexity: O(*n*³) in the larger number.
  static func best(gains: [Double], rows: Int, columns: Int) -> [Int?] {
    // Padding to rows + columns lets every row and column stay alone at cost 0.
    let size = rows + columns
    guard rows > 0, columns > 0 else { return Array(repeating: nil, count: rows) }
    if rows == 1 || columns == 1 { return single(gains, rows: rows) }
    func cost(_ row: Int, _ column: Int) -> Double {
      row < rows && column < columns ? min(0, -gains[row * columns + column]) : 0
    }
    var rowPotential = [Double](repeating: 0, count: size + 1)
    var columnPotential = [Double](repeating: 0, count: size + 1)
    var rowOf = [Int](repeating: 0, count: size + 1)
    var previous = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      rowOf[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: size + 1)
      var used = [Bool](repeating: false, count: size + 1)
      repeat {
        used[column] = true
        let current = rowOf[column]
        var delta = Double.infinity
        var next = 0
        for candidate in 1...size where !used[candidate] {
          let reduced =
            cost(current - 1, candidate - 1) - rowPotential[current] - columnPotential[candidate]
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
    var result = [Int?](repeating: nil, count: rows)
    for column in 1...size where rowOf[column] <= rows && column <= columns {
      let row = rowOf[column] - 1
      if gains[row * columns + column - 1] > 0 { result[row] = column - 1 }
    }
    return result
  }

  /// One row or one column: its greatest gain.
  private static func single(_ gains: [Double], rows: Int) -> [Int?] {
    var result = [Int?](repeating: nil, count: rows)
    guard let place = gains.indices.max(by: { gains[$0] < gains[$1] }), gains[place] > 0 else {
      return result
    }
    if rows == 1 { result[0] = place } else { result[place] = 0 }
    return result
  }
}
