// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
internal import TextBytes
public import TextNormalization

/// Tells which mentions of one article are the same person or thing.
///
///     // "Recep Tayyip Erdoğan … Erdoğan'ın … Bilal Erdoğan"
///     StoryThreads().numbers(text, ranges)   // [0, 0, 1]
///
/// The long form names the short ones, whichever comes first; case forms, acronyms and the names
/// that the lexicon joins belong together. Two long forms with different given names never do:
/// a short form that fits both goes to the one mentioned last before it.
public struct StoryThreads: Sendable {
  /// Language of the article, nil when unknown.
  public var language: LanguageTag?

  /// Creates a resolver.
  public init(language: LanguageTag? = nil) { self.language = language }

  /// Thread numbers of mentions, found here or by another tool.
  ///
  /// - Parameters:
  ///   - text: The article in UTF-8.
  ///   - ranges: Bytes of the mentions, in any order.
  ///   - kinds: What each names, where known; empty or as many as there are ranges.
  /// - Returns: One number a mention, from 0 in order of first appearance in the text.
  /// - Complexity: O(*n* log *n*) in the mentions, as long as few names share a word.
  public func numbers(
    _ text: Span<UInt8>, _ ranges: [Range<Int>], kinds: [NameKind?] = []
  ) -> [Int] {
    numbers(text, ranges, kinds: kinds, in: Lexicon.standard.languages(language))
  }

  /// The same for an article whose languages were looked up before.
  func numbers(
    _ text: Span<UInt8>, _ ranges: [Range<Int>], kinds: [NameKind?], in languages: Lexicon.Languages
  ) -> [Int] {
    precondition(kinds.isEmpty || kinds.count == ranges.count, "a kind is given for each range")
    var resolver = ThreadResolver(languages)
    let order = ranges.indices.sorted {
      (ranges[$0].lowerBound, $0) < (ranges[$1].lowerBound, $1)
    }
    for index in order {
      let range = ranges[index].clamped(to: 0..<text.count)
      resolver.add(text.extracting(range), range, kinds.isEmpty ? nil : kinds[index])
    }
    resolver.resolve(text)
    var result = [Int](repeating: 0, count: ranges.count)
    for (place, index) in order.enumerated() { result[index] = resolver.threads[place] }
    return result
  }
}
