// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A piecewise linear curve over one quantity, as one feature a stretch between knots.
///
/// The feature of a stretch is how much of it lies below the value, from 0 to 1, so that a weighted
/// sum of them is a curve that bends at the knots and is flat outside.
struct Ramp: Sendable {
  /// Place of the first stretch among the features.
  let start: Int
  /// Ends of the stretches, rising.
  let knots: [Double]

  /// Hands each stretch that the value reaches to a sink.
  func emit(_ value: Double, to sink: inout some FeatureSink) {
    var low = knots[0]
    for stretch in 1..<knots.count {
      if value <= low { return }
      let high = knots[stretch]
      sink.add(start + stretch - 1, value >= high ? 1 : (value - low) / (high - low))
      low = high
    }
  }
}

/// Takes features one by one.
protocol FeatureSink {
  /// Adds to a feature's value.
  mutating func add(_ feature: Int, _ value: Double)
}

/// Keeps features for training.
struct FeatureRecord: FeatureSink {
  private(set) var values: [(feature: Int, value: Double)] = []

  mutating func add(_ feature: Int, _ value: Double) { values.append((feature, value)) }
}
