// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import TextBytes

/// The 64-bit entry of a mapping table: what one scalar turns into.
///
///     bits 0–3   0…7 inline length; 14 the scalar itself; 15 overflow
///     bit 4      composes: may combine with the scalar before it, look at the neighbourhood
///     bit 5      reorders: a kept mark whose order against other marks matters
///     bit 6      space: runs collapse, ends are trimmed
///     bit 7      syllable: a space stands between two of them
///     bits 8–63  inline bytes, first byte lowest; or overflow offset (32 bits), length (16 bits)
///
/// Where the output is the scalar itself or at most five bytes, the highest bits say what a mark
/// behind it must know:
///
///     bits 48–55 combining class at the end of the decomposition, the greater of the scalar's and
///                its output's
///     bit 56     forward: NFC may join the scalar, or the end of its output, with what follows
///     bit 57     simple: the output is the scalar itself
///     bit 59     carries: the output ends in an inherent vowel, the letter a
///     bit 60     replaces: takes the inherent vowel before it away
///     bit 58     deleted: there is no output, and the scalar is not the apostrophe
///
/// Two-byte scalars that stay themselves are stored inline, so that runs of them need no choice.
struct MappingEntry {
  static let identity: UInt64 = 14
  static let overflow: UInt64 = 15
  static let reorders: UInt64 = 1 << 5
  static let space: UInt64 = 1 << 6
  static let simple: UInt64 = 1 << 57
  static let replaces: UInt64 = 1 << 60

  var output: [UInt8]
  var composes = false
  var reorders = false
  var isSpace = false
  var isSyllable = false
  var carriesVowel = false
  var replacesVowel = false
  /// Whether a mark behind it needs a closer look although NFC joins nothing with it.
  var meetsMarks = false

  /// Sets the two flags that send the normalizer to look at a mark's neighbourhood.
  ///
  /// A scalar whose output begins with a composing one composes too (half-width voice marks).
  mutating func setContext(of value: UInt32) {
    let first = scalars(output).first ?? value
    composes =
      ICU.Properties.composesBackward(value) || ICU.Properties.composesBackward(first)
    reorders = !output.isEmpty && ICU.Properties.combiningClass(value) != 0
  }

  /// Packs the entry, storing long outputs in the builder's overflow bytes.
  func packed(for scalar: UInt32, in builder: inout ScalarTableBuilder) -> UInt64 {
    var entry: UInt64 = 0
    if composes { entry |= 1 << 4 }
    if reorders { entry |= Self.reorders }
    if isSpace { entry |= Self.space }
    if isSyllable { entry |= 1 << 7 }
    var source: [UInt8] = []
    if !(0xD800..<0xE000).contains(scalar) { source.append(scalar: scalar) }
    let isSimple = output == source
    if isSimple || output.count <= 5 {
      entry |= facts(of: scalar)
      if isSimple { entry |= Self.simple }
    }
    if output.isEmpty, scalar != 0x27 { entry |= 1 << 58 }
    if output.count <= 5, carriesVowel { entry |= 1 << 59 }
    if output.count <= 5, replacesVowel { entry |= Self.replaces }
    if isSimple, scalar >= 0x800 { return entry | Self.identity }
    if output.count <= 7 {
      for (index, byte) in output.enumerated() { entry |= UInt64(byte) << UInt64(8 + 8 * index) }
      return entry | UInt64(output.count)
    }
    precondition(output.count <= 0xFFFF, "an output longer than 65,535 bytes does not fit")
    let offset = UInt64(builder.overflowOffset(output))
    return entry | Self.overflow | offset << 8 | UInt64(output.count) << 40
  }

  /// Combining class at the end of a scalar's decomposition: a mark of a lower class goes under it.
  private static func trailingClass(of scalar: UInt32) -> UInt8 {
    if (0xD800..<0xE000).contains(scalar) { return 0 }
    let parts = scalars(ICU.normalize(.nfd, utf8([scalar])))
    return ICU.Properties.combiningClass(parts.last ?? scalar)
  }

  private func facts(of scalar: UInt32) -> UInt64 {
    let last = scalars(output).last ?? scalar
    let combiningClass = max(Self.trailingClass(of: scalar), Self.trailingClass(of: last))
    let isForward =
      meetsMarks || ForwardComposition.scalars.contains(scalar)
      || !carriesVowel && ForwardComposition.scalars.contains(last)
    return UInt64(combiningClass) << 48 | (isForward ? 1 << 56 : 0)
  }
}
