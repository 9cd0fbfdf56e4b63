// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Which scalars NFC may join with one that follows.
///
/// - Reference: Unicode Standard Annex #15, primary composites.
enum ForwardComposition {
  private static func decode(_ bytes: [UInt8]) -> [UInt32] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
  }

  /// The scalars: every composite's decomposition without its end, composed.
  static let scalars: Set<UInt32> = {
    var found: Set<UInt32> = []
    for value in UInt32(0xA0)..<0x110000 where isAssigned(value) {
      let source = utf8([value])
      let parts = decode(ICU.normalize(.nfd, source))
      guard parts.count > 1, ICU.normalize(.nfc, source) == source else { continue }
      for count in 1..<parts.count {
        let head = decode(ICU.normalize(.nfc, utf8([UInt32](parts[..<count]))))
        if let last = head.last { found.insert(last) }
        if let first = head.first { found.insert(first) }
      }
    }
    return found
  }()
}
