// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CDistanceLanes

/// A short pattern whose letters are found by comparing all of them at once, which for a single
/// text is quicker than a table of where each letter stands.
///
/// Safety: `letters` holds `longest` letters, of which whole sixteens are read.
@safe
struct ComparedLetters: ~Copyable {
  private var letters = [UInt32](repeating: Self.noLetter, count: Self.longest)
  private var sixteens: Int32 = 0

  /// Letters of the longest pattern.
  static let longest = 64
  /// Stands behind the pattern; no scalar is as large.
  private static let noLetter = UInt32.max

  /// Takes another pattern of at most `longest` letters.
  mutating func fill(_ pattern: Span<UInt32>) {
    let filled = (pattern.count + 15) / 16 * 16
    sixteens = Int32(filled / 16)
    var output = letters.mutableSpan
    for place in pattern.indices { output[place] = pattern[place] }
    for place in pattern.count..<filled { output[place] = Self.noLetter }
  }

  /// Where a letter stands: bit *i* for place *i*.
  func places(of letter: UInt32) -> UInt64 {
    unsafe letters.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe nsk_letter_places(start, sixteens, letter)
    }
  }
}
