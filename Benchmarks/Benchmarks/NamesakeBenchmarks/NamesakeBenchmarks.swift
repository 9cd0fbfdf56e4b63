// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Benchmark
import Namesake
import WireTexts

// Every benchmark checks its answer: a fast wrong result must not look like a gain.

/// Bytes above space of every line's own normalization.
private func lineByLine(_ text: [UInt8], _ profile: Profile, _ tag: LanguageTag?) -> [UInt8] {
  var normalizer = TextNormalizer(profile, language: tag)
  var output = ByteBuffer()
  for line in text.split(separator: 0x0A) { normalizer.normalize(Array(line).span, into: &output) }
  return output.array().filter { $0 > 0x20 }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput], warmupIterations: 2, maxDuration: .seconds(2),
    maxIterations: 200)

  distanceBenchmarks()

  for profile in [Profile.key, .fold, .nfc] {
    for language in ["en", "tr", "ru", "el", "ar", "he", "hi", "zh", "ja", "ko"] {
      Benchmark("normalize.\(profile.rawValue).\(language).1MB") { benchmark in
        let text = Wire.shared.texts[language] ?? []
        // With the language told, folding does not depend on what else the text holds.
        let tag = LanguageTag(language)
        var normalizer = TextNormalizer(profile, language: tag)
        var output = ByteBuffer(capacity: text.count * 2)
        // The whole must be what its lines give one by one: only spaces carry over a seam.
        let expected = lineByLine(text, profile, tag)
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
          output.removeAll()
          normalizer.normalize(text.span, into: &output)
        }
        benchmark.stopMeasurement()
        let result = output.array()
        precondition(
          result.filter { $0 > 0x20 } == expected,
          "\(profile) of \(language) is not what its lines give")
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
