// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import TextNormalization

/// A written standard of romanization, by the name that people know it under.
public struct RomanStandard: Sendable {
  /// What carries it out.
  public enum Method: Sendable, Equatable {
    /// Our own rules, read in a language where the letters leave it open.
    case profile(Profile, LanguageTag?)
    /// A transform of ICU.
    case transform(String)
  }

  /// Its name on the command line.
  public let name: String
  /// What it is, for help.
  public let title: String
  /// What carries it out.
  public let method: Method

  /// All standards, by name.
  public static let all: [RomanStandard] = [
    RomanStandard("bgn", "BGN/PCGN, of the scripts that it is for", .profile(.latin, nil)),
    RomanStandard("elot743", "Greek, ELOT 743", .profile(.latin, LanguageTag("el"))),
    RomanStandard("hepburn", "Japanese, Hepburn", .profile(.latin, LanguageTag("ja"))),
    RomanStandard("hunterian", "Indic, Hunterian", .profile(.ascii, nil)),
    RomanStandard("iso15919", "Indic, ISO 15919", .profile(.latin, nil)),
    RomanStandard("iso9", "Cyrillic, ISO 9:1995", .transform("Cyrillic-Latin")),
    RomanStandard("jyutping", "Cantonese, Jyutping", .profile(.latin, LanguageTag("yue"))),
    RomanStandard("mr", "Korean, McCune–Reischauer", .transform("Korean-Latin/BGN")),
    RomanStandard("pinyin", "Chinese, Hanyu Pinyin", .profile(.latin, LanguageTag("zh"))),
    RomanStandard("rr", "Korean, Revised Romanization", .profile(.latin, LanguageTag("ko"))),
    RomanStandard("rtgs", "Thai, RTGS", .profile(.latin, LanguageTag("th"))),
    RomanStandard("ungegn", "Greek, UNGEGN", .transform("Greek-Latin/UNGEGN")),
  ]

  private init(_ name: String, _ title: String, _ method: Method) {
    (self.name, self.title, self.method) = (name, title, method)
  }

  /// The standard of a name; nil when there is none.
  public init?(_ name: String) {
    guard let known = Self.all.first(where: { $0.name == name }) else { return nil }
    self = known
  }
}
