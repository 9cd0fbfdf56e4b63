// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Turns byte offsets of a text into the unit that the user asked for, and back.
///
/// Offsets are best asked for in ascending order: each call goes on from where the last one ended,
/// so that a text is counted through once. An ill-formed sequence counts as one character, which is
/// what it is when it is read as U+FFFD.
package struct OffsetCounter: ~Escapable {
  private let text: Span<UInt8>
  private let unit: OffsetUnit
  private var byte = 0
  private var count = 0

  @_lifetime(copy text)
  package init(_ text: Span<UInt8>, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
  }

  /// The offset of a byte in the unit.
  package mutating func offset(ofByte target: Int) -> Int {
    if unit == .utf8 { return target }
    if target < byte { (byte, count) = (0, 0) }
    while byte < target { advance() }
    return count
  }

  /// The byte of an offset, or nil when the text is shorter or the offset parts a character.
  package mutating func byte(ofOffset target: Int) -> Int? {
    if unit == .utf8 { return target >= 0 && target <= text.count ? target : nil }
    if target < count { (byte, count) = (0, 0) }
    while count < target, byte < text.count { advance() }
    return count == target ? byte : nil
  }

  private mutating func advance() {
    let decoded = text.scalar(at: byte)
    byte += decoded.length
    count += unit == .utf16 && decoded.value > 0xFFFF ? 2 : 1
  }
}
