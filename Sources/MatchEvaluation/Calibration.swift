// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Whether scores mean what they say: of all pairs scored 0.8, eight of ten should be the same.
///
/// - Reference: Brier, "Verification of Forecasts Expressed in Terms of Probability", 1950,
///   doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2. Murphy and Winkler, "Reliability of
///   Subjective Probability Forecasts of Precipitation and Temperature", 1977, doi:10.2307/2346866.
public struct Calibration: Sendable, Equatable {
  /// The pairs whose scores lie in one tenth of the scale.
  public struct Bin: Sendable, Equatable {
    /// Number of pairs.
    public var count = 0
    /// Sum of their scores.
    public var scores = 0.0
    /// How many of them are the same.
    public var positives = 0

    /// Mean score, nil for an empty bin.
    public var meanScore: Double? { count > 0 ? scores / Double(count) : nil }
    /// Share of pairs that are the same, nil for an empty bin.
    public var positiveShare: Double? { count > 0 ? Double(positives) / Double(count) : nil }
  }

  /// Number of bins.
  public static let binCount = 10
  /// Bins of equal width from 0 to 1, each without its upper end but for the last.
  public let bins: [Bin]
  /// Brier score: mean squared distance of the scores from the truth, `0...1`, lower is better;
  /// nil without pairs.
  public let brierScore: Double?

  /// Tallies pairs.
  ///
  /// - Parameter pairs: Scores in `0...1`.
  /// - Complexity: O(*n*).
  public init(_ pairs: [ScoredPair]) {
    var bins = [Bin](repeating: Bin(), count: Self.binCount)
    var squares = 0.0
    for pair in pairs {
      let place = min(Int(pair.score * Double(Self.binCount)), Self.binCount - 1)
      bins[place].count += 1
      bins[place].scores += pair.score
      bins[place].positives += pair.isSame ? 1 : 0
      let error = pair.score - (pair.isSame ? 1 : 0)
      squares += error * error
    }
    self.bins = bins
    brierScore = pairs.isEmpty ? nil : squares / Double(pairs.count)
  }
}
