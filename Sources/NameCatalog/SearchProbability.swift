// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The probability that a name of an index names what a query does.
///
/// The comparison of two names does not know how many names were looked through, and the word
/// vectors know things that it does not: both are weighed together. The weights were fitted by
/// logistic regression on searches for 2,500 names that the vectors were trained on, with equal
/// weights for both, which rank best.
enum SearchProbability {
  private static let comparisonWeight = 0.61
  private static let shortfallWeight = 0.61
  private static let prior = -1.04
  /// Keeps the log-odds finite.
  private static let margin = 1e-6

  /// Probability that the comparison of two names hardly ever exceeds.
  private static let surest = 0.998

  /// The probability that a candidate can reach at best.
  static func greatest(shortfall: Double) -> Double {
    of(comparison: surest, shortfall: shortfall)
  }

  /// The probability of a candidate.
  ///
  /// - Parameters:
  ///   - comparison: Probability by the comparison of both names.
  ///   - shortfall: How far the name falls short of a full match by its words' vectors.
  /// - Returns: A probability, `0...1`.
  static func of(comparison: Double, shortfall: Double) -> Double {
    let odds = log((comparison + margin) / (1 - comparison + margin))
    let total = prior + comparisonWeight * odds - shortfallWeight * shortfall
    return 1 / (1 + exp(-total))
  }
}
