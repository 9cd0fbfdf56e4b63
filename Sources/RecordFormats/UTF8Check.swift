// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The first maximal ill-formed part of `bytes`, or `nil` when they are valid UTF-8.
///
/// "Maximal subpart" is Unicode's term (chapter 3, table 3-8, the W3C practice): the longest start
/// of a well-formed sequence, or one byte. Each such part is replaced by one U+FFFD.
///
/// - Complexity: O(n); ASCII is read eight bytes at a step.
package func firstInvalidUTF8(in bytes: Span<UInt8>, from start: Int = 0) -> Range<Int>? {
  let count = bytes.count
  var index = start
  while index < count {
    if bytes[index] < 0x80 {
      index += 1
      while index + 8 <= count, isASCII(bytes, at: index) { index += 8 }
      continue
    }
    let sequence = UTF8Sequence(bytes, at: index)
    guard sequence.isValid else { return index..<index + sequence.length }
    index += sequence.length
  }
  return nil
}

/// Appends `bytes` with each maximal ill-formed part replaced by U+FFFD.
///
/// - Returns: whether anything had to be replaced.
/// - Complexity: O(n).
@discardableResult
package func appendRepairedUTF8(_ bytes: Span<UInt8>, to output: inout [UInt8]) -> Bool {
  var done = 0
  while let bad = firstInvalidUTF8(in: bytes, from: done) {
    output.append(copying: bytes.extracting(done..<bad.lowerBound))
    output.append(contentsOf: replacementCharacter)
    done = bad.upperBound
  }
  output.append(copying: bytes.extracting(done..<bytes.count))
  return done > 0
}

/// U+FFFD in UTF-8.
let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]

private func isASCII(_ bytes: Span<UInt8>, at index: Int) -> Bool {
  var union: UInt8 = 0
  for offset in 0..<8 { union |= bytes[index + offset] }
  return union < 0x80
}

/// What starts at a byte that is not ASCII.
struct UTF8Sequence {
  /// Of the well-formed sequence, or of the maximal ill-formed part.
  ///
  /// At least 1.
  let length: Int
  let isValid: Bool

  init(_ bytes: Span<UInt8>, at start: Int) {
    let lead = bytes[start]
    let needed: Int
    // Only the second byte has a range of its own (Unicode table 3-7): it shuts out overlong
    // forms, surrogates and what lies above U+10FFFF.
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0x00..<0x80: needed = 1
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF:
      needed = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      needed = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default:
      length = 1
      isValid = false
      return
    }
    var found = 1
    while found < needed, start + found < bytes.count {
      let byte = bytes[start + found]
      guard byte >= low, byte <= high else { break }
      low = 0x80
      high = 0xBF
      found += 1
    }
    length = found
    isValid = found == needed
  }
}
