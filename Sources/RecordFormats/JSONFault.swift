// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The first place where a text stops being JSON, in words.
package struct JSONFault: Sendable, Equatable {
  /// In bytes from the start of the text.
  package let offset: Int
  package let problem: String

  package init(offset: Int, _ problem: String) {
    self.offset = offset
    self.problem = problem
  }

  /// Finds the fault of a text, or `nil` when it is exactly one value of RFC 8259.
  ///
  /// Slow and exact, for texts that the fast parser refused without saying where.
  ///
  /// - Complexity: O(n).
  package init?(in text: Span<UInt8>) {
    var position = 0
    guard let fault = JSONFault.read(text, &position) else { return nil }
    self = fault
  }

  /// What may come next.
  private enum Expected {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case commaOrEnd
  }

  private static func read(_ text: Span<UInt8>, _ position: inout Int) -> JSONFault? {
    // One entry for each open bracket: whether it is an object.
    var open: [Bool] = []
    var expected = Expected.value
    while true {
      skipBlanks(text, &position)
      guard position < text.count else {
        return JSONFault(offset: position, "the record ends too early; a value is not closed")
      }
      let byte = text[position]
      let isEnd = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      switch expected {
      case .valueOrEnd where isEnd, .keyOrEnd where isEnd, .commaOrEnd where isEnd:
        guard open.last == (byte == UInt8(ascii: "}")) else {
          return JSONFault(offset: position, "a bracket is closed by one of the other kind")
        }
        open.removeLast()
        position += 1
        expected = .commaOrEnd
      case .commaOrEnd:
        guard byte == UInt8(ascii: ",") else {
          return JSONFault(offset: position, "a comma is missing between two values")
        }
        position += 1
        expected = open.last == true ? .key : .value
      case .key, .keyOrEnd:
        if let fault = readKey(text, &position) { return fault }
        expected = .value
      case .value, .valueOrEnd:
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
          open.append(byte == UInt8(ascii: "{"))
          position += 1
          expected = open.last == true ? .keyOrEnd : .valueOrEnd
          continue
        }
        if let fault = readScalar(text, &position) { return fault }
        expected = .commaOrEnd
      }
      guard open.isEmpty else { continue }
      skipBlanks(text, &position)
      return position == text.count
        ? nil : JSONFault(offset: position, "something follows after the end of the value")
    }
  }

  private static func readKey(_ text: Span<UInt8>, _ position: inout Int) -> JSONFault? {
    guard text[position] == UInt8(ascii: "\"") else {
      return JSONFault(offset: position, "a key in quotes is expected here")
    }
    if let fault = readString(text, &position) { return fault }
    skipBlanks(text, &position)
    guard position < text.count, text[position] == UInt8(ascii: ":") else {
      return JSONFault(offset: position, "a colon is missing after a key")
    }
    position += 1
    return nil
  }

  private static func readScalar(_ text: Span<UInt8>, _ position: inout Int) -> JSONFault? {
    switch text[position] {
    case UInt8(ascii: "\""): readString(text, &position)
    case UInt8(ascii: "t"): readLiteral("true", text, &position)
    case UInt8(ascii: "f"): readLiteral("false", text, &position)
    case UInt8(ascii: "n"): readLiteral("null", text, &position)
    case UInt8(ascii: "-"), 0x30...0x39: readNumber(text, &position)
    default: JSONFault(offset: position, "a value is expected here")
    }
  }

  private static func readLiteral(
    _ literal: StaticString, _ text: Span<UInt8>, _ position: inout Int
  ) -> JSONFault? {
    for byte in literal.description.utf8 {
      guard position < text.count, text[position] == byte else {
        return JSONFault(offset: position, "“\(literal)” is expected here")
      }
      position += 1
    }
    return nil
  }

  private static func readString(_ text: Span<UInt8>, _ position: inout Int) -> JSONFault? {
    let start = position
    position += 1
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\""):
        position += 1
        return nil
      case 0..<0x20:
        return JSONFault(offset: position, "a control character in a string is not escaped")
      case UInt8(ascii: "\\"):
        guard let length = escapeLength(text, at: position) else {
          return JSONFault(offset: position, "no such escape in a string")
        }
        position += length
      default: position += 1
      }
    }
    return JSONFault(offset: start, "a string is not closed")
  }

  private static func escapeLength(_ text: Span<UInt8>, at position: Int) -> Int? {
    guard position + 1 < text.count else { return nil }
    switch text[position + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return 2
    case UInt8(ascii: "u"):
      guard position + 6 <= text.count else { return nil }
      for index in position + 2..<position + 6 where text[index].hexDigitValue == nil {
        return nil
      }
      return 6
    default: return nil
    }
  }

  private static func readNumber(_ text: Span<UInt8>, _ position: inout Int) -> JSONFault? {
    let start = position
    let wrong = JSONFault(offset: start, "a number is not written as JSON wants it")
    if text[position] == UInt8(ascii: "-") { position += 1 }
    let hasLeadingZero = position < text.count && text[position] == 0x30
    let digits = skipDigits(text, &position)
    if digits == 0 || (hasLeadingZero && digits > 1) { return wrong }
    if position < text.count, text[position] == UInt8(ascii: ".") {
      position += 1
      if skipDigits(text, &position) == 0 { return wrong }
    }
    if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < text.count, text[position] == 0x2B || text[position] == 0x2D { position += 1 }
      if skipDigits(text, &position) == 0 { return wrong }
    }
    return nil
  }

  private static func skipDigits(_ text: Span<UInt8>, _ position: inout Int) -> Int {
    let start = position
    while position < text.count, (0x30...0x39).contains(text[position]) { position += 1 }
    return position - start
  }

  private static func skipBlanks(_ text: Span<UInt8>, _ position: inout Int) {
    while position < text.count, text[position].isJSONBlank { position += 1 }
  }
}
