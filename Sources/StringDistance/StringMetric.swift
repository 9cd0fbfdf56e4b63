// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A way to measure how alike two strings are.
///
///     StringMetric.jaroWinkler.similarity("martha", "marhta")   // 0.961
///
/// Every similarity is normalized: 0...1, 1 for equal strings, also for two empty ones (except
/// ``tokenSet``). For names in one script only, and after normalization: nothing is folded here.
public enum StringMetric: String, Sendable, CaseIterable {
  /// 1 - distance / longer length; see ``PreparedPattern/levenshtein(to:atMost:)``.
  case levenshtein
  /// 1 - distance / longer length; see ``PreparedPattern/optimalAlignment(to:atMost:)``.
  case optimalAlignment
  /// Twice the longest common subsequence over both lengths; see ``PreparedPattern/indel(to:atMost:)``.
  case indel
  /// See ``PreparedPattern/jaro(to:atLeast:)``.
  case jaro
  /// See ``PreparedPattern/jaroWinkler(to:atLeast:)``.
  case jaroWinkler
  /// ``indel`` of the words sorted by their letters' values and joined by spaces.
  case tokenSort
  /// The best ``indel`` among the shared distinct words, these and the rest of the first, and these
  /// and the rest of the second, each sorted and joined; 1 if one string's words are among the
  /// other's, 0 if one has no words.
  case tokenSet

  /// Similarity of two strings' Unicode scalars, 0...1.
  ///
  /// Allocates its scratch; for many strings take a ``PreparedPattern`` or a ``BatchScorer``.
  ///
  /// - Parameters:
  ///   - a: One string.
  ///   - b: The other string.
  ///   - least: The smallest similarity of interest.
  /// - Returns: The similarity, or nil if it is below `least`.
  public func similarity(_ a: String, _ b: String, atLeast least: Double) -> Double? {
    let (first, second) = (LetterList.scalars(of: a), LetterList.scalars(of: b))
    return similarity(first.span, second.span, atLeast: least)
  }

  /// Similarity of two strings' Unicode scalars, 0...1.
  public func similarity(_ a: String, _ b: String) -> Double {
    similarity(a, b, atLeast: 0) ?? 0
  }

  /// Similarity of two strings of letters, as ``similarity(_:_:atLeast:)``.
  public func similarity(
    _ a: Span<UInt32>, _ b: Span<UInt32>, atLeast least: Double
  ) -> Double? {
    switch self {
    case .tokenSort:
      var ratios = TokenRatios()
      return ratios.sorted(a, b, atLeast: least)
    case .tokenSet:
      var ratios = TokenRatios()
      return ratios.sets(a, b, atLeast: least)
    default:
      var pattern = PreparedPattern()
      pattern.prepare(a)
      return pattern.similarity(self, to: b, atLeast: least)
    }
  }

  /// What strings of these lengths cannot exceed, with a margin for the last bits of sums.
  func best(_ m: Int, _ n: Int) -> Double {
    let (shorter, longer) = (Double(min(m, n)), Double(max(m, n)))
    if m == n || self == .tokenSort || self == .tokenSet { return 1 }
    let jaro = (2 + shorter / longer) / 3
    let best =
      switch self {
      case .levenshtein, .optimalAlignment: shorter / longer
      case .indel: 2 * shorter / (shorter + longer)
      case .jaro: jaro
      default: jaro + 0.4 * (1 - jaro)
      }
    return best + 1e-9
  }
}

extension PreparedPattern {
  /// Normalized similarity to a text, 0...1.
  ///
  /// - Parameters:
  ///   - metric: One of letters; of words only a ``BatchScorer`` keeps the scratch, here they
  ///     allocate.
  ///   - text: Letters of the other string.
  ///   - least: The smallest similarity of interest; the higher, the less work.
  /// - Returns: The similarity, or nil if it is below `least`.
  public mutating func similarity(
    _ metric: StringMetric, to text: Span<UInt32>, atLeast least: Double = 0
  ) -> Double? {
    switch metric {
    case .levenshtein:
      let longer = max(count, text.count)
      return share(longer, least: least) { levenshtein(to: text, atMost: $0) }
    case .optimalAlignment:
      let longer = max(count, text.count)
      return share(longer, least: least) { optimalAlignment(to: text, atMost: $0) }
    case .indel:
      return share(count + text.count, least: least) { indel(to: text, atMost: $0) }
    case .jaro: return jaro(to: text, atLeast: least)
    case .jaroWinkler: return jaroWinkler(to: text, atLeast: least)
    case .tokenSort, .tokenSet: return metric.similarity(letters.span, text, atLeast: least)
    }
  }
}

/// 1 - distance / largest, or nil if that is below `least`.
private func share(_ largest: Int, least: Double, distance: (Int) -> Int?) -> Double? {
  if largest == 0 { return 1 }
  // One more than the quotient, so that rounding never leaves out a distance of just `least`.
  let limit = least <= 0 ? largest : Int((1 - min(least, 1)) * Double(largest)) + 1
  guard let edits = distance(limit) else { return nil }
  let similarity = 1 - Double(edits) / Double(largest)
  return similarity >= least ? similarity : nil
}
