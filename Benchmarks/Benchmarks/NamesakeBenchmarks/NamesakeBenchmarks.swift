// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Benchmark
import Namesake

// Every benchmark checks its answer: a fast wrong result must not look like a gain.

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 2, maxDuration: .seconds(2),
    maxIterations: 200)

  for profile in [Profile.key, .fold] {
    for language in ["en", "tr", "ru", "el", "ar", "zh", "ja", "ko"] {
      let text = String(decoding: Wire.shared.texts[language] ?? [], as: UTF8.self)
      // What each piece gives on its own is what the whole must give: nothing carries over but
      // spaces and marks at the seams, which a line feed parts.
      Benchmark("normalize.\(profile.rawValue).\(language).1MB") { benchmark in
        for _ in benchmark.scaledIterations {
          var normalizer = TextNormalizer(profile)
          let result = normalizer.normalize(text)
          precondition(result.utf8.count > text.utf8.count / 2, "the normalized text is too short")
          if profile == .key {
            precondition(!result.utf8.contains(0x27), "a key has no apostrophe")
          }
          blackHole(result)
        }
      }
    }
  }

  let names = [
    "Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган", "رجب طيب أردوغان", "Sergey Lavrov",
    "Сергей Лавров", "Angela Merkel", "Kim Jong-un", "김정은",
  ]
  Benchmark("compare.pairs.64", configuration: .init(scalingFactor: .kilo)) { benchmark in
    var parser = NameParser()
    var comparator = NameComparator()
    let parsed = names.map { parser.parse($0, kind: .person) }
    for _ in benchmark.scaledIterations {
      var matches = 0
      for first in parsed {
        for second in parsed where comparator.compare(first, second).score >= 0.5 { matches += 1 }
      }
      precondition(matches >= 8 && matches < 40, "\(matches) matches among 64 pairs")
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
