// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import NormalizationLaws
import Testing
import TextBytes
import TextNormalization

/// Three ways through the kernel give the same bytes: the processor's blocks, the portable code,
/// and, with offsets, scalar by scalar.
///
/// Where the processor has no blocks the first two are one.
@Suite("the kernels agree")
struct KernelTests {
  /// A profile by every kernel.
  private struct Kernels: ~Copyable {
    var fastest: TextNormalizer
    var portable: TextNormalizer
    var single: TextNormalizer
    var output = ByteBuffer()
    var offsets = OffsetMap()

    init(_ profile: Profile) {
      fastest = TextNormalizer(profile, kernel: .fastest)
      portable = TextNormalizer(profile, kernel: .portable)
      single = portable
    }

    /// Whether all give the same bytes and count the same repairs.
    mutating func agree(on bytes: [UInt8]) -> Bool {
      let blocks = normalized(bytes, &fastest)
      let isSame = blocks == normalized(bytes, &portable)
      output.removeAll()
      single.normalize(bytes.span, into: &output, offsets: &offsets)
      return isSame && blocks == output.array() && fastest.repairCount == portable.repairCount
        && fastest.repairCount == single.repairCount
    }
  }

  @Test("on mixtures of few characters", arguments: Profile.allCases)
  func onMixtures(profile: Profile) {
    var random = SeededRandom(seed: 31)
    var kernels = Kernels(profile)
    let alphabets: [[Unicode.Scalar]] = [
      Array("abc XYZ'`\n\t I.".unicodeScalars), Array("aış İğ'Iü ".unicodeScalars),
      Array("абв Где«»\u{A0}ё-".unicodeScalars), Array("كتب ىة\u{64E}اء\u{654} ".unicodeScalars),
      Array("कमल ड़ दि ु्ह\u{93C}\u{951}a ".unicodeScalars), Array("漢字国 、カｶ・가a".unicodeScalars),
      Array("가나다 x김".unicodeScalars), Array("😀a é€ß ’".unicodeScalars),
      Array("กุ่ำ้\u{E3A} ๒ก".unicodeScalars), Array("ạ\u{323}\u{301}e ệ\u{AD}".unicodeScalars),
      Array("α ΆΐΣς\u{345}ᾳ'".unicodeScalars), Array("  '\u{3000}\u{200B}\u{2019}x".unicodeScalars),
    ]
    for round in 0..<6_000 {
      let alphabet = alphabets[round % alphabets.count]
      var text = String.UnicodeScalarView()
      for _ in 0..<Int(random.next() % 120) {
        text.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
      }
      let bytes = Array(String(text).utf8)
      let agree = kernels.agree(on: bytes)
      #expect(agree, "\(hex(bytes))")
    }
  }

  @Test("on random text of all scripts", arguments: Profile.allCases)
  func onRandomText(profile: Profile) {
    var random = SeededRandom(seed: 37)
    var kernels = Kernels(profile)
    for _ in 0..<4_000 {
      let bytes = Array(random.text(length: 1 + Int(random.next() % 90)).utf8)
      let agree = kernels.agree(on: bytes)
      #expect(agree, "\(hex(bytes))")
    }
  }

  @Test("on random and broken bytes", arguments: Profile.allCases)
  func onBytes(profile: Profile) {
    var random = SeededRandom(seed: 41)
    var kernels = Kernels(profile)
    for round in 0..<6_000 {
      var bytes: [UInt8]
      if round % 2 == 0 {
        // Leads and trails are more frequent than chance has them.
        bytes = (0..<Int(random.next() % 160)).map { _ in
          let byte = UInt8(truncatingIfNeeded: random.next())
          return random.next() & 1 == 0 ? byte & 0x7F : byte | 0x80
        }
      } else {
        bytes = Array(random.text(length: 60).utf8)
        for _ in 0..<3 {
          bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
        }
      }
      let agree = kernels.agree(on: bytes)
      #expect(agree, "\(bytes.map { String($0, radix: 16) })")
    }
  }

  @Test("on every scalar among others", arguments: Profile.allCases)
  func onScalars(profile: Profile) {
    var kernels = Kernels(profile)
    let frames = [("a ", " b"), ("ж", "é"), ("漢", "字"), ("क", "\u{94D}"), (" '", "  ")]
    let filler = String(repeating: ".", count: 40)
    for value in UInt32(1)...0x323AF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Planes without characters behave alike.
      if value > 0x1FFFF, value % 64 != 0 { continue }
      var text = ""
      for (before, after) in frames { text += before + String(scalar) + after }
      let bytes = Array((text + filler).utf8)
      if !kernels.agree(on: bytes) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test("on the sample wire, in all its scripts and forms", arguments: Profile.allCases)
  func onWire(profile: Profile) {
    var kernels = Kernels(profile)
    let here = "\(#filePath)".split(separator: "/").dropLast(3).joined(separator: "/")
    for language in [
      "ar", "az", "el", "en", "fa", "he", "hi", "hy", "ja", "ka", "ko", "ru", "sr", "tr", "zh",
    ] {
      let bytes = UnicodeFiles.read("/\(here)/Corpora/wire/\(language).jsonl")
      for form in [bytes, ICU.normalize(.nfd, bytes)] {
        // From each of the places in a block.
        for start in 0..<min(32, form.count) {
          let agree = kernels.agree(on: Array(form[start...]))
          #expect(agree, "\(language) from \(start)")
        }
      }
    }
  }

  private func hex(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).unicodeScalars
      .map { String($0.value, radix: 16) }.joined(separator: " ")
  }
}
