// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A syllable of a script that writes its parts out of order: its letters, and what it took.
struct RomanSyllable {
  /// The letters in ASCII.
  private(set) var letters = InlineArray<40, UInt8>(repeating: 0)
  private(set) var count = 0
  /// Number of scalars taken, each of three bytes.
  var scalars = 1

  /// Appends letters; what does not fit is left out, which no syllable that is one reaches.
  mutating func append(_ text: StaticString) {
    guard count + text.utf8CodeUnitCount <= letters.count else { return }
    for offset in 0..<text.utf8CodeUnitCount {
      letters[count] = unsafe text.utf8Start[offset]
      count += 1
    }
  }

  /// Scripts that are taken syllable by syllable.
  static func isSyllabic(_ value: UInt32) -> Bool {
    value >= 0xE00 && value < 0x1000 || value >= 0x1780 && value < 0x1800
  }

  /// The syllable that begins at a position.
  static func next(_ value: UInt32, at position: Int, in source: RomanSource) -> RomanSyllable {
    switch value {
    case 0xE00..<0xF00:
      ThaiRomanization(source, at: position, block: value & ~0x7F).syllable()
    case 0xF00..<0x1000: TibetanRomanization.syllable(at: position, in: source)
    default: KhmerRomanization.syllable(at: position, in: source)
    }
  }
}
