// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Names that rules and lexicons see: all that is found in scripts that the tagger has not learned,
/// and what the tagger weighs in the others.
enum NameRules {
  /// Candidates in the order of the text, apart.
  static func candidates(_ article: Article) -> [Candidate] {
    var cased = CasedFinder(article)
    cased.find()
    var uncased = UncasedFinder(article)
    uncased.find()
    return withoutOverlaps(
      SpanTrimming.settle(SupportCheck.settle(cased.candidates, article), article)
        + uncased.candidates)
  }

  /// Keeps the longer of two spans that overlap, in the order of the text.
  static func withoutOverlaps(_ candidates: [Candidate]) -> [Candidate] {
    var result: [Candidate] = []
    let sorted = candidates.filter { !$0.range.isEmpty }.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    for candidate in sorted {
      if let last = result.last, last.range.upperBound > candidate.range.lowerBound {
        if candidate.range.count > last.range.count { result[result.count - 1] = candidate }
        // The one before may now overlap too: it ended where the replaced one began.
        continue
      }
      result.append(candidate)
    }
    return result
  }
}
