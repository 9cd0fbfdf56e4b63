// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Names of territories and of the cities of time zones in every locale of ICU (CLDR's data,
/// Unicode licence).
struct PlaceNames {
  struct Name {
    /// The territory (`TR`, `150`) or the city in English (`Istanbul`).
    var place: String
    var term: String
  }

  /// Codes that name nothing: the two pseudo-locales and the unknown region.
  private static let unnamed: Set<String> = ["XA", "XB", "ZZ"]

  static func territories() -> [Name] {
    ICU.locales.flatMap { locale in
      let names = ICU.names(.territories, locale: locale).filter { !unnamed.contains($0.code) }
      var codes: [String: Set<String>] = [:]
      for name in names { codes[withoutRemark(name.name), default: []].insert(name.code) }
      return names.flatMap { name in
        // "Myanmar (Burma)" is Myanmar too, but "Congo (Republic)" is not the only Congo.
        let short = withoutRemark(name.name)
        let isOwn = codes[short]?.count == 1 && short != name.name
        let terms = isOwn ? [name.name, short] : [name.name]
        return terms.filter(isLongEnough).map { Name(place: name.code, term: $0) }
      }
    }
  }

  static func cities() -> [Name] {
    var english: [String: String] = [:]
    for (zone, name) in ICU.names(.zoneCities, locale: "en") { english[zone] = name }
    return ICU.locales.flatMap { locale in
      ICU.names(.zoneCities, locale: locale).compactMap { zone, name in
        guard !zone.hasPrefix("Etc:"), isLongEnough(name) else { return nil }
        let last = zone.split(separator: ":").last ?? ""
        let place = english[zone] ?? String(last.map { $0 == "_" ? " " : $0 })
        return Name(place: place, term: name)
      }
    }
  }

  private static func isLongEnough(_ term: String) -> Bool { term.unicodeScalars.count >= 2 }

  private static func withoutRemark(_ name: String) -> String {
    guard let bracket = name.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return name }
    return String(name[..<bracket])
  }
}
