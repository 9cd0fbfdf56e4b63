// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextBytes

@Suite("bytes of text")
struct TextBytesTests {
  /// Words over a small alphabet, so that many repeat.
  private func words(_ count: Int) -> [[UInt8]] {
    var state: UInt64 = 21
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let length = Int(state >> 60)
      return (0..<length).map { UInt8(97 + (state >> UInt64(8 + $0 * 3)) % 3) }
    }
  }

  @Test("the interner numbers distinct strings in the order of their appearance")
  func interns() {
    var interner = ByteInterner()
    var twin: [[UInt8]: Int] = [:]
    for word in words(20000) {
      let expected = twin[word] ?? twin.count
      twin[word] = expected
      #expect(interner.intern(word.span) == expected)
    }
    #expect(interner.count == twin.count)
    for (word, number) in twin {
      #expect(interner.find(word.span) == number)
      #expect(Array(interner[number]) == word)
    }
    #expect(interner.find([0xFF].span) == nil)
  }

  @Test("many strings at once get the numbers that they get one after the other")
  func internsMany() {
    let words = words(3000) + [[]] + words(3000)
    let bytes = words.flatMap { $0 }
    var ends: [Int] = []
    for word in words { ends.append((ends.last ?? 0) + word.count) }
    var one = ByteInterner()
    var many = ByteInterner()
    var numbers: [Int] = []
    many.intern(words.count, of: bytes.span, into: &numbers) {
      ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]
    }
    #expect(numbers == words.map { one.intern($0.span) })
    #expect(many.count == one.count)
  }

  @Test("decoding repairs as the standard library does, which follows the Unicode rule")
  func decodes() {
    var state: UInt64 = 4
    for _ in 0..<20000 {
      var bytes: [UInt8] = []
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let kind = state >> 33 & 3
        let value = UInt8(truncatingIfNeeded: state >> 40)
        bytes.append(kind == 0 ? value & 0x7F : kind == 1 ? value & 0x3F | 0x80 : value | 0xC0)
      }
      var scalars: [UInt32] = []
      var index = 0
      while index < bytes.count {
        let decoded = bytes.span.scalar(at: index)
        #expect(decoded.isValid || decoded.value == 0xFFFD)
        scalars.append(decoded.value)
        index += decoded.length
      }
      #expect(scalars == String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
    }
  }

  @Test("the hash is part of the file formats: these values never change")
  func hashIsPinned() {
    let values = ["", "a", "erdogan", "recep tayyip erdogan"].map {
      ByteHash.hash($0.utf8Span.span)
    }
    #expect(values == Self.pinned)
    #expect(ByteHash.hash("a".utf8Span.span, seed: 1) != values[1])
  }

  private static let pinned: [UInt64] = [
    6_177_401_009_576_564_604, 8_382_507_176_941_134_593, 11_122_650_472_232_736_938,
    18_060_423_663_653_112_264,
  ]

  @Test("a buffer grows, is cut and is read back")
  func buffers() {
    var buffer = ByteBuffer(capacity: 1)
    var twin: [UInt8] = []
    for word in words(500) {
      buffer.append(word)
      buffer.append(0x2F)
      twin += word + [0x2F]
      if twin.count % 7 == 0 {
        buffer.truncate(to: twin.count / 2)
        twin.removeLast(twin.count - twin.count / 2)
      }
      #expect(buffer.count == twin.count)
    }
    #expect(buffer.array() == twin)
    buffer.removeAll()
    #expect(buffer.string().isEmpty)
  }
}
