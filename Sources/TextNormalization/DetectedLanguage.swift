// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// In what script and language a text seems to be written.
public struct DetectedLanguage: Sendable, Equatable {
  /// A language and how likely it is.
  public struct Candidate: Sendable, Equatable {
    /// The language.
    public var language: LanguageTag
    /// Share of belief, 0…1; the shares of all languages of the script add up to 1.
    public var confidence: Double
  }

  /// Script of most of the letters; common where there are none.
  public var script: Script
  /// Languages with at least one per cent of belief, best first.
  ///
  /// Empty where the script is none of a language that is known.
  public var candidates: [Candidate]

  /// Belief from which a language counts as told.
  public static let leastConfidence = 0.8

  /// The language, nil for undetermined.
  ///
  /// `Angela Merkel` may be a name in any Latin orthography: that is no language, not English.
  public var language: LanguageTag? {
    guard let best = candidates.first, best.confidence >= Self.leastConfidence else { return nil }
    return best.language
  }

  /// Belief that I and ı, İ and i are the text's case pairs.
  public var turkicConfidence: Double {
    candidates.reduce(0) { $0 + ($1.language.isTurkicLatin ? $1.confidence : 0) }
  }
}
