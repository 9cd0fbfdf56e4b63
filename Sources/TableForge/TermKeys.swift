// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Terms of the lexicons as keys: the `key` profile, with hyphens as spaces and without full stops
/// and inner quotation marks, as the reader joins the tokens of a text.
struct TermKeys {
  private let mapping: KeyMapping
  private var mapped: [UInt32: [UInt8]] = [:]

  init(mapping: KeyMapping) { self.mapping = mapping }

  mutating func key(of term: String) -> [UInt8] {
    var output: [UInt8] = []
    for scalar in term.unicodeScalars {
      let bytes = mapped[scalar.value] ?? mapping.closure(scalar.value)
      mapped[scalar.value] = bytes
      for byte in bytes {
        switch byte {
        case 0x20, 0x2D, 0x26, 0x2F: if let last = output.last, last != 0x20 { output.append(0x20) }
        case 0x2E, 0x22, 0x27: break
        default: output.append(byte)
        }
      }
    }
    while output.last == 0x20 { output.removeLast() }
    return ICU.normalize(.nfc, output)
  }
}
