// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Letters that, among living Latin alphabets, only Turkic ones have: ğ, ı, İ, ş, ə.
enum TurkicLetters {
  /// Whether one of them stands in a text in NFC.
  static func areIn(_ bytes: Span<UInt8>) -> Bool {
    var index = 1
    while index < bytes.count {
      switch (bytes[index - 1], bytes[index]) {
      case (0xC4, 0x9E), (0xC4, 0x9F), (0xC4, 0xB0), (0xC4, 0xB1), (0xC5, 0x9E), (0xC5, 0x9F),
        (0xC9, 0x99), (0xC6, 0x8F):
        return true
      default: index += 1
      }
    }
    return false
  }
}
