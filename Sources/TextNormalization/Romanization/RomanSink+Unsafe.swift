// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Where a window of romanization is written: a pointer behind the bytes of the caller's buffer.
///
/// Safety: at least `room` bytes and a longest emission may be written; the bytes from 0 to
/// `position` are the buffer's own, so that what was written last can be read and replaced.
@safe
struct RomanSink: ~Copyable {
  /// The buffer's first byte.
  private let start: UnsafeMutablePointer<UInt8>
  private let base: Int
  private let limit: Int
  /// Number of bytes in the buffer.
  private(set) var position: Int

  init(_ target: UnsafeMutablePointer<UInt8>, at base: Int, room: Int) {
    unsafe start = target - base
    self.base = base
    position = base
    limit = base + room
  }

  /// Bytes written here.
  var written: Int { max(position - base, 0) }
  /// Whether another emission fits.
  var hasRoom: Bool { position < limit }

  @inline(__always)  // One a byte.
  mutating func append(_ byte: UInt8) {
    unsafe start[position] = byte
    position += 1
  }

  @inline(__always)  // One a character.
  mutating func append(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
    for offset in 0..<count { unsafe start[position + offset] = bytes[offset] }
    position += count
  }

  /// A rule's target; eight bytes may be read behind its start and written behind `position`.
  @inline(__always)  // One a character.
  mutating func append(target: UnsafePointer<UInt8>, _ count: Int) {
    if count > 8 { return unsafe append(target, count) }
    let word = unsafe UnsafeRawPointer(target).loadUnaligned(as: UInt64.self)
    unsafe UnsafeMutableRawPointer(start + position).storeBytes(of: word, as: UInt64.self)
    position += count
  }

  /// U+FFFD.
  mutating func append(replacement: ()) {
    append(0xEF)
    append(0xBF)
    append(0xBD)
  }

  /// What an entry of a mapping table turns its source into.
  @inline(__always)  // One a character.
  mutating func append(
    _ entry: UInt64, of table: ScalarTable, from source: UnsafePointer<UInt8>, _ length: Int
  ) {
    switch Int(entry & 15) {
    case MappingFlags.identity: unsafe append(source, length)
    case 15:
      let count = table.outputLength(entry, sourceLength: length)
      let offset = Int(truncatingIfNeeded: entry >> 8 & 0xFFFF_FFFF)
      unsafe append(table.overflowBytes + offset, count)
    case let count:
      unsafe UnsafeMutableRawPointer(start + position)
        .storeBytes(of: entry >> 8, as: UInt64.self)
      position += count
    }
  }

  /// Maps the letters of a short word at the end, of at most 32 bytes.
  mutating func mapLetters(from word: Int, by table: ScalarTable) {
    var letters = InlineArray<32, UInt8>(repeating: 0)
    let count = min(position - word, 32)
    for index in 0..<count { letters[index] = unsafe start[word + index] }
    position = word
    var index = 0
    while index < count {
      let decoded = letters.span.scalar(at: index)
      // No reading's letter stays itself but ASCII.
      let entry = table[decoded.value]
      for offset in 0..<Int(entry & 7) {
        append(UInt8(truncatingIfNeeded: entry >> UInt64(8 + 8 * offset)))
      }
      index += decoded.length
    }
  }

  /// Writes bytes of the buffer again.
  mutating func copy(from source: Int, _ count: Int) {
    for offset in 0..<count { append(unsafe start[source + offset]) }
  }

  /// Doubles the consonant at a position; ch is doubled to tch.
  mutating func doubleConsonant(at position: Int) {
    let first = unsafe start[position]
    switch first {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: return
    case 0x62...0x7A: break
    default: return
    }
    let second = self.position > position + 1 ? unsafe start[position + 1] : 0
    let isCh = first == UInt8(ascii: "c") && second == UInt8(ascii: "h")
    for index in (position..<self.position).reversed() {
      unsafe start[index + 1] = start[index]
    }
    unsafe start[position] = isCh ? UInt8(ascii: "t") : first
    self.position += 1
  }

  /// Puts a macron on the vowel at the end; false when there is none.
  mutating func lengthenVowel() -> Bool {
    guard position > 0 else { return false }
    let long: (UInt8, UInt8)
    switch unsafe start[position - 1] {
    case UInt8(ascii: "a"): long = (0xC4, 0x81)
    case UInt8(ascii: "e"): long = (0xC4, 0x93)
    case UInt8(ascii: "i"): long = (0xC4, 0xAB)
    case UInt8(ascii: "o"): long = (0xC5, 0x8D)
    case UInt8(ascii: "u"): long = (0xC5, 0xAB)
    default: return false
    }
    position -= 1
    append(long.0)
    append(long.1)
    return true
  }

  func bytes(from start: Int) -> [UInt8] {
    (start..<position).map { unsafe self.start[$0] }
  }

  mutating func replace(from start: Int, _ bytes: [UInt8]) {
    position = start
    for byte in bytes { append(byte) }
  }
}
