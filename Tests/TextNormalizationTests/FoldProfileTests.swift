// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextNormalization

private let rows: [(text: String, language: String?, folded: String)] = [
  ("ERDOĞAN: IRAK SINIRI KAPANDI", "tr", "erdoğan: ırak sınırı kapandı"),
  ("ERDOĞAN: IRAK SINIRI KAPANDI", nil, "erdoğan: ırak sınırı kapandı"),
  ("IĞDIR", "tr", "ığdır"), ("IĞDIR", nil, "ığdır"),
  ("DİYARBAKIR", nil, "diyarbakır"), ("İstanbul", nil, "istanbul"),
  ("ISPARTA", "tr", "ısparta"), ("ISPARTA", "en", "isparta"), ("ISPARTA", nil, "isparta"),
  ("ÇOCUK ŞANLIURFA'DAN GELENLERİ", "tr", "çocuk şanlıurfa'dan gelenleri"),
  ("LARI", "tr", "ları"), ("LARI", "az", "ları"), ("LARI", "crh", "ları"),
  ("LARI", "gag", "ları"), ("LARI", "tt-Latn", "ları"), ("LARI", "kk-Latn", "ları"),
  ("LARI", "uz", "lari"), ("LARI", "kk", "lari"),
  ("ERDOĞAN IMF BAŞKANIYLA GÖRÜŞTÜ", "tr", "erdoğan imf başkanıyla görüştü"),
  ("INTEL, FBI VE NATO", "tr", "intel, fbi ve nato"),
  ("ERDOĞAN’IN", nil, "erdoğan’ın"), ("ERDOĞAN'IN", "tr", "erdoğan'ın"),
  ("IRAK’IN", "tr", "ırak’ın"), ("IMF’NİN", "tr", "imf’nin"), ("O'NEILL", nil, "o'neill"),
  ("NAXÇIVAN", "az", "naxçıvan"), ("BAKI", "az", "bakı"),
  ("FRANÇOIS", "tr", "françois"), ("FRANÇOIS", nil, "françois"),
  ("ERDOĞAN MEETS IMF CHIEF IN ISTANBUL", nil, "erdoğan meets imf chief in istanbul"),
  ("ΟΔΥΣΣΕΥΣ", nil, "οδυσσευσ"), ("ẞ", nil, "ss"), ("Straße", nil, "strasse"),
  ("ŉ", nil, "ʼn"), ("ſ", nil, "s"), ("\u{212A}", nil, "k"), ("ǅ", nil, "ǆ"),
]

@Suite("fold")
struct FoldProfileTests {
  @Test("casing keeps the script and knows the dotless i", arguments: rows)
  func folds(row: (text: String, language: String?, folded: String)) {
    var normalizer = TextNormalizer(.fold, language: row.language.flatMap { LanguageTag($0) })
    #expect(Array(normalizer.normalize(row.text).utf8) == Array(row.folded.utf8))
  }
}
