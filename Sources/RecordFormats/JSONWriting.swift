// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

extension [UInt8] {
  /// Appends a JSON string: quoted, with quotes, backslashes and control characters escaped.
  ///
  /// Other characters stay UTF-8. What is not UTF-8 becomes U+FFFD, so the output always is JSON.
  ///
  /// - Complexity: O(n).
  package mutating func appendJSONString(_ text: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    var done = 0
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      if byte >= 0x80 {
        let sequence = UTF8Sequence(text, at: index)
        if !sequence.isValid {
          append(copying: text.extracting(done..<index))
          append(contentsOf: replacementCharacter)
          done = index + sequence.length
        }
        index += sequence.length
        continue
      }
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        append(copying: text.extracting(done..<index))
        appendJSONEscape(byte)
        done = index + 1
      }
      index += 1
    }
    append(copying: text.extracting(done..<count))
    append(UInt8(ascii: "\""))
  }

  package mutating func appendJSONString(_ text: String) {
    appendJSONString(text.utf8.span)
  }

  /// Appends a number in the shortest form that reads back as the same double.
  ///
  /// JSON has no infinity and no NaN: both are written as `null`.
  package mutating func appendJSONNumber(_ number: Double) {
    append(contentsOf: (number.isFinite ? number.description : "null").utf8)
  }

  package mutating func appendJSONNumber(_ number: Int) {
    append(contentsOf: number.description.utf8)
  }

  package mutating func appendJSONBool(_ value: Bool) {
    append(contentsOf: (value ? "true" : "false").utf8)
  }

  private mutating func appendJSONEscape(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x22, 0x5C: append(byte)
    default:
      append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] {
        append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}
