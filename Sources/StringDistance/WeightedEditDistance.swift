// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Costs of an edit distance over a small alphabet of letter classes.
public struct EditCosts: Sendable {
  /// Number of classes; class numbers lie below it.
  public let classCount: Int
  private var substitution: [Float]
  private var insertion: [Float]

  /// Creates costs in which every edit costs 1.
  public init(classCount: Int) {
    self.classCount = classCount
    substitution = [Float](repeating: 1, count: classCount * classCount)
    insertion = [Float](repeating: 1, count: classCount)
    for index in 0..<classCount { substitution[index * classCount + index] = 0 }
  }

  /// Cost of taking one class for another, the same in both directions.
  public subscript(a: UInt8, b: UInt8) -> Float {
    get { substitution[Int(a) * classCount + Int(b)] }
    set {
      substitution[Int(a) * classCount + Int(b)] = newValue
      substitution[Int(b) * classCount + Int(a)] = newValue
    }
  }

  /// Cost of a class that stands on one side alone.
  public subscript(gap a: UInt8) -> Float {
    get { insertion[Int(a)] }
    set { insertion[Int(a)] = newValue }
  }
}

/// Edit distance with a cost for each pair of letter classes.
///
/// Symmetric and non-negative; zero for equal strings. The triangle inequality holds only if the
/// costs obey it.
///
/// - Reference: Wagner and Fischer, "The String-to-String Correction Problem", 1974,
///   doi:10.1145/321796.321811.
public struct WeightedEditDistance: Sendable {
  private let costs: EditCosts
  private var row: [Float] = []

  /// Creates a kernel with its own scratch row.
  public init(costs: EditCosts) { self.costs = costs }

  /// Weighs the edits that turn one string of classes into the other.
  ///
  /// - Parameters:
  ///   - a: Class numbers below `costs.classCount`.
  ///   - b: The same.
  /// - Returns: The least total cost.
  /// - Complexity: O(*m* *n*).
  public mutating func distance(_ a: [UInt8], _ b: [UInt8]) -> Float {
    row.removeAll(keepingCapacity: true)
    row.append(0)
    for letter in a { row.append(row[row.count - 1] + costs[gap: letter]) }
    for letter in b {
      var diagonal = row[0]
      row[0] += costs[gap: letter]
      for index in a.indices {
        let substituted = diagonal + costs[a[index], letter]
        diagonal = row[index + 1]
        row[index + 1] = min(
          substituted, row[index] + costs[gap: a[index]], row[index + 1] + costs[gap: letter])
      }
    }
    return row[a.count]
  }
}
