// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NormalizationLaws

extension SeededRandom {
  /// Text that mixes letters, marks and joiners of many scripts.
  mutating func text(length: Int) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xC0...0x17F, 0x300...0x345, 0x370...0x3FF, 0x400...0x45F, 0x5B0...0x5EA,
      0x621...0x670, 0x900...0x97F, 0xE01...0xE4E, 0x1100...0x11FF, 0xAC00...0xAD00,
      0x3041...0x30FF, 0x4E00...0x4F00, 0x200B...0x200F, 0x1E00...0x1FFF, 0xFB00...0xFDFF,
      0xFF00...0xFFEF, 0x9BE...0x9D7, 0xB3E...0xB57,
    ]
    var scalars = String.UnicodeScalarView()
    while scalars.count < length {
      let range = ranges[Int(next() % UInt64(ranges.count))]
      let value = range.lowerBound + UInt32(next() % UInt64(range.count))
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
