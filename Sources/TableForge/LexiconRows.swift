// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import SystemPackage

/// Reads the hand-written lexicons, and country names from ICU.
///
/// A row is `term<TAB>languages[<TAB>group[<TAB>note]]`; `#` begins a comment.
enum LexiconRows {
  struct Row {
    var term: String
    var languages: [String]
    var group: String
  }

  /// The files, in the order of `LexicalClass` in NameModel.
  static let classes = [
    "honorifics", "roles", "particles", "generations", "legal-forms", "org-words", "place-words",
    "institutions", "places", "given-names", "nicknames", "function-words", "demonyms-calendar",
  ]

  static func read(_ path: FilePath) throws -> [Row] {
    let text = try String(decoding: readFile(path), as: UTF8.self)
    var rows: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, !fields[0].isEmpty else {
        throw ForgeError("\(path):\(number + 1): a row is a term, a tab and its languages")
      }
      rows.append(
        Row(
          term: String(fields[0]), languages: fields[1].split(separator: ",").map(String.init),
          group: fields.count > 2 ? String(fields[2]) : ""))
    }
    return rows
  }

  /// Names of countries and territories in about sixty languages.
  static func countries() -> [Row] {
    var rows: [Row] = []
    for territory in territories.split(separator: " ") {
      for locale in locales.split(separator: " ") {
        var name = ICU.LocaleData.name(
          of: .territory, String(territory), locale: String(locale))
        // "Myanmar (Burma)": what stands in brackets is another name or a remark.
        if let bracket = name.firstIndex(where: { $0 == "(" || $0 == "（" }) {
          name = String(name[..<bracket])
        }
        guard name != territory, name.unicodeScalars.count >= 2 else { continue }
        let group = "country-" + territory.lowercased()
        rows.append(Row(term: name, languages: language(of: locale), group: group))
      }
    }
    return rows
  }

  /// Languages for which a locale's names of countries hold.
  ///
  /// Names in Latin, Cyrillic and Arabic letters hold for their own language alone: Norwegian
  /// Island is Iceland. A script of one language needs no such care.
  private static func language(of locale: Substring) -> [String] {
    let code = String(locale.prefix { $0 != "_" })
    return alone.contains(code) ? [] : [code == "nn" ? "nb" : code]
  }

  private static let alone: Set<String> = [
    "zh", "ja", "ko", "hi", "bn", "mr", "ta", "te", "th", "km", "my", "lo", "ka", "hy", "el", "he",
    "ps", "ky", "tg", "mn", "tk",
  ]

  static let territories = """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG \
    CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GL \
    GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KP KR KW KZ LA LB \
    LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO \
    NP NZ OM PA PE PG PH PK PL PR PS PT PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SS SV \
    SY SZ TD TG TH TJ TL TM TN TR TT TW TZ UA UG US UY UZ VA VE VN VU WS XK YE ZA ZM ZW
    """

  private static let locales = """
    en tr az de fr es it pt pt_PT nl pl cs sk sl hr sr bg ru uk be mk el ro hu sv da nb nn fi et lv \
    lt is ga sq ar fa ur ps he zh zh_Hant zh_Hant_HK ja ko hi bn mr ta te th vi id ms km my lo ka \
    hy kk ky uz tk mn sw af ca eu gl
    """
}
