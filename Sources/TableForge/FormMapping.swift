// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// What each scalar becomes in the profiles that are Unicode's own forms, NFC and NFKC.
///
/// - Reference: Unicode Standard Annex #15.
enum FormMapping {
  static func forge(_ form: ICU.Form) -> [UInt8] {
    ScalarTableBuilder { value, builder in
      guard isAssigned(value) else { return MappingEntry.identity }
      var entry = MappingEntry(output: ICU.normalize(form, utf8([value])))
      entry.setContext(of: value)
      return entry.packed(for: value, in: &builder)
    }.serialized()
  }
}
