// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
public import NameModel

/// Learns how much each kind of evidence counts, from pairs that are known to be one name or two.
public struct ComparisonTrainer: ~Copyable {
  private var parser = NameParser()
  private var comparator: NameComparator
  private var rows: [NetworkTrainer.Row] = []

  /// What a training run says of itself, line by line.
  public var report: (String) -> Void = { _ in }

  /// Number of pairs added.
  public var count: Int { rows.count }

  /// Creates a trainer without pairs.
  ///
  /// - Parameter spelling: The spelling model that the comparison will be used with.
  public init(spelling: SpellingModel = .standard) {
    // The weights play no part in the features.
    let blank = ComparisonModel(
      network: FeatureNetwork(
        linear: [Float](repeating: 0, count: NameComparator.featureCount),
        hidden: [FeatureNetwork.Units](repeating: .zero, count: NameComparator.featureCount),
        bias: .zero, output: .zero), identifier: "blank")
    comparator = NameComparator(model: blank, spelling: spelling)
  }

  /// Adds a pair.
  ///
  /// - Parameters:
  ///   - a: A name.
  ///   - b: Another spelling of it, or another name.
  ///   - kind: What they name, if known.
  ///   - isSame: Whether they are one.
  ///   - weight: How much the pair counts beside the others, more than 0.
  ///   - list: Tells lists apart: of the pairs of one, which follow each other, the one that is the
  ///     same is to score highest; nil for a pair that stands for itself.
  public mutating func add(
    _ a: [UInt8], _ b: [UInt8], kind: NameKind?, isSame: Bool, weight: Float = 1,
    list: Int? = nil
  ) {
    let features = comparator.features(
      parser.parse(a.span, kind: kind), parser.parse(b.span, kind: kind))
    guard !features.isEmpty else { return }
    rows.append(
      NetworkTrainer.Row(
        features: Self.summed(features), isSame: isSame, weight: weight, list: list))
  }

  /// Trains.
  public func train() -> ComparisonModel {
    var trainer = NetworkTrainer(featureCount: NameComparator.featureCount)
    trainer.report = report
    let network = trainer.train(rows)
    return ComparisonModel(
      network: network, identifier: "comparison-\(rows.count)-\(Self.digest(network))")
  }

  /// Features that stand several times, for several words, are added up.
  private static func summed(
    _ features: [(feature: Int, value: Double)]
  ) -> [(feature: Int, value: Double)] {
    var sums: [(feature: Int, value: Double)] = []
    for (feature, value) in features.sorted(by: { $0.feature < $1.feature }) {
      if sums.last?.feature == feature {
        sums[sums.count - 1].value += value
      } else {
        sums.append((feature, value))
      }
    }
    return sums
  }

  private static func digest(_ network: FeatureNetwork) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for weight in network.linear {
      hash = (hash ^ UInt64(bitPattern: Int64((weight * 1e4).rounded()))) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}
