// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
public import NameModel

/// Learns how much each kind of evidence counts, from pairs that are known to be one name or two.
public struct ComparisonTrainer: ~Copyable {
  private var parser = NameParser()
  private var comparator: NameComparator
  private var rows: [LogisticRegression.Row] = []

  /// Number of pairs added.
  public var count: Int { rows.count }

  /// Creates a trainer without pairs.
  ///
  /// - Parameter spelling: The spelling model that the comparison will be used with.
  public init(spelling: SpellingModel = .standard) {
    // The weights play no part in the features.
    let blank = NameComparator.model(
      weights: [Double](repeating: 0, count: NameComparator.featureCount), identifier: "blank")
    comparator = NameComparator(model: blank, spelling: spelling)
  }

  /// Adds a pair.
  public mutating func add(_ a: [UInt8], _ b: [UInt8], kind: NameKind?, isSame: Bool) {
    let features = comparator.features(
      parser.parse(a.span, kind: kind), parser.parse(b.span, kind: kind))
    guard !features.isEmpty else { return }
    rows.append(LogisticRegression.Row(features: Self.summed(features), isSame: isSame))
  }

  /// Trains.
  public func train() -> ComparisonModel {
    let weights = LogisticRegression().fit(rows, featureCount: NameComparator.featureCount)
    let identifier = "comparison-\(rows.count)-\(Self.digest(weights))"
    return NameComparator.model(weights: weights, identifier: identifier)
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

  private static func digest(_ weights: [Double]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for weight in weights {
      hash = (hash ^ UInt64(bitPattern: Int64((weight * 1e4).rounded()))) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }
}
