// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import NormalizationLaws
import Testing
import TextBytes
import TextNormalization

@Suite("laws on random input")
struct RandomTextTests {
  /// Profiles that stand still when applied again.
  private static let idempotent: [Profile] = [.key, .fold, .nfc, .nfkc]

  @Test("random text: applying a profile again changes nothing", arguments: idempotent)
  func isIdempotent(profile: Profile) {
    var random = SeededRandom(seed: 17)
    var normalizer = TextNormalizer(profile)
    for _ in 0..<20_000 {
      let bytes = Array(random.text(length: 1 + Int(random.next() % 50)).utf8)
      let once = normalized(bytes, &normalizer)
      #expect(normalized(once, &normalizer) == once, "\(hex(bytes))")
    }
  }

  @Test("every scalar, alone and behind a letter, stands still", arguments: idempotent)
  func isIdempotentOnScalars(profile: Profile) {
    var normalizer = TextNormalizer(profile)
    for value in UInt32(1)...0x10FFFF {
      // Planes without characters behave alike.
      if value > 0x323AF, value < 0xE0000 || value > 0xE0200 { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      var texts = [String(scalar)]
      if CharacterProperties(value).isMark { texts += ["a" + texts[0], "\u{3046}" + texts[0]] }
      for text in texts {
        let once = normalized(Array(text.utf8), &normalizer)
        #expect(normalized(once, &normalizer) == once, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("a text, its NFC and its NFD have one key and one fold")
  func formsAgree() {
    var random = SeededRandom(seed: 23)
    var key = TextNormalizer(.key)
    var fold = TextNormalizer(.fold)
    for _ in 0..<10_000 {
      let bytes = Array(random.text(length: 1 + Int(random.next() % 30)).utf8)
      let (composed, apart) = (ICU.normalize(.nfc, bytes), ICU.normalize(.nfd, bytes))
      #expect(normalized(bytes, &key) == normalized(composed, &key), "composed: \(hex(bytes))")
      #expect(normalized(bytes, &key) == normalized(apart, &key), "\(hex(bytes))")
      #expect(normalized(bytes, &fold) == normalized(composed, &fold), "\(hex(bytes))")
      #expect(normalized(bytes, &fold) == normalized(apart, &fold), "\(hex(bytes))")
    }
  }

  @Test("random bytes: no trap, well-formed output, 14 bytes for one at most")
  func repairsBytes() {
    var random = SeededRandom(seed: 29)
    var normalizers = Profile.allCases.map { TextNormalizer($0) }
    for _ in 0..<4_000 {
      let length = Int(random.next() % 200)
      // Leads and trails are more frequent than chance has them.
      let bytes = (0..<length).map { _ in
        let byte = UInt8(truncatingIfNeeded: random.next())
        return random.next() & 1 == 0 ? byte : byte | 0x80
      }
      for index in normalizers.indices {
        let output = normalized(bytes, &normalizers[index])
        #expect(output.count <= TextNormalizer.mostBytesPerByte * bytes.count)
        #expect(String(validating: output, as: UTF8.self) != nil, "\(hex(bytes))")
      }
    }
  }

  @Test("every scalar in every profile: 14 bytes for one at most", arguments: Profile.allCases)
  func isBounded(profile: Profile) {
    var normalizer = TextNormalizer(profile)
    for value in UInt32(1)...0x323AF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      // Twice, for what stands between two of them.
      let output = normalized(bytes + bytes, &normalizer)
      #expect(output.count <= TextNormalizer.mostBytesPerByte * bytes.count * 2)
    }
  }

  private func hex(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).unicodeScalars
      .map { String($0.value, radix: 16) }.joined(separator: " ")
  }
}
