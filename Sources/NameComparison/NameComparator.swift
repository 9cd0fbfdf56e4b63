// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel

/// Compares names: evidence for every word, and a probability.
///
///     var comparator = NameComparator()
///     comparator.compare(parse("Recep Tayyip Erdoğan"), parse("R. T. Erdogan")).score   // 0.97
///
/// Words are paired by a learned aligner of spellings so that their letters speak for one name as
/// well as they can (optimal assignment); what every pair and every word left over says is weighed
/// by a small network. Names that are compared many times are interned first: what is found of two
/// words is remembered as long as the same `InternedNames` are given.
///
/// - Complexity: O(*m* *n* *l*²) for names of *m* and *n* words of *l* letters; O(*m* *n*) when
///   their words were met before.
public struct NameComparator: ~Copyable {
  private var scorer: AlignmentScorer
  /// Names that are given one by one.
  private var loose: InternedNames

  /// Words of loose names that are kept, so that what was found of them serves again.
  private static let mostLooseWords = 4096

  /// Creates a comparator with its own scratch memory.
  public init(model: ComparisonModel = .standard, spelling: SpellingModel = .standard) {
    scorer = AlignmentScorer(model: model, spelling: spelling)
    loose = InternedNames(spelling: spelling)
  }

  /// Compares two interned names.
  ///
  /// - Parameters:
  ///   - a: Number of the first name.
  ///   - b: Number of the second.
  ///   - names: What both are numbers of.
  /// - Returns: A symmetric score and evidence in which every token of both names stands once.
  public mutating func compare(
    _ a: Int, _ b: Int, of names: borrowing InternedNames
  ) -> Comparison {
    scorer.compare(a, b, of: names)
  }

  /// The probability alone of two interned names, which is what `compare` gives as its score.
  ///
  /// - Complexity: No allocation once its memory has grown to the longest names.
  public mutating func score(_ a: Int, _ b: Int, of names: borrowing InternedNames) -> Double {
    scorer.score(a, b, of: names)
  }

  /// Compares two names.
  ///
  /// - Returns: As for interned names.
  public mutating func compare(
    _ a: borrowing StructuredName, _ b: borrowing StructuredName
  ) -> Comparison {
    intern(a, b)
    return scorer.compare(0, 1, of: loose)
  }

  /// The probability alone of two names.
  public mutating func score(
    _ a: borrowing StructuredName, _ b: borrowing StructuredName
  ) -> Double {
    intern(a, b)
    return scorer.score(0, 1, of: loose)
  }

  /// The features of two names, for training; empty when nothing is learned from such a pair.
  package mutating func features(
    _ a: borrowing StructuredName, _ b: borrowing StructuredName
  ) -> [(feature: Int, value: Double)] {
    intern(a, b)
    return scorer.features(0, 1, of: loose)
  }

  /// Number of features.
  package static var featureCount: Int { FeatureSpace.standard.names.count }

  private mutating func intern(
    _ a: borrowing StructuredName, _ b: borrowing StructuredName
  ) {
    if loose.wordCount > Self.mostLooseWords { loose.removeAll() } else { loose.removeNames() }
    loose.add(a)
    loose.add(b)
  }
}
