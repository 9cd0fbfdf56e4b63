// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

@testable import NameComparison

/// The best sum over all ways to pair, tried one by one.
private func naive(_ gains: [Double], rows: Int, columns: Int) -> Double {
  func best(_ row: Int, _ used: Set<Int>) -> Double {
    if row == rows { return 0 }
    var result = best(row + 1, used)
    for column in 0..<columns where !used.contains(column) {
      let gain = gains[row * columns + column]
      if gain > 0 { result = max(result, gain + best(row + 1, used.union([column]))) }
    }
    return result
  }
  return best(0, [])
}

@Suite("assignment")
struct AssignmentTests {
  @Test("finds the best sum, uses no column twice, and makes no losing pair")
  func isOptimal() {
    var state: UInt64 = 17
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(Int((state >> 33) % 200) - 100) / 10
    }
    var assignment = Assignment()
    for round in 0..<500 {
      let rows = round % 5
      let columns = round / 5 % 5
      let gains = (0..<rows * columns).map { _ in next() }
      assignment.solve(gains: Refillable(gains), rows: rows, columns: columns)
      let pairing = Array(assignment.columns.elements)
      #expect(pairing.count == rows)
      let used = pairing.filter { $0 >= 0 }
      #expect(Set(used).count == used.count)
      var sum = 0.0
      for (row, column) in pairing.enumerated() where column >= 0 {
        #expect(gains[row * columns + column] > 0)
        sum += gains[row * columns + column]
      }
      #expect(abs(sum - naive(gains, rows: rows, columns: columns)) < 1e-9)
    }
  }
}
