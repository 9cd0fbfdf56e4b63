// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import TextNormalization

extension Selftest {
  /// After Unicode 15.0: UAX #15, CaseFolding.txt, SpecialCasing.txt; the names are ours.
  static let groups: [Group] = [
    Group(
      name: "composition (nfc)", subject: .profile(.nfc),
      rows: [
        Row("e\u{301}", "\u{E9}"), Row("I\u{307}", "\u{130}"), Row("i\u{307}", "i\u{307}"),
        Row("\u{1E0A}\u{323}", "\u{1E0C}\u{307}"), Row("\u{212B}", "\u{C5}"),
        Row("\u{F900}", "\u{8C48}"), Row("\u{958}", "\u{915}\u{93C}"),
        Row("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"), Row("s\u{327}", "ş"), Row("s\u{326}", "ș"),
        Row("\u{FB2C}", "\u{5E9}\u{5BC}\u{5C1}"), Row("a\u{315}\u{300}", "\u{E0}\u{315}"),
      ]),
    Group(
      name: "compatibility (nfkc)", subject: .profile(.nfkc),
      rows: [
        Row("ﬁ", "fi"), Row("½", "1\u{2044}2"), Row("㍿", "株式会社"), Row("Ｅｒｄｏ", "Erdo"),
        Row("ﾄﾖﾀ", "トヨタ"), Row("ｶﾞ", "ガ"), Row("Ĳ", "IJ"), Row("’", "’"), Row("＇", "'"),
      ]),
    Group(
      name: "case folding (fold)", subject: .profile(.fold),
      rows: [
        Row("ẞ", "ss"), Row("Straße", "strasse"), Row("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"), Row("ς", "σ"),
        Row("i\u{307}stanbul", "istanbul"), Row("i\u{307}\u{300}", "ì", in: "lt"), Row("Ĳ", "ĳ"),
        Row("Ǆ", "ǆ"), Row("ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"), Row("ΐ", "ΐ"), Row("ﬃ", "ffi"),
        Row("ŉ", "ʼn"), Row("ſ", "s"), Row("\u{212A}", "k"), Row("ǅ", "ǆ"), Row("ԵՒ", "եւ"),
        Row("ՈՒ", "ու"), Row("İstanbul", "istanbul"), Row("Ꭰ", "Ꭰ"), Row("ꭰ", "Ꭰ"),
      ]),
    Group(
      name: "Turkic casing (fold)", subject: .profile(.fold),
      rows: [
        Row("ERDOĞAN: IRAK SINIRI KAPANDI", "erdoğan: ırak sınırı kapandı", in: "tr"),
        Row("ERDOĞAN: IRAK SINIRI KAPANDI", "erdoğan: ırak sınırı kapandı"),
        Row("ISPARTA", "ısparta", in: "tr"), Row("ISPARTA", "isparta", in: "en"),
        Row("DİYARBAKIR", "diyarbakır"), Row("LARI", "ları", in: "crh"),
        Row("LARI", "ları", in: "gag"), Row("LARI", "ları", in: "tt-Latn"),
        Row("LARI", "lari", in: "uz"), Row("INTEL, FBI VE NATO", "intel, fbi ve nato", in: "tr"),
        Row("ERDOĞAN MEETS IMF CHIEF IN ISTANBUL", "erdoğan meets imf chief in istanbul"),
      ]),
    Group(
      name: "match keys (key)", subject: .profile(.key),
      rows: [
        Row("ERDOĞAN’IN", "erdoganin"), Row("Erdog\u{306}an", "erdogan"), Row("Işık", "isik"),
        Row("O’Neill", "oneill"), Row("Łódź", "lodz"), Row("Đặng", "dang"), Row("Øre", "ore"),
        Row("Παπανδρέου", "παπανδρεου"), Row("Хрущёв", "хрущев"), Row("Київ", "київ"),
        Row("Йошкар", "йошкар"), Row("ｶﾞｻﾞ", "ガザ"), Row("習近平", "习近平"),
        Row("أَحْمَدِي", "احمدي"), Row("احمدی", "احمدي"), Row("שָׁלוֹם", "שלום"),
        Row("नरेन्द्र मोदी", "नरेन्द्र मोदी"), Row("ประยุทธ์", "ประยุทธ์"), Row("٢٠٢٣", "2023"),
        Row("  a \u{A0}\tb ", "a b"), Row("a\u{200D}b\u{AD}c", "abc"), Row("Jong–un", "jong-un"),
      ]),
    Group(
      name: "romanization (ascii)", subject: .profile(.ascii),
      rows: [
        Row("Щербаков", "Shcherbakov"), Row("Сербаков", "Serbakov"), Row("Əliyev", "Aliyev"),
        Row("习近平", "xi jin ping"), Row("Erdoğan", "Erdogan"), Row("Зеленський", "Zelenskyi"),
        Row("ЩЕРБАКОВ", "SHCHERBAKOV"), Row("Παπανδρέου", "Papandreou"),
        Row("नरेन्द्र मोदी", "narendra modi"), Row("박근혜", "bakgeunhye"),
        Row("ประยุทธ์", "prayut"), Row("Володимир", "Volodymyr", in: "uk"),
      ]),
    Group(
      name: "readings of an ambiguous I", subject: .readings,
      rows: [
        Row("ISIK", "isik|ısık"), Row("ISIK", "ısık|isik", in: "tr"), Row("ISIK", "isik", in: "en"),
        Row("IŞIK", "ışık"), Row("IMF", "imf"), Row("Erdoğan", "erdoğan"),
      ]),
    Group(
      name: "script and language", subject: .language,
      rows: [
        Row("Kemal Kılıçdaroğlu", "Latn tr"), Row("İlham Əliyev", "Latn az"),
        Row("Angela Merkel", "Latn und"), Row("Володимир Зеленський", "Cyrl uk"),
        Row("עם ישראל", "Hebr he"), Row("Παπανδρέου", "Grek el"), Row("김정은", "Hang ko"),
        Row("エルドアン", "Kana ja"), Row("ประยุทธ์", "Thai th"), Row("12:45", "Zyyy und"),
        Row("Der Minister hat das nicht gesagt.", "Latn de"),
        Row("习近平主席在北京发表了讲话。", "Hani zh"),
      ]),
    Group(
      name: "look-alikes", subject: .lookAlikes,
      rows: [
        Row("Erdоgan", "mixed-script"), Row("Сосо Chanel", "whole-script"),
        Row("Владимир Путин", ""), Row("YouTube-канал", ""),
      ]),
  ]
}
