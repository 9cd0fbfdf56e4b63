// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Matches of all words of one name with all words of another.
struct MatchGrid {
  private var matches = Refillable<WordMatch>()
  private var rows = 0
  private var columns = 0
  private var isTurned = false

  /// Begins a grid, row by row.
  mutating func begin(rows: Int, columns: Int) {
    matches.removeAll()
    self.rows = rows
    self.columns = columns
    isTurned = false
  }

  mutating func append(_ match: WordMatch) { matches.append(match) }

  /// Exchanges rows and columns.
  mutating func turn() {
    isTurned.toggle()
    swap(&rows, &columns)
  }

  subscript(row: Int, column: Int) -> WordMatch {
    matches[isTurned ? column * rows + row : row * columns + column]
  }

  /// The most nats of a column, at least 0.
  func best(ofColumn column: Int) -> Double {
    var best = 0.0
    for row in 0..<rows { best = max(best, self[row, column].nats) }
    return best
  }

  /// The most nats of some rows, given as bits, at least 0.
  func best(ofRows mask: UInt32) -> Double {
    var best = 0.0
    for row in 0..<rows where mask >> UInt32(row) & 1 == 1 {
      for column in 0..<columns { best = max(best, self[row, column].nats) }
    }
    return best
  }
}
