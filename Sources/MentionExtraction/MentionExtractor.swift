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
/// Stages, one file each: words and sentences (`Article`), what rules and lexicons see
/// (`NameRules`), the trained tagger (`NameTagger`), what comes of both (`SpanAgreement`), trimming,
/// threads, kinds, base forms. In scripts that the model has not learned the rules stand alone.
/// Mentions come in the order of the text and never overlap; each slices to exactly the name. No
/// input fails; ill-formed UTF-8 separates words.
public struct MentionExtractor: Sendable {
  /// Language of the texts, nil to guess it for each.
  public var language: LanguageTag?

  /// Memory that one call leaves for the next.
  private var tokens: [Token] = []
  private var vocabulary: Vocabulary?
  private var tagger: NameTagger

  /// Creates an extractor.
  ///
  /// - Parameters:
  ///   - language: Language of the texts, nil to guess it for each.
  ///   - model: What finds the names.
  public init(language: LanguageTag? = nil, model: TaggerModel = .standard) {
    self.language = language
    tagger = NameTagger(model)
  }

  /// The mentions of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8 in any normalization form.
  ///   - known: Places of names that are known beforehand, such as those of a catalogue, apart: each
  ///     becomes a mention, unless it is one word inside a longer name.
  /// - Returns: The mentions, in order and apart.
  /// - Complexity: O(*n* log *n*) in the number of bytes.
  public mutating func extract(
    _ text: Span<UInt8>, known: [GivenSpan] = []
  ) -> [Mention] {
    let article = read(text)
    let proposals = NameRules.candidates(article)
    let tagged = SpanTrimming.settle(tagger.candidates(article, proposals: proposals), article)
    var agreement = SpanAgreement(article)
    let untaught = proposals.filter { !tagger.reads($0, article) }
    let found = agreement.agree(tagged, proposals).filter { !QuotedBodies.isBare($0, article) }
    let candidates = KnownNames.merge(
      NameRules.withoutOverlaps(found + untaught + QuotedBodies.candidates(article)), known, article
    )
    let mentions = mentions(
      of: candidates, kinds: candidates.map(\.votes.firmKind), in: article, text)
    vocabulary = article.vocabulary
    return mentions
  }

  /// Mentions at places that another tool has found: threads, kinds and base forms.
  ///
  /// - Parameters:
  ///   - spans: Places of names, in any order; those that are empty or reach past the end of the
  ///     text are cut to it.
  ///   - text: The text they lie in.
  /// - Returns: One mention for each span, in the order of the spans.
  public mutating func mentions(at spans: [GivenSpan], in text: Span<UInt8>) -> [Mention] {
    let article = read(text)
    let candidates = spans.map { span in
      Candidate(article.words(in: span.range.clamped(to: 0..<text.count)), span, article)
    }
    let mentions = mentions(of: candidates, kinds: spans.map(\.kind), in: article, text)
    vocabulary = article.vocabulary
    return mentions
  }

  /// Cuts a text into words; the vocabulary moves into the article until the caller takes it back,
  /// so that it is never copied.
  private mutating func read(_ text: Span<UInt8>) -> Article {
    var vocabulary = self.vocabulary.take() ?? Vocabulary()
    if vocabulary.beginArticle() { tagger.forget() }
    return Article(text, language: language, consume vocabulary, &tokens)
  }

  private func mentions(
    of candidates: [Candidate], kinds: [NameKind?], in article: Article, _ text: Span<UInt8>
  ) -> [Mention] {
    let ranges = candidates.map(\.range)
    let threads = StoryThreads(language: article.language).numbers(
      text, ranges, kinds: kinds, in: article.languages)
    let voted = KindVote.kinds(of: candidates, threads: threads)
    var base = BaseForm(article, names: candidates.map(\.words))
    return candidates.indices.map { index in
      Mention(
        range: ranges[index], kind: voted[index], name: base.name(of: candidates[index]),
        thread: threads[index])
    }
  }
}
