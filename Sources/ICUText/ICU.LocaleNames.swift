// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeICU

extension ICU {
  /// A table of names that ICU keeps for each locale.
  public enum NameTable: UInt32, Sendable {
    /// Countries, continents and other territories, by ISO 3166 or UN M.49 code.
    case territories = 0
    /// Cities that time zones are named after, by zone: `Europe:Istanbul`.
    case zoneCities
  }

  /// Ids of all locales that ICU has data for, such as "zh_Hant_HK".
  public static var locales: [String] {
    var locales: [String] = []
    while let name = unsafe nsk_locale(Int32(locales.count)) {
      unsafe locales.append(String(cString: name))
    }
    return locales
  }

  /// The names that a locale itself spells out, in every style (Czechia and Czech Republic).
  ///
  /// - Returns: Codes with names in ICU's order; names that a parent locale gives are left out.
  public static func names(
    _ table: NameTable, locale: String
  ) -> [(code: String, name: String)] {
    let table = nsk_name_table(rawValue: table.rawValue)
    let lines = unsafe filled(atLeast: 1 << 15) { output, capacity in
      unsafe nsk_locale_names(table, locale, output, capacity)
    }
    return String(decoding: lines ?? [], as: UTF8.self).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", maxSplits: 1)
      return fields.count == 2 ? (String(fields[0]), String(fields[1])) : nil
    }
  }
}
