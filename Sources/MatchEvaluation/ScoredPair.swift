// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a matcher said about two names, and what is true.
public struct ScoredPair: Sendable, Equatable {
  /// Probability that both are the same, `0...1`.
  public var score: Double
  /// Whether they are.
  public var isSame: Bool

  /// Creates a pair.
  public init(score: Double, isSame: Bool) {
    self.score = score
    self.isSame = isSame
  }
}
