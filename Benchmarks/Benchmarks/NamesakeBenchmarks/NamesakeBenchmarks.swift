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
  comparisonBenchmarks()
  catalogueBenchmarks()
  articleBenchmarks()

  for profile in [Profile.key, .fold, .latin, .ascii, .nfc, .nfkc] {
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
        // Romanization looks at the whole text: its answers are the tests' business.
        if profile == .latin || profile == .ascii {
          let isPlain = profile == .latin || result.allSatisfy { $0 < 0x80 }
          precondition(result.count > text.count / 4 && isPlain, "\(profile) of \(language)")
          return
        }
        precondition(
          result.filter { $0 > 0x20 } == expected,
          "\(profile) of \(language) is not what its lines give")
      }
    }
  }
}
