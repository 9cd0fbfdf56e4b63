// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction
internal import NameModel
internal import RecordFormats
internal import TextBytes
internal import TextNormalization

/// Work on running text.
struct TextWork {
  /// Kept from one request to the next, as a program keeps them from one text to the next.
  private var extractors: [String: MentionExtractor] = [:]

  mutating func normalize(
    _ profile: String, _ language: String, text: String, to output: String
  ) throws(RecordError) -> WorkTimes {
    let bytes = try WorkFiles.bytes(text)
    guard let profile = Profile(rawValue: profile) else {
      throw RecordError(.cannotRead, at: profile, "no profile", advice: "give key or ascii")
    }
    var normalizer = TextNormalizer(profile, language: LanguageTag(language))
    var result = ByteBuffer(capacity: bytes.count * 2)
    // The first pass brings the tables into memory; every peer has the same by its first run.
    normalizer.normalize(bytes.span, into: &result)
    result.removeAll()
    let start = WorkTimes.now
    normalizer.normalize(bytes.span, into: &result)
    let time = WorkTimes.now - start
    try WorkFiles.write(result.array(), to: output)
    return WorkTimes(whole: time, main: time)
  }

  /// Articles are a language, the byte 0x1F, a text and the byte 0x1E each.
  ///
  /// The answer has a line for each mention: number of the article, start, end in bytes, kind.
  mutating func mentions(_ path: String, to output: String) throws(RecordError) -> WorkTimes {
    let articles = try WorkFiles.bytes(path).split(separator: 0x1E).map { article in
      let parts = article.split(separator: 0x1F, maxSplits: 1, omittingEmptySubsequences: false)
      return (language: String(decoding: parts[0], as: UTF8.self), text: Array(parts[1]))
    }
    for (language, _) in articles where extractors[language] == nil {
      extractors[language] = MentionExtractor(language: LanguageTag(language))
    }
    var found: [[Mention]] = []
    let start = WorkTimes.now
    for (language, text) in articles {
      found.append(extractors[language]?.extract(text.span) ?? [])
    }
    let time = WorkTimes.now - start
    var lines: [UInt8] = []
    for (number, mentions) in found.enumerated() {
      for mention in mentions {
        let (range, kind) = (mention.range, mention.kind.rawValue)
        lines += "\(number)\t\(range.lowerBound)\t\(range.upperBound)\t\(kind)\n".utf8
      }
    }
    try WorkFiles.write(lines, to: output)
    return WorkTimes(whole: time, main: time)
  }
}
