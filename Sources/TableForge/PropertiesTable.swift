// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// The character properties that the engine asks for at run time.
///
///     bits 0–7    ICU's script number
///     bits 8–12   general category (ICU's UCharCategory)
///     bits 13–20  canonical combining class
///     bit 21      alphabetic
///     bit 22      upper case
///     bit 23      lower case
///     bit 24      composes backward (NFC quick check is not Yes)
///     bit 25      default ignorable
enum PropertiesTable {
  static func forge() -> [UInt8] {
    ScalarTableBuilder { value, _ in
      var entry = UInt64(ICU.Properties.script(value)) & 0xFF
      entry |= UInt64(ICU.Properties.generalCategory(value)) << 8
      entry |= UInt64(ICU.Properties.combiningClass(value)) << 13
      if ICU.Properties.isAlphabetic(value) { entry |= 1 << 21 }
      if ICU.Properties.isUppercase(value) { entry |= 1 << 22 }
      if ICU.Properties.isLowercase(value) { entry |= 1 << 23 }
      if ICU.Properties.composesBackward(value) { entry |= 1 << 24 }
      if ICU.Properties.isIgnorable(value) { entry |= 1 << 25 }
      return entry
    }.serialized(isMapping: false)
  }
}
