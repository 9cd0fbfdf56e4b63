// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextNormalization

/// Puts names that are known beforehand among those that were found.
///
/// A known name takes the place of what was found across it; only a single word inside a longer
/// name is taken for part of that name: Washington in Denzel Washington.
enum KnownNames {
  /// - Parameters:
  ///   - found: Names in the order of the text, apart.
  ///   - known: Places of known names, apart.
  ///   - article: The article.
  /// - Returns: Names in the order of the text, apart.
  static func merge(_ found: [Candidate], _ known: [GivenSpan], _ article: Article) -> [Candidate] {
    if known.isEmpty { return found }
    var result: [Candidate] = []
    var kept = found[...]
    let spans = known.filter { !$0.range.isEmpty }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
    for span in spans {
      let words = article.words(in: span.range)
      while let next = kept.first, next.range.upperBound <= span.range.lowerBound {
        result.append(next)
        kept = kept.dropFirst()
      }
      var crossed: [Candidate] = []
      for next in kept {
        guard next.range.lowerBound < span.range.upperBound else { break }
        crossed.append(next)
      }
      let isSingle = words.count(where: { article.words[$0].isWord }) == 1
      if isSingle,
        crossed.contains(where: { holdsMore($0, than: span, article) })
      {
        continue
      }
      kept = kept.dropFirst(crossed.count)
      var candidate = Candidate(words, span, article)
      if span.kind == nil, let own = crossed.first { candidate.votes = own.votes }
      if let last = result.last, last.range.upperBound > span.range.lowerBound {
        result.removeLast()
      }
      result.append(candidate)
    }
    return result + kept
  }

  private static func holdsMore(
    _ candidate: Candidate, than span: GivenSpan, _ article: Article
  ) -> Bool {
    candidate.range.lowerBound <= span.range.lowerBound
      && candidate.range.upperBound >= span.range.upperBound
      && candidate.words.count(where: { article.words[$0].isWord }) > 1
  }
}
