// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import TextBytes

/// What each scalar becomes in the `fold` profile: full default case folding, script kept.
///
/// Dotted capital İ gives a plain i: the default folding's i + U+0307 matches nothing that people
/// type. Dotless folding of I is decided per token at run time, not here, and so is the dot above
/// that an i or j with a mark below loses.
enum FoldMapping {
  static func forge() -> [UInt8] {
    ScalarTableBuilder { value, builder in
      guard isAssigned(value) else { return MappingEntry.identity }
      var entry = MappingEntry(output: fold(value))
      entry.setContext(of: value)
      entry.meetsMarks = [0x12F, 0x1ECB].contains(scalars(entry.output).first)
      return entry.packed(for: value, in: &builder)
    }.serialized()
  }

  static func fold(_ value: UInt32) -> [UInt8] {
    if value == 0x130 { return [0x69] }
    return ICU.normalize(.nfc, ICU.foldCase(utf8([value])))
  }
}
