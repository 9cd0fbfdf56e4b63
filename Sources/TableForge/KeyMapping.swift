// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import TextBytes

/// What each scalar becomes in the `key` profile.
///
/// Built from NFKC_Casefold, then the mark policy of the scalar's script, then our own letter
/// rules, repeated until nothing changes: applying the table twice must equal applying it once.
struct KeyMapping {
  let letters: RuleFile
  private let simplify: ICU.Transform

  init(letters: RuleFile) throws {
    self.letters = letters
    simplify = try openTransform("Hant-Hans")
  }

  /// The whole table.
  func forge() -> [UInt8] {
    ScalarTableBuilder { value, builder in
      guard isAssigned(value) else { return MappingEntry.identity }
      var entry = MappingEntry(output: closure(value))
      entry.setContext(of: value)
      // Below U+0021 everything is a space, and known by its byte.
      entry.isSpace = entry.output == [0x20] && value > 0x20
      return entry.packed(for: value, in: &builder)
    }.serialized()
  }

  /// Applies the single steps until the result stands still.
  ///
  /// Where steps run in a circle (ICU simplifies 苧 to 苎 and 苎 to 苧), the least member of the
  /// circle stands for all of them.
  func closure(_ value: UInt32) -> [UInt8] {
    var seen = [utf8([value])]
    while true {
      var next: [UInt8] = []
      for scalar in scalars(seen[seen.count - 1]) { next += step(scalar) }
      next = ICU.normalize(.nfc, next)
      if let start = seen.firstIndex(of: next) {
        let least = seen[start...].min { $0.lexicographicallyPrecedes($1) } ?? next
        return least == [0x20] && Self.isSpacingAccent(value) ? [] : Self.trimmed(least)
      }
      seen.append(next)
    }
  }

  /// Whether a character is a mark on a space, such as U+0385: it goes, and parts no word.
  private static func isSpacingAccent(_ value: UInt32) -> Bool {
    guard Category(of: value) != .space else { return false }
    return ICU.normalize(.nfkd, utf8([value])).first == 0x20
  }

  /// Without spaces at the ends, which compatibility forms of accents begin with.
  private static func trimmed(_ output: [UInt8]) -> [UInt8] {
    if output == [0x20] { return output }
    let start = output.firstIndex { $0 != 0x20 } ?? output.count
    let end = output.lastIndex { $0 != 0x20 } ?? -1
    return start > end ? [] : [UInt8](output[start...end])
  }

  private func step(_ value: UInt32) -> [UInt8] {
    if let rule = letters.rules[value] { return rule }
    let composed = ICU.normalize(.nfc, utf8([value]))
    if composed != utf8([value]) { return composed }
    if ICU.Properties.isIgnorable(value) { return [] }
    switch Category(of: value) {
    case .space, .control, .lineSeparator, .paragraphSeparator: return [0x20]
    case .format: return []
    default: break
    }
    if ICU.Properties.isDash(value) { return [0x2D] }
    if let digit = ICU.Properties.digit(value) { return [UInt8(0x30 + digit)] }
    let folded = ICU.normalize(.nfkcCasefold, utf8([value]))
    return ICU.normalize(.nfc, MarkPolicy.apply(ICU.normalize(.nfd, folded), simplify))
  }
}
