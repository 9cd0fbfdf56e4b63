// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

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

/// A small reproducible generator (SplitMix64).
struct SeededRandom {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// Text that mixes letters, marks and joiners of many scripts.
  mutating func text(length: Int) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xC0...0x17F, 0x300...0x345, 0x370...0x3FF, 0x400...0x45F, 0x5B0...0x5EA,
      0x621...0x670, 0x900...0x97F, 0xE01...0xE4E, 0x1100...0x11FF, 0xAC00...0xAD00,
      0x3041...0x30FF, 0x4E00...0x4F00, 0x200B...0x200F, 0x1E00...0x1FFF, 0xFB00...0xFDFF,
      0xFF00...0xFFEF, 0x9BE...0x9D7, 0xB3E...0xB57,
    ]
    var scalars = String.UnicodeScalarView()
    while scalars.count < length {
      let range = ranges[Int(next() % UInt64(ranges.count))]
      let value = range.lowerBound + UInt32(next() % UInt64(range.count))
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
