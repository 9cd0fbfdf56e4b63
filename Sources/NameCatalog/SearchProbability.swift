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

  /// Log-odds that the comparison of two names hardly ever exceeds: of any two, and of those that
  /// each have a word for which the other has another.
  private static let surest: (names: Float, conflicting: Float) = (9, 5)
  /// Shortfall from which a word of the query is missing.
  private static let missingWord: Float = 3

  /// How far a candidate stays behind a full match at best, in units of shortfall.
  ///
  /// With narrower bounds (6.2 and 2) and fewer names compared, 3 of 1,000 more searches put a wrong
  /// name first.
  ///
  /// - Parameters:
  ///   - shortfall: How far it falls short by its words' vectors.
  ///   - strays: Its words that stand for none of the query.
  /// - Returns: The shortfall, and what a conflict keeps the comparison from giving.
  static func lag(shortfall: Float, strays: Int) -> Float {
    strays > 0 && shortfall > missingWord
      ? shortfall + surest.names - surest.conflicting : shortfall
  }

  /// The probability that a candidate can reach at best.
  static func greatest(lag: Float) -> Double {
    of(odds: Double(surest.names), shortfall: Double(lag))
  }

  /// The probability of a candidate.
  ///
  /// - Parameters:
  ///   - comparison: Probability by the comparison of both names.
  ///   - shortfall: How far the name falls short of a full match by its words' vectors.
  /// - Returns: A probability, `0...1`.
  static func of(comparison: Double, shortfall: Double) -> Double {
    of(odds: log((comparison + margin) / (1 - comparison + margin)), shortfall: shortfall)
  }

  private static func of(odds: Double, shortfall: Double) -> Double {
    let total = prior + comparisonWeight * odds - shortfallWeight * shortfall
    return 1 / (1 + exp(-total))
  }
}
