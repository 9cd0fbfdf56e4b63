// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Benchmark
import Namesake
import WireTexts

/// Mentions by language, and articles to entities.
@Sendable func articleBenchmarks() {
  for language in ["en", "tr", "ru", "de", "ar", "zh", "ja", "ko"] {
    Benchmark("mentions.\(language)") { benchmark in
      let articles = Wire.shared.articles.filter { $0.language == language }.map(\.text)
      var extractor = MentionExtractor(language: LanguageTag(language))
      var found = 0
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        found = articles.reduce(0) { $0 + extractor.extract($1.utf8Span.span).count }
      }
      benchmark.stopMeasurement()
      precondition(found >= 5 * articles.count, "\(found) mentions in \(articles.count) articles")
    }
  }

  Benchmark("mentions.wire") { benchmark in
    for _ in benchmark.scaledIterations {
      var found = 0
      for article in Wire.shared.articles {
        found += findMentions(in: article.text, language: LanguageTag(article.language)).count
      }
      precondition(found > 1500 && found < 2200, "\(found) mentions in the wire")
    }
  }

  Benchmark("dedupe.wire") { benchmark in
    for _ in benchmark.scaledIterations {
      let articles = Wire.shared.articles.map { article in
        ArticleNames(
          language: article.language,
          mentions: findMentions(in: article.text, language: LanguageTag(article.language)))
      }
      let entities = ArticleResolver().resolve(articles)
      precondition(entities.count > 150 && entities.count < 700, "\(entities.count) entities")
    }
  }
}
