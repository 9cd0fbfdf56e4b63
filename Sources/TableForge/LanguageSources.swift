// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import SystemPackage

/// What the model of languages is made from: words of each language, by script.
///
/// CLDR's names of territories, languages and currencies (Unicode licence, through ICU), the
/// lexicons, the sample wire, and the files of `Languages`: words that tell neighbours apart, sample
/// text, and counts of triples in names.
struct LanguageSources {
  /// Languages that share a script; the first letter of each sample names a script.
  struct Group {
    var samples: String
    var languages: [String]
  }

  /// The groups; a script of one language needs no model.
  static let groups: [Group] = [
    Group(
      samples: "a",
      languages: [
        "en", "de", "fr", "es", "pt", "it", "nl", "sv", "nb", "da", "is", "fi", "et", "lv", "lt",
        "pl", "cs", "sk", "sl", "hr", "hu", "ro", "sq", "tr", "az", "ca", "eu", "cy", "ga", "id",
        "vi", "af", "sw", "uz", "tk",
      ]),
    Group(
      samples: "я",
      languages: ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt"]),
    Group(samples: "ا", languages: ["ar", "fa", "ur", "ps", "ckb", "ug"]),
    Group(samples: "क", languages: ["hi", "mr", "ne"]),
    Group(samples: "漢あア", languages: ["zh", "ja"]),
    Group(samples: "한", languages: ["ko"]), Group(samples: "א", languages: ["he"]),
    Group(samples: "α", languages: ["el"]), Group(samples: "ա", languages: ["hy"]),
    Group(samples: "ა", languages: ["ka"]), Group(samples: "ก", languages: ["th"]),
    Group(samples: "ກ", languages: ["lo"]), Group(samples: "ក", languages: ["km"]),
    Group(samples: "က", languages: ["my"]), Group(samples: "አ", languages: ["am"]),
    Group(samples: "ক", languages: ["bn"]), Group(samples: "க", languages: ["ta"]),
    Group(samples: "క", languages: ["te"]), Group(samples: "ಕ", languages: ["kn"]),
    Group(samples: "ക", languages: ["ml"]), Group(samples: "ક", languages: ["gu"]),
    Group(samples: "ਕ", languages: ["pa"]), Group(samples: "କ", languages: ["or"]),
    Group(samples: "ක", languages: ["si"]), Group(samples: "ཀ", languages: ["bo"]),
  ]

  /// Counts of triples in names.
  let names: TripleCounts
  private let wire: FilePath
  private var rows: [LexiconRows.Row] = []
  private var functionWords: [LexiconRows.Row] = []
  private let telling: [String: [String]]
  private let samples: [(language: Substring, text: Substring)]

  init(lexicons: FilePath, wire: FilePath, languages: FilePath) throws {
    self.wire = wire
    names = try TripleCounts(path: languages.appending("name-triples.tsv"))
    telling = try Self.telling(languages.appending("telling-words.tsv"))
    samples = try Self.fields(languages.appending("sample-text.tsv"))
    for name in LexiconRows.classes {
      rows += try LexiconRows.read(lexicons.appending("\(name).tsv"))
    }
    functionWords = try LexiconRows.read(lexicons.appending("function-words.tsv"))
  }

  /// Everything that a language has, one text.
  func text(of language: String) throws -> String {
    var lines = Self.localeNames(language)
    for row in rows where row.languages.contains(language) { lines.append(row.term) }
    lines += samples.filter { $0.language == language }.map { String($0.text) }
    let path = wire.appending("\(language).jsonl")
    if let article = try? String(decoding: readFile(path), as: UTF8.self) {
      lines += article.split(separator: "\n").map(Self.articleText)
    }
    return lines.joined(separator: "\n")
  }

  /// Frequent words, with the languages that have them.
  ///
  /// The lexicon of function words lumps sister languages together; of a telling word only its rows
  /// of one language are taken.
  func words() -> [(term: String, languages: [String])] {
    var words = telling
    for row in functionWords where !row.term.contains(" ") {
      if row.languages.count == 1 || telling[row.term] == nil {
        words[row.term, default: []] += row.languages
      }
    }
    return words.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Words with their languages; a word may stand in several rows.
  private static func telling(_ path: FilePath) throws -> [String: [String]] {
    var words: [String: [String]] = [:]
    for (languages, list) in try fields(path) {
      for word in list.split(separator: " ") {
        words[String(word), default: []] += languages.split(separator: ",").map(String.init)
      }
    }
    return words
  }

  /// Rows of two fields.
  private static func fields(_ path: FilePath) throws -> [(Substring, Substring)] {
    try String(decoding: readFile(path), as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let fields = line.split(separator: "\t")
        guard fields.count == 2 else { throw ForgeError("\(path): a row is languages and a text") }
        return (fields[0], fields[1])
      }
  }

  /// CLDR's names in a language.
  private static func localeNames(_ language: String) -> [String] {
    let lists: [(ICU.LocaleData.Named, String)] = [
      (.territory, LexiconRows.territories), (.language, languageCodes), (.currency, currencyCodes),
    ]
    return lists.flatMap { named, codes in
      codes.split(separator: " ").compactMap { code in
        let name = ICU.LocaleData.name(of: named, String(code), locale: language)
        return name == code ? nil : name
      }
    }
  }

  /// The text of an article line; the escapes of JSON are all that is left of the format.
  private static func articleText(_ line: Substring) -> String {
    guard let start = line.firstRange(of: "\"text\": \"") else { return "" }
    return String(line[start.upperBound...]).replacing("\\n", with: " ")
  }

  private static let languageCodes = """
    ab af am ar as az ba be bg bm bn bo br bs ca ce co cs cv cy da de dv dz ee el en eo es et eu fa \
    fi fj fo fr fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kg kk kl km kn ko ku kw \
    ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn nb nv ny oc om or os pa pl ps pt qu rm \
    ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts \
    tt ty ug uk ur uz ve vi wo xh yi yo za zh zu crh gag
    """

  private static let currencyCodes = """
    AED AFN ALL AMD ARS AUD AZN BAM BDT BGN BHD BRL BYN CAD CHF CLP CNY COP CZK DKK DZD EGP EUR GBP \
    GEL HKD HRK HUF IDR ILS INR IQD IRR ISK JOD JPY KES KGS KRW KWD KZT LBP LTL LVL LYD MAD MDL MKD \
    MNT MXN MYR NGN NOK NPR NZD PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD SYP THB TJS TMT TND \
    TRY TWD UAH USD UYU UZS VND YER ZAR
    """
}
