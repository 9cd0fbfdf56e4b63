// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Letters that, among living Latin alphabets, only Turkic ones have: ğ, ı, İ, ş, ə.
enum TurkicLetters {
  /// Whether one of them stands in a text in NFC.
  static func areIn(_ text: Span<UInt8>) -> Bool {
    var index = 0
    var previous: UInt32 = 0
    while index < text.count {
      let decoded = text.scalar(at: index)
      switch decoded.value {
      case 0x11E, 0x11F, 0x130, 0x131, 0x15E, 0x15F, 0x18F, 0x259: return true
      // A mark below keeps İ from being one character.
      case 0x307 where previous == 0x12E || previous == 0x1ECA || previous == 0x1E2C: return true
      default: break
      }
      previous = decoded.value
      index += decoded.length
    }
    return false
  }
}
