// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import TextBytes

/// Decodes the scalars of well-formed UTF-8.
func scalars(_ bytes: [UInt8]) -> [UInt32] {
  String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
}

/// Encodes scalars as UTF-8.
func utf8(_ scalars: [UInt32]) -> [UInt8] {
  var bytes: [UInt8] = []
  for scalar in scalars { bytes.append(scalar: scalar) }
  return bytes
}

extension [UInt8] {
  /// Appends an integer, least byte first.
  mutating func append(littleEndian value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }
}

/// Whether a value is a character that Unicode has assigned; all others stand for themselves.
func isAssigned(_ value: UInt32) -> Bool {
  switch Category(of: value) {
  case .unassigned, .privateUse, .surrogate: false
  default: true
  }
}

/// The general categories that the mapping rules ask for, as ICU numbers them.
enum Category: UInt32 {
  case unassigned = 0
  case modifierLetter = 4
  case nonspacingMark = 6
  case enclosingMark = 7
  case spacingMark = 8
  case space = 12
  case lineSeparator = 13
  case paragraphSeparator = 14
  case control = 15
  case format = 16
  case privateUse = 17
  case surrogate = 18
  case modifierSymbol = 26
  case other = 255

  init(of scalar: UInt32) {
    self = Category(rawValue: ICU.Properties.generalCategory(scalar)) ?? .other
  }
}

/// Opens a transform that the tables cannot be made without.
func openTransform(_ identifier: String) throws -> ICU.Transform {
  guard let transform = ICU.Transform(identifier) else {
    throw ForgeError("ICU \(ICU.version) has no transform \(identifier)")
  }
  return transform
}
