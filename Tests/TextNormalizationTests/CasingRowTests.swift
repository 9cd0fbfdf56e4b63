// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing
import TextNormalization

/// Text, locale, lower case by ICU: the judge of our own foldings.
private let lowerRows: [(text: String, locale: String, lower: String)] = [
  ("\u{130}", "", "i\u{307}"), ("\u{130}", "tr", "i"), ("\u{130}", "az", "i"), ("I", "tr", "ı"),
  ("I", "az", "ı"), ("I\u{307}", "tr", "i"), ("DİYARBAKIR", "tr", "diyarbakır"),
  ("ÇOCUK ŞANLIURFA'DAN GELENLERİ", "tr", "çocuk şanlıurfa'dan gelenleri"), ("LARI", "tr", "ları"),
  // ICU tailors Turkish and Azerbaijani alone; `fold` has the sister languages too.
  ("I", "crh", "i"), ("I", "gag", "i"), ("I", "tt_Latn", "i"), ("I", "kk_Latn", "i"),
  ("ΟΔΥΣΣΕΥΣ", "", "οδυσσευς"), ("ẞ", "", "ß"), ("\u{CC}", "lt", "i\u{307}\u{300}"),
]

/// Text, language, fold: letters with a history outside Turkish.
private let foldRows: [(text: String, language: String?, folded: String)] = [
  // What the root locale makes of İ, and what others typed or decomposed.
  ("i\u{307}stanbul", nil, "istanbul"), ("I\u{307}stanbul", "tr", "istanbul"),
  ("i\u{307}", "tr", "i"), ("i\u{307}", "en", "i"),
  // Lithuanian writes the dot where an accent follows; the fold is that of Ì, Į́ and J̃.
  ("i\u{307}\u{300}", "lt", "ì"), ("\u{CC}", "lt", "ì"), ("į\u{307}\u{301}", "lt", "į\u{301}"),
  ("\u{12E}\u{301}", "lt", "į\u{301}"), ("j\u{307}\u{303}", "lt", "j\u{303}"),
  ("ﬁ\u{307}", nil, "fi"), ("ė", "lt", "ė"), ("Ż", "pl", "ż"), ("i\u{300}\u{307}", nil, "ì\u{307}"),
  // Final sigma, tonos, sharp s, digraphs, Georgian capitals.
  ("Σ", nil, "σ"), ("ς", nil, "σ"), ("άυλος", nil, "άυλοσ"), ("ΑΫΛΟΣ", nil, "αϋλοσ"),
  ("ΐ", nil, "ΐ"), ("Ĳ", nil, "ĳ"), ("Ǆǅǆ", nil, "ǆǆǆ"), ("ǇǈǊǋǱǲ", nil, "ǉǉǌǌǳǳ"),
  ("ԵՒ", nil, "եւ"), ("և", nil, "եւ"), ("ᲗᲑᲘᲚᲘᲡᲘ", nil, "თბილისი"),
]

/// Names whose spellings share a key, beside those of `KeyProfileTests`.
private let keyRows: [[String]] = [
  ["IJsland", "Ĳsland", "ijsland", "IJSLAND", "ĳsland"], ["Ǆ", "ǅ", "ǆ", "DŽ", "Dž", "dž"],
  ["Ǉ", "ǈ", "ǉ", "LJ"], ["Ǌ", "nj"], ["Ǳ", "ǲ", "ǳ", "dz"], ["თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ"],
  ["Երևան", "Երեւան", "ԵՐԵՒԱՆ"], ["άυλος", "ΑΥΛΟΣ", "ΆΥΛΟΣ"], ["ΐ", "Ϊ", "Ι"],
  ["erdog\u{306}an", "Erdo\u{1E7}an"], ["s\u{327}", "s\u{326}", "ş", "ș"],
  ["i\u{307}stanbul", "İstanbul", "ISTANBUL", "ıstanbul"], ["i\u{307}\u{300}", "Ì", "i"],
]

@Suite("casing, row by row")
struct CasingRowTests {
  @Test("lower case through ICU", arguments: lowerRows)
  func lowers(row: (text: String, locale: String, lower: String)) {
    let lowered = ICU.lowercase(Array(row.text.utf8), locale: row.locale)
    #expect(lowered == Array(row.lower.utf8))
  }

  @Test("fold", arguments: foldRows)
  func folds(row: (text: String, language: String?, folded: String)) {
    var normalizer = TextNormalizer(.fold, language: row.language.flatMap { LanguageTag($0) })
    #expect(Array(normalizer.normalize(row.text).utf8) == Array(row.folded.utf8))
  }

  @Test("key", arguments: keyRows)
  func sharesKey(spellings: [String]) {
    var normalizer = TextNormalizer(.key)
    let keys = Set(spellings.map { Array(normalizer.normalize($0).utf8) })
    #expect(keys.count == 1, "\(spellings)")
  }

  /// Only the reformed spelling եվ of և has another key: to join it, վ would have to be read by
  /// what stands before it, and of 61 Armenian names with the sound none was written both ways.
  @Test("Armenian եվ stays apart from և")
  func keepsArmenianSpellings() {
    var normalizer = TextNormalizer(.key)
    #expect(normalizer.normalize("Երևան") != normalizer.normalize("ԵՐԵՎԱՆ"))
  }

  @Test(
    "an I that may be either has both readings",
    arguments: [
      ("ISIK", nil, ["isik", "ısık"]), ("ISIK", "tr", ["ısık", "isik"]), ("ISIK", "en", ["isik"]),
      ("IŞIK", nil, ["ışık"]), ("Işık", "tr", ["ışık"]), ("IMF", nil, ["imf"]),
      ("IMF", "tr", ["imf"]), ("INTEL", "tr", ["intel"]), ("ILHAN IRMAK", "az", nil),
      ("Isparta", nil, ["isparta", "ısparta"]), ("Kadir", nil, ["kadir"]), ("", nil, [""]),
      ("ISIK", "crh", ["ısık", "isik"]), ("ISIK", "kk-Latn", ["ısık", "isik"]),
      ("ERDOĞAN", nil, ["erdoğan"]), ("The prime minister was in IRAN", nil, nil),
    ] as [(String, String?, [String]?)])
  func readsBothWays(row: (text: String, language: String?, readings: [String]?)) {
    var fold = TextNormalizer(.fold, language: row.language.flatMap { LanguageTag($0) })
    let readings = fold.readings(of: row.text)
    if let expected = row.readings { #expect(readings == expected) }
    #expect(readings.first == fold.normalize(row.text))
    #expect((1...2).contains(readings.count))
    // Either reading has the one key.
    var key = TextNormalizer(.key)
    #expect(Set(readings.map { key.normalize($0) }).count == 1)
    #expect(key.readings(of: row.text) == [key.normalize(row.text)])
  }

  @Test("equal strings are equal bytes: outputs are in NFC, so a dictionary may hold either")
  func comparesAsBytes() {
    for profile in [Profile.key, .fold, .nfc] {
      var normalizer = TextNormalizer(profile)
      let spellings = ["g\u{306}", "ğ", "G\u{306}", "Ğ"]
      let outputs = spellings.map { normalizer.normalize($0) }
      for first in outputs {
        for second in outputs {
          #expect((first == second) == first.utf8.elementsEqual(second.utf8))
        }
      }
    }
  }
}
