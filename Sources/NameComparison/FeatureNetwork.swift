// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Weighs features: a linear part, and a layer of sixteen rectified units for how they act
/// together.
///
/// Within one pattern of active units the network is linear, so that its output is exactly the sum
/// of what each feature contributes and of a constant: that is how a comparison is explained.
///
/// - Reference: Montúfar et al., "On the number of linear regions of deep neural networks", 2014,
///   arXiv:1402.1869.
package struct FeatureNetwork: Sendable, Equatable {
  /// One weight for each hidden unit.
  package typealias Units = SIMD16<Float>

  /// Linear weight of each feature.
  package var linear: [Float]
  /// Weights from each feature to the hidden units.
  package var hidden: [Units]
  /// What each hidden unit adds before it is rectified.
  package var bias: Units
  /// Weight of each hidden unit in the output.
  package var output: Units

  /// Creates a network.
  package init(linear: [Float], hidden: [Units], bias: Units, output: Units) {
    self.linear = linear
    self.hidden = hidden
    self.bias = bias
    self.output = output
  }

  /// Sums of features before the hidden units are rectified.
  package struct Sums: Sendable {
    var linear: Float = 0
    var hidden = Units()

    static func += (sums: inout Sums, other: Sums) {
      sums.linear += other.linear
      sums.hidden += other.hidden
    }
  }

  /// Log-odds of all features together.
  func logOdds(_ sums: Sums) -> Double {
    let units = sums.hidden + bias
    let active = units.replacing(with: 0, where: units .< 0)
    return Double(sums.linear + (active * output).sum())
  }

  /// The hidden units that are active for all features together, as their output weights.
  func activeOutput(_ sums: Sums) -> Units {
    output.replacing(with: 0, where: (sums.hidden + bias) .< 0)
  }

  /// What a part of the features contributes under a pattern of active units.
  func contribution(_ part: Sums, _ active: Units) -> Double {
    Double(part.linear + (part.hidden * active).sum())
  }
}

/// Feeds features into a network.
struct NetworkInput: FeatureSink {
  let network: FeatureNetwork
  private var sums = FeatureNetwork.Sums()

  init(network: FeatureNetwork) { self.network = network }

  mutating func add(_ feature: Int, _ value: Double) {
    let value = Float(value)
    sums.linear += network.linear[feature] * value
    sums.hidden += network.hidden[feature] * value
  }

  /// Gives the sums so far and begins anew.
  mutating func take() -> FeatureNetwork.Sums {
    defer { sums = FeatureNetwork.Sums() }
    return sums
  }
}
