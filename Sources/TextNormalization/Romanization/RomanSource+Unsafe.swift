// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// The text that is being romanized: scalars at any position, and the classes of each.
///
/// Safety: made from a buffer that outlives it, inside one call; every read is inside `count`.
@safe
struct RomanSource {
  private let bytes: UnsafePointer<UInt8>
  let count: Int

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard let start = buffer.baseAddress else { preconditionFailure("a text of no bytes") }
    unsafe bytes = start
    count = buffer.count
  }

  subscript(position: Int) -> UInt8 {
    @inline(__always)  // One a byte.
    get { unsafe bytes[position] }
  }

  /// Start of the bytes.
  @unsafe var start: UnsafePointer<UInt8> { unsafe bytes }

  /// The scalar at a position and its length in bytes; 0 for ill-formed bytes and at the end.
  @inline(__always)  // One or two a character.
  func scalar(at position: Int) -> (value: UInt32, length: Int) {
    let rest = count - position
    guard rest > 0 else { return (0, 0) }
    let lead = UInt32(self[position])
    if lead < 0x80 { return (lead, 1) }
    guard rest > 1, lead >= 0xC2 else { return (0, 0) }
    let second = UInt32(self[position + 1]) ^ 0x80
    guard second < 0x40 else { return (0, 0) }
    if lead < 0xE0 { return ((lead & 0x1F) << 6 | second, 2) }
    guard rest > 2 else { return (0, 0) }
    let third = UInt32(self[position + 2]) ^ 0x80
    guard third < 0x40 else { return (0, 0) }
    if lead < 0xF0 {
      let value = (lead & 0x0F) << 12 | second << 6 | third
      return value >= 0x800 && value & 0xF800 != 0xD800 ? (value, 3) : (0, 0)
    }
    guard rest > 3, lead < 0xF5 else { return (0, 0) }
    let fourth = UInt32(self[position + 3]) ^ 0x80
    guard fourth < 0x40 else { return (0, 0) }
    let value = (lead & 7) << 18 | second << 12 | third << 6 | fourth
    return value >= 0x10000 && value < 0x110000 ? (value, 4) : (0, 0)
  }

  /// Classes of the character at a position, 0 at the end.
  @inline(__always)  // One a character.
  func classes(at position: Int, _ rules: RomanRules) -> UInt32 {
    let (value, length) = scalar(at: position)
    return length == 0 ? 0 : rules.classes(of: value).bits
  }

  /// Length of the ill-formed sequence at a position, as U+FFFD replaces it.
  func invalidLength(at position: Int) -> Int {
    let rest = unsafe Span(_unsafeStart: bytes + position, count: min(count - position, 4))
    return rest.scalar(at: 0).length
  }

  /// Start of the well-formed scalar that ends at a position, nil where there is none.
  func start(before position: Int) -> Int? {
    var start = position - 1
    while start > 0, position - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 && start + scalar(at: start).length == position ? start : nil
  }

  /// End of the stretch of Latin letters, digits and common signs from a position on.
  ///
  /// No mark stands in it that could change what is before it, and nothing that romanization
  /// changes by its neighbours.
  func latinEnd(from start: Int, isASCII: Bool) -> Int {
    var position = start
    while position < count {
      if position + 8 <= count {
        let word = unsafe UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self)
        if word & 0x8080_8080_8080_8080 == 0 {
          position += 8
          continue
        }
      }
      let lead = self[position]
      if lead < 0x80 {
        position += 1
        continue
      }
      guard position + 1 < count else { return position }
      let second = self[position + 1]
      if lead >= 0xC2, lead < 0xCC, second & 0xC0 == 0x80 {
        if isASCII, Self.isLigature(lead, second) { return position }
        position += 2
        continue
      }
      let isTriple = lead == 0xE2 && second == 0x80 || lead == 0xE1 && second & 0xFC == 0xB8
      guard isTriple, scalar(at: position).length == 3 else { return position }
      position += 3
    }
    return position
  }

  /// Capitals that ASCII spells with two letters: Æ Þ Ĳ Ŋ Œ and Ǆ to ǲ, Ǣ, Ǽ.
  private static func isLigature(_ lead: UInt8, _ trail: UInt8) -> Bool {
    switch lead {
    case 0xC3: trail == 0x86 || trail == 0x9E
    case 0xC4: trail == 0xB2
    case 0xC5: trail == 0x8A || trail == 0x92
    case 0xC7: true
    default: false
    }
  }
}
