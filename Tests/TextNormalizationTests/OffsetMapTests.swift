// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NormalizationLaws
import Testing
import TextBytes
import TextNormalization

@Suite("offsets")
struct OffsetMapTests {
  @Test(
    "a part of the output leads to its source",
    arguments: [
      (Profile.key, "İstanbul release", 0..<2, "İs"),
      (.key, "ﷺ x", 0..<3, "ﷺ"),
      (.key, "가x", 3..<4, "x"),
      (.nfc, "가x", 3..<4, "x"),
      (.key, "Recep  Tayyip ERDOĞAN'ın", 13..<20, "ERDOĞAN"),
      (.key, "И\u{306}ошкар-Ола", 0..<2, "И\u{306}"),
      (.ascii, "Щербаков", 0..<4, "Щ"),
    ])
  func leadsBack(row: (Profile, String, Range<Int>, String)) {
    var normalizer = TextNormalizer(row.0)
    var output = ByteBuffer()
    var offsets = OffsetMap()
    normalizer.normalize(row.1.utf8Span.span, into: &output, offsets: &offsets)
    let source = offsets.input(of: row.2)
    #expect(Array(Array(row.1.utf8)[source]) == Array(row.3.utf8))
  }

  @Test("segments cover the output without gaps, and the text is the same as without offsets")
  func coversOutput() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      let text = random.text(length: 1 + Int(random.next() % 40))
      for profile in Profile.allCases {
        var normalizer = TextNormalizer(profile)
        var output = ByteBuffer()
        var offsets = OffsetMap()
        normalizer.normalize(text.utf8Span.span, into: &output, offsets: &offsets)
        #expect(output.string().utf8.elementsEqual(normalizer.normalize(text).utf8))
        var end = 0
        var inputEnd = 0
        for segment in offsets.segments {
          #expect(segment.output.lowerBound == end)
          #expect(segment.input.lowerBound >= inputEnd)
          end = segment.output.upperBound
          inputEnd = segment.input.upperBound
        }
        #expect(end == output.count)
        #expect(inputEnd <= text.utf8.count)
      }
    }
  }

  @Test("random text: NFC, NFD and the key itself have one key")
  func formsAgree() {
    var random = SeededRandom(seed: 11)
    var key = TextNormalizer(.key)
    var nfc = TextNormalizer(.nfc)
    for _ in 0..<20000 {
      let text = random.text(length: 1 + Int(random.next() % 12))
      let once = key.normalize(text)
      #expect(
        Array(key.normalize(once).utf8) == Array(once.utf8), "\(text.unicodeScalars.map(\.value))")
      let composed = nfc.normalize(text)
      #expect(
        Array(key.normalize(composed).utf8) == Array(once.utf8),
        "\(text.unicodeScalars.map(\.value))")
    }
  }
}
