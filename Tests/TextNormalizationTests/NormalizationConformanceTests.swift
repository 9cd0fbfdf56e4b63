// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import NormalizationLaws
import Testing
import TextNormalization

@Suite("nfc and nfkc against Unicode's own vectors")
struct NormalizationConformanceTests {
  @Test(
    "NormalizationTest.txt, every row",
    .enabled(if: UnicodeFiles.has("NormalizationTest.txt"), UnicodeFiles.missing))
  func holdsEveryRow() {
    var nfc = TextNormalizer(.nfc)
    var nfkc = TextNormalizer(.nfkc)
    var rows = 0
    for line in UnicodeFiles.lines("NormalizationTest.txt") where !line.hasPrefix("@") {
      let column = line.split(separator: ";").prefix(5).map { UnicodeFiles.text($0) }
      guard column.count == 5 else { continue }
      rows += 1
      for source in 0..<5 {
        let composed = source < 3 ? column[1] : column[3]
        #expect(normalized(column[source], &nfc) == composed, "nfc of column \(source): \(line)")
        #expect(normalized(column[source], &nfkc) == column[3], "nfkc of \(source): \(line)")
      }
    }
    #expect(rows > 18_000)
  }

  @Test("every scalar as ICU does it", .enabled(if: ICU.unicodeVersion == (15, 0), "other Unicode"))
  func agreesOnEveryScalar() {
    var nfc = TextNormalizer(.nfc)
    var nfkc = TextNormalizer(.nfkc)
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let composed = normalized(bytes, &nfc)
      let compatible = normalized(bytes, &nfkc)
      #expect(composed == ICU.normalize(.nfc, bytes), "U+\(String(value, radix: 16))")
      #expect(compatible == ICU.normalize(.nfkc, bytes), "U+\(String(value, radix: 16))")
    }
  }

  @Test("random text as ICU does it, in any decomposition")
  func agreesOnRandomText() {
    var random = SeededRandom(seed: 3)
    var nfc = TextNormalizer(.nfc)
    var nfkc = TextNormalizer(.nfkc)
    for _ in 0..<20_000 {
      let bytes = Array(random.text(length: Int(random.next() % 60)).utf8)
      #expect(normalized(bytes, &nfc) == ICU.normalize(.nfc, bytes), "\(bytes)")
      #expect(normalized(bytes, &nfkc) == ICU.normalize(.nfkc, bytes), "\(bytes)")
      let apart = ICU.normalize(.nfd, bytes)
      #expect(normalized(apart, &nfc) == ICU.normalize(.nfc, bytes), "\(bytes)")
    }
  }

  @Test("more marks on one base than the Stream-Safe Text Format allows")
  func ordersManyMarks() {
    var random = SeededRandom(seed: 5)
    let marks: [UInt32] = [0x300, 0x323, 0x31B, 0x334, 0x345, 0xF75, 0x5B0, 0x93C, 0x94D]
    for length in [10, 100, 1000, 5000] {
      var scalars = String.UnicodeScalarView("e".unicodeScalars)
      for _ in 0..<length {
        let value = marks[Int(random.next() % UInt64(marks.count))]
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
      }
      let bytes = Array(String(scalars).utf8)
      var nfc = TextNormalizer(.nfc)
      #expect(normalized(bytes, &nfc) == ICU.normalize(.nfc, bytes), "\(length) marks")
      for profile in Profile.allCases {
        var normalizer = TextNormalizer(profile)
        let once = normalized(bytes, &normalizer)
        if profile != .latin, profile != .ascii {
          #expect(normalized(once, &normalizer) == once, "\(profile), \(length) marks")
        }
      }
    }
  }
}
