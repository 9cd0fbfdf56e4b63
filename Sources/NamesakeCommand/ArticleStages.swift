// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake

/// The stages that articles go through, on one thread.
struct ArticleStages {
  let texts: BenchTexts
  let clock: StageClock

  /// Measures every stage in order.
  func run(_ progress: inout StageProgress, _ report: (StageResult) -> Void) {
    progress.begin("normalize")
    report(normalize())
    progress.begin("mentions")
    let (mentions, stage) = mentions()
    report(stage)
    progress.begin("link")
    report(link(mentions))
  }

  private func normalize() -> StageResult {
    var normalizers: [String: TextNormalizer] = [:]
    for number in 0..<texts.count {
      let language = texts.language(number)
      normalizers[language] = TextNormalizer(.key, language: LanguageTag(language))
    }
    var output = ByteBuffer(capacity: texts.byteCount * 2)
    let times = clock.measure {
      output.removeAll()
      for number in 0..<texts.count {
        texts.withText(number) {
          normalizers[texts.language(number)]?.normalize($0, into: &output)
        }
      }
    }
    return StageResult(
      name: "normalize", unit: "articles", count: texts.count, bytes: texts.byteCount,
      times: times, verdict: .bytesPerSecond(400e6))
  }

  private func mentions() -> (found: [ArticleNames], stage: StageResult) {
    var extractors: [String: MentionExtractor] = [:]
    for number in 0..<texts.count {
      let language = texts.language(number)
      extractors[language] = MentionExtractor(language: LanguageTag(language))
    }
    var found: [ArticleNames] = []
    let times = clock.measure {
      found.removeAll(keepingCapacity: true)
      for number in 0..<texts.count {
        let language = texts.language(number)
        let mentions = texts.withText(number) { extractors[language]?.extract($0) ?? [] }
        found.append(ArticleNames(language: language, mentions: mentions))
      }
    }
    let count = found.reduce(0) { $0 + $1.mentions.count }
    let stage = StageResult(
      name: "mentions", unit: "articles", count: texts.count, bytes: texts.byteCount,
      times: times, details: [("mentions", Double(count))], verdict: .bytesPerSecond(8e6))
    return (found, stage)
  }

  private func link(_ articles: [ArticleNames]) -> StageResult {
    var entities = 0
    let times = clock.measure { entities = ArticleResolver().resolve(articles).count }
    return StageResult(
      name: "link", unit: "articles", count: articles.count, times: times,
      details: [("entities", Double(entities))], verdict: .share)
  }
}
