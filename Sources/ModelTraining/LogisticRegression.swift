// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Logistic regression with a ridge, solved by Newton's method.
///
/// The same rows in the same order give the same weights.
///
/// - Reference: Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 2009,
///   section 4.4.1 (iteratively reweighted least squares).
struct LogisticRegression {
  /// A row of features, most of which are 0, and whether its names are the same.
  struct Row {
    var features: [(feature: Int, value: Double)]
    var isSame: Bool
    var weight = 1.0
  }

  /// Strength of the pull of every weight towards 0.
  var ridge = 1.0
  /// Steps, at most.
  var steps = 12

  /// The weights that fit the rows best.
  ///
  /// - Complexity: O(*r* *k*² + *n*³) a step for *r* rows with *k* features set out of *n*.
  func fit(_ rows: [Row], featureCount: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: featureCount)
    for _ in 0..<steps {
      var gradient = weights.map { -ridge * $0 }
      var hessian = [Double](repeating: 0, count: featureCount * featureCount)
      for place in 0..<featureCount { hessian[place * featureCount + place] = ridge }
      for row in rows {
        let odds = row.features.reduce(0) { $0 + weights[$1.feature] * $1.value }
        let probability = 1 / (1 + exp(-odds))
        let error = row.weight * ((row.isSame ? 1 : 0) - probability)
        let curvature = row.weight * max(probability * (1 - probability), 1e-6)
        for (first, value) in row.features {
          gradient[first] += error * value
          let scaled = curvature * value
          for (second, other) in row.features {
            hessian[first * featureCount + second] += scaled * other
          }
        }
      }
      let step = Self.solve(hessian, gradient)
      var largest = 0.0
      for place in weights.indices {
        weights[place] += step[place]
        largest = max(largest, abs(step[place]))
      }
      if largest < 1e-6 { break }
    }
    return weights
  }

  /// Solves a symmetric positive system by Cholesky's decomposition.
  private static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let n = right.count
    var lower = matrix
    for row in 0..<n {
      for column in 0...row {
        var sum = lower[row * n + column]
        for inner in 0..<column { sum -= lower[row * n + inner] * lower[column * n + inner] }
        lower[row * n + column] =
          row == column ? max(sum, 1e-12).squareRoot() : sum / lower[column * n + column]
      }
    }
    var solution = right
    for row in 0..<n {
      for inner in 0..<row { solution[row] -= lower[row * n + inner] * solution[inner] }
      solution[row] /= lower[row * n + row]
    }
    for row in (0..<n).reversed() {
      for inner in stride(from: row + 1, to: n, by: 1) {
        solution[row] -= lower[inner * n + row] * solution[inner]
      }
      solution[row] /= lower[row * n + row]
    }
    return solution
  }
}
