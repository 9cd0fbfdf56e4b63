// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import Testing

struct UTF8CheckTests {
  static let rows: [([UInt8], Range<Int>?)] = [
    ([], nil),
    (Array("plain ASCII, longer than eight bytes".utf8), nil),
    (Array("é ж 中 😀".utf8), nil),
    ([0x41, 0x80], 1..<2),
    ([0xC0, 0xAF], 0..<1),
    ([0xE0, 0x80, 0x80], 0..<1),
    ([0xED, 0xA0, 0x80], 0..<1),
    ([0xE2, 0x82], 0..<2),
    ([0xF0, 0x9F, 0x98, 0x41], 0..<3),
    ([0xF4, 0x90, 0x80, 0x80], 0..<1),
    ([0xF5], 0..<1),
    (Array("12345678".utf8) + [0xFF], 8..<9),
  ]

  @Test func theFirstBadPartIsFound() {
    for (bytes, range) in Self.rows { #expect(firstInvalidUTF8(in: bytes.span) == range) }
  }

  /// The standard library replaces maximal subparts too.
  @Test func repairAgreesWithTheStandardLibrary() {
    var random = SeededRandom(state: 11)
    let leads: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
      0xF0,
      0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for _ in 0..<30_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        leads.randomElement(using: &random) ?? 0
      }
      var repaired: [UInt8] = []
      let changed = appendRepairedUTF8(bytes.span, to: &repaired)
      #expect(repaired == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect(changed == (repaired != bytes))
    }
  }
}
