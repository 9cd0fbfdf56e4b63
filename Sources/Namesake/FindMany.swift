// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import MentionExtraction
internal import RecordFormats
public import TextNormalization

/// Finds the names in many texts.
///
/// - Parameters:
///   - texts: Articles.
///   - language: Language of all of them, nil to guess it for each.
///   - threads: Workers; the result is the same for any number.
/// - Returns: For each text its mentions, as `findMentions(in:)` gives them.
public func findMentions(
  in texts: some TextList, language: LanguageTag? = nil, threads: Int = 1
) -> [[Mention]] {
  var mentions: [[Mention]] = []
  RangePipeline.run(
    count: texts.count, size: 16, threads: threads,
    makeScratch: { MentionExtractor(language: language) },
    work: { extractor, range in
      range.map { number in
        var found: [Mention] = []
        texts.withText(number) { found = extractor.extract($0) }
        return found
      }
    },
    deliver: { mentions += $0 })
  return mentions
}
