// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Fits a `FeatureNetwork` to rows of features: for the likelihood of their labels, and for the
/// likelihood that of a list of rows the right one comes out first.
///
/// A list moves its rows against one another and leaves their level alone, so that ranking costs
/// probabilities nothing. The same rows in the same order give the same weights.
///
/// - Reference: Kingma and Ba, "Adam: a method for stochastic optimization", 2015,
///   arXiv:1412.6980.
struct NetworkTrainer {
  /// A row of features, most of which are 0, and whether its names are the same.
  struct Row {
    var features: [(feature: Int, value: Double)]
    var isSame: Bool
    /// How much it counts beside the others.
    var weight: Float
    /// Tells the lists apart, rows of one of which follow each other; nil for a row that stands for
    /// itself.
    var list: Int?
  }

  /// What a training run says of itself.
  var report: (String) -> Void = { _ in }

  static let epochs = 24
  /// How much a list counts beside a row of weight 1.
  static let listWeight: Float = 0.5
  static let batchSize = 256
  static let rate: Float = 2e-3
  /// Pull of every weight towards 0 at each step, in shares of the rate.
  static let decay: Float = 2e-3

  private var network: FeatureNetwork
  private var random = SeededRandom(seed: 1963)
  private var first: Moments
  private var second: Moments
  private var gradient: Moments
  private var step = 0

  /// A number for every weight.
  private typealias Moments = FeatureNetwork

  init(featureCount: Int) {
    let zero = FeatureNetwork(
      linear: [Float](repeating: 0, count: featureCount),
      hidden: [FeatureNetwork.Units](repeating: .zero, count: featureCount), bias: .zero,
      output: .zero)
    (network, first, second, gradient) = (zero, zero, zero, zero)
    for place in 0..<featureCount { network.hidden[place] = randomUnits(0.2) }
    network.bias = randomUnits(0.2)
    network.output = randomUnits(0.5)
  }

  private mutating func randomUnits(_ scale: Float) -> FeatureNetwork.Units {
    var units = FeatureNetwork.Units()
    for unit in units.indices { units[unit] = Float.random(in: -scale...scale, using: &random) }
    return units
  }

  /// Trains for a fixed number of passes over the rows.
  mutating func train(_ rows: [Row]) -> FeatureNetwork {
    var order = Self.examples(rows)
    for epoch in 0..<Self.epochs {
      order.shuffle(using: &random)
      // The rate falls to a twentieth, so that the last passes settle.
      let progress = Float(epoch) / Float(Self.epochs)
      let rate = Self.rate * (1 - 0.95 * progress)
      var loss = 0.0
      for start in stride(from: 0, to: order.count, by: Self.batchSize) {
        let batch = order[start..<min(start + Self.batchSize, order.count)]
        for example in batch { loss += learn(rows[example], share: 1 / Float(batch.count)) }
        update(rate)
      }
      report("epoch \(epoch + 1): loss \((loss / Double(order.count) * 1e4).rounded() / 1e4)")
    }
    return network
  }

  /// Single rows and whole lists, as ranges of rows.
  private static func examples(_ rows: [Row]) -> [Range<Int>] {
    var examples: [Range<Int>] = []
    for place in rows.indices {
      if let list = rows[place].list, place > 0, rows[place - 1].list == list {
        examples[examples.count - 1] = examples[examples.count - 1].lowerBound..<place + 1
      } else {
        examples.append(place..<place + 1)
      }
    }
    return examples
  }

  /// Adds the gradient of a row or of a list; gives its loss in nats.
  private mutating func learn(_ rows: ArraySlice<Row>, share: Float) -> Double {
    guard let first = rows.first else { return 0 }
    let levels = rows.map { odds(of: $0).odds }
    guard first.list != nil else {
      let probability = 1 / (1 + exp(-levels[0]))
      learn(first, error: (probability - (first.isSame ? 1 : 0)) * share * first.weight)
      return -log(Double(max(first.isSame ? probability : 1 - probability, 1e-7)))
    }
    let most = levels.max() ?? 0
    let parts = levels.map { exp($0 - most) }
    let all: Float = parts.reduce(0, +)
    var right: Float = 0
    for (row, part) in zip(rows, parts) {
      learn(row, error: (part / all - (row.isSame ? 1 : 0)) * share * Self.listWeight)
      if row.isSame { right += part / all }
    }
    return -log(Double(max(right, 1e-7)))
  }

  /// Log-odds of a row, and its hidden units before what is below 0 is cut off.
  private func odds(of row: Row) -> (odds: Float, units: FeatureNetwork.Units) {
    var linear: Float = 0
    var units = network.bias
    for (feature, value) in row.features {
      linear += network.linear[feature] * Float(value)
      units += network.hidden[feature] * Float(value)
    }
    let active = units.replacing(with: 0, where: units .< 0)
    return (linear + (active * network.output).sum(), units)
  }

  /// Adds a row's gradient, given that of its log-odds.
  private mutating func learn(_ row: Row, error: Float) {
    let units = odds(of: row).units
    let isOff = units .< 0
    gradient.output += units.replacing(with: 0, where: isOff) * error
    let back = (network.output * error).replacing(with: 0, where: isOff)
    gradient.bias += back
    for (feature, value) in row.features {
      gradient.linear[feature] += error * Float(value)
      gradient.hidden[feature] += back * Float(value)
    }
  }

  private mutating func update(_ rate: Float) {
    step += 1
    let warmFirst = 1 - pow(0.9, Float(step))
    let warmSecond = 1 - pow(0.999, Float(step))
    for feature in network.linear.indices {
      Self.move(
        &network.linear[feature], gradient.linear[feature], &first.linear[feature],
        &second.linear[feature], rate, warmFirst, warmSecond)
      Self.move(
        &network.hidden[feature], gradient.hidden[feature], &first.hidden[feature],
        &second.hidden[feature], rate, warmFirst, warmSecond)
      gradient.linear[feature] = 0
      gradient.hidden[feature] = .zero
    }
    Self.move(
      &network.bias, gradient.bias, &first.bias, &second.bias, rate, warmFirst, warmSecond)
    Self.move(
      &network.output, gradient.output, &first.output, &second.output, rate, warmFirst, warmSecond)
    gradient.bias = .zero
    gradient.output = .zero
  }

  private static func move(
    _ weight: inout Float, _ gradient: Float, _ first: inout Float, _ second: inout Float,
    _ rate: Float, _ warmFirst: Float, _ warmSecond: Float
  ) {
    first = 0.9 * first + 0.1 * gradient
    second = 0.999 * second + 0.001 * gradient * gradient
    let step = first / warmFirst / ((second / warmSecond).squareRoot() + 1e-8)
    weight -= rate * (step + decay * weight)
  }

  private static func move(
    _ weight: inout FeatureNetwork.Units, _ gradient: FeatureNetwork.Units,
    _ first: inout FeatureNetwork.Units, _ second: inout FeatureNetwork.Units,
    _ rate: Float, _ warmFirst: Float, _ warmSecond: Float
  ) {
    first = 0.9 * first + 0.1 * gradient
    second = 0.999 * second + 0.001 * gradient * gradient
    let step = first / warmFirst / ((second / warmSecond).squareRoot() + 1e-8)
    weight -= rate * (step + decay * weight)
  }
}
