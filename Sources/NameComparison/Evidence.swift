// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What one word, or two words that stand for one another, say about two names.
public struct Evidence: Sendable, Equatable {
  /// How the words relate.
  public var relation: Relation
  /// Positions of the words in the first name's tokens; empty when only the second has them.
  public var left: [Int]
  /// Positions of the words in the second name's tokens.
  public var right: [Int]
  /// Likeness of the words, `0...1`, 1 for equal.
  public var similarity: Double
  /// What it adds to the log-odds (natural logarithm) that both names are the same.
  public var contribution: Double

  /// Creates a piece of evidence.
  public init(
    relation: Relation, left: [Int], right: [Int], similarity: Double, contribution: Double
  ) {
    self.relation = relation
    self.left = left
    self.right = right
    self.similarity = similarity
    self.contribution = contribution
  }
}

/// The result of comparing two names.
public struct Comparison: Sendable, Equatable {
  /// Probability that both name the same, `0...1`.
  public var score: Double
  /// Log-odds before any evidence.
  public var prior: Double
  /// Evidence in which every token of both names stands exactly once.
  public var evidence: [Evidence]
}
