// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
public import TextNormalization

/// Finds the names of people, bodies and places in running text.
///
///     let text = "Erdoğan’ın sözcüsü NATO'yu eleştirdi."
///     var extractor = MentionExtractor()
///     extractor.extract(text.utf8Span.span).map(\.name)   // ["Erdoğan", "NATO"]
///
/// Stages, one file each: words and sentences (`Article`), candidates in scripts with capitals
/// (`CasedFinder`) and without (`UncasedFinder`), their trimming, threads, kinds, base forms.
/// Mentions come in the order of the text and never overlap; each slices to exactly the name. No
/// input fails; ill-formed UTF-8 separates words.
public struct MentionExtractor: Sendable {
  /// Language of the texts, nil to guess it for each.
  public var language: LanguageTag?

  /// Memory that one call leaves for the next.
  private var tokens: [Token] = []

  /// Creates an extractor.
  public init(language: LanguageTag? = nil) { self.language = language }

  /// The mentions of a text.
  ///
  /// - Parameter text: UTF-8 in any normalization form.
  /// - Returns: The mentions, in order and apart.
  /// - Complexity: O(*n* log *n*) in the number of bytes.
  public mutating func extract(_ text: Span<UInt8>) -> [Mention] {
    let article = Article(text, language: language, &tokens)
    var cased = CasedFinder(article)
    cased.find()
    var uncased = UncasedFinder(article)
    uncased.find()
    let found = SpanTrimming.settle(cased.candidates, article) + uncased.candidates
    let candidates = withoutOverlaps(found)
    return mentions(of: candidates, kinds: candidates.map(\.votes.firmKind), in: article, text)
  }

  /// Mentions at places that another tool has found: threads, kinds and base forms.
  ///
  /// - Parameters:
  ///   - spans: Places of names, in any order; those that are empty or reach past the end of the
  ///     text are cut to it.
  ///   - text: The text they lie in.
  /// - Returns: One mention for each span, in the order of the spans.
  public mutating func mentions(at spans: [GivenSpan], in text: Span<UInt8>) -> [Mention] {
    let article = Article(text, language: language, &tokens)
    let candidates = spans.map { span in
      Candidate(article.words(in: span.range.clamped(to: 0..<text.count)), span, article)
    }
    return mentions(of: candidates, kinds: spans.map(\.kind), in: article, text)
  }

  private func mentions(
    of candidates: [Candidate], kinds: [NameKind?], in article: Article, _ text: Span<UInt8>
  ) -> [Mention] {
    let ranges = candidates.map(\.range)
    let threads = StoryThreads(language: article.language).numbers(text, ranges, kinds: kinds)
    let voted = KindVote.kinds(of: candidates, threads: threads)
    var base = BaseForm(article, names: candidates.map(\.words))
    return candidates.indices.map { index in
      Mention(
        range: ranges[index], kind: voted[index], name: base.name(of: candidates[index]),
        thread: threads[index])
    }
  }

  /// Keeps the longer of two spans that overlap, in the order of the text.
  private func withoutOverlaps(_ candidates: [Candidate]) -> [Candidate] {
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
