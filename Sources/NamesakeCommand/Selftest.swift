// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import TextNormalization

/// The command `selftest`, which tells whether this build gives what it must.
struct Selftest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs the built-in Unicode and casing vectors against this build.",
    discussion: """
      Prints one line a group; rows that do not hold are printed with what came out.
      Exit code 0 when all hold, 1 otherwise.

      Example:
        namesake selftest
      """)

  func run() throws {
    var failed = 0
    for group in Self.groups {
      let failures = group.rows.compactMap { $0.failure(group.profile) }
      failed += failures.count
      let held = group.rows.count - failures.count
      print(
        "\(failures.isEmpty ? "holds" : "FAILS")  \(group.name): \(held) of \(group.rows.count)")
      for failure in failures { print("       \(failure)") }
    }
    if failed > 0 { throw ExitStatus.someBad }
  }

  /// A text, its language if it is told, and what must come out.
  struct Row {
    let text: String
    let language: String?
    let expected: String

    init(_ text: String, _ expected: String, in language: String? = nil) {
      (self.text, self.language, self.expected) = (text, language, expected)
    }

    /// What is wrong, nil when the row holds.
    ///
    /// Bytes are compared: `==` on strings joins forms.
    func failure(_ profile: Profile) -> String? {
      var normalizer = TextNormalizer(profile, language: language.flatMap { LanguageTag($0) })
      let result = normalizer.normalize(text)
      if result.utf8.elementsEqual(expected.utf8) { return nil }
      return "\(text) gives \(Self.codes(result)), not \(Self.codes(expected))"
    }

    private static func codes(_ text: String) -> String {
      let codes = text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
      return "\(text) [\(codes.joined(separator: " "))]"
    }
  }

  /// Rows of one kind.
  struct Group {
    let name: String
    let profile: Profile
    let rows: [Row]
  }
}

extension Selftest {
  /// After Unicode 15.0: UAX #15, CaseFolding.txt, SpecialCasing.txt; the names are ours.
  static let groups: [Group] = [
    Group(
      name: "composition (nfc)", profile: .nfc,
      rows: [
        Row("e\u{301}", "\u{E9}"), Row("I\u{307}", "\u{130}"), Row("i\u{307}", "i\u{307}"),
        Row("\u{1E0A}\u{323}", "\u{1E0C}\u{307}"), Row("\u{212B}", "\u{C5}"),
        Row("\u{F900}", "\u{8C48}"), Row("\u{958}", "\u{915}\u{93C}"),
        Row("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"), Row("s\u{327}", "ş"), Row("s\u{326}", "ș"),
        Row("\u{FB2C}", "\u{5E9}\u{5BC}\u{5C1}"), Row("a\u{315}\u{300}", "\u{E0}\u{315}"),
      ]),
    Group(
      name: "compatibility (nfkc)", profile: .nfkc,
      rows: [
        Row("ﬁ", "fi"), Row("½", "1\u{2044}2"), Row("㍿", "株式会社"), Row("Ｅｒｄｏ", "Erdo"),
        Row("ﾄﾖﾀ", "トヨタ"), Row("ｶﾞ", "ガ"), Row("Ĳ", "IJ"), Row("’", "’"), Row("＇", "'"),
      ]),
    Group(
      name: "case folding (fold)", profile: .fold,
      rows: [
        Row("ẞ", "ss"), Row("Straße", "strasse"), Row("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"), Row("ς", "σ"),
        Row("ŉ", "ʼn"), Row("ſ", "s"), Row("\u{212A}", "k"), Row("ǅ", "ǆ"), Row("ԵՒ", "եւ"),
        Row("ՈՒ", "ու"), Row("İstanbul", "istanbul"), Row("Ꭰ", "Ꭰ"), Row("ꭰ", "Ꭰ"),
      ]),
    Group(
      name: "Turkic casing (fold)", profile: .fold,
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
      name: "match keys (key)", profile: .key,
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
      name: "romanization (ascii)", profile: .ascii,
      rows: [
        Row("Щербаков", "Shcherbakov"), Row("Сербаков", "Serbakov"), Row("Əliyev", "Aliyev"),
        Row("习近平", "xi jin ping"), Row("Erdoğan", "Erdogan"), Row("Зеленський", "Zelenskyi"),
        Row("ЩЕРБАКОВ", "SHCHERBAKOV"), Row("Παπανδρέου", "Papandreou"),
        Row("नरेन्द्र मोदी", "narendra modi"), Row("박근혜", "bakgeunhye"),
        Row("ประยุทธ์", "prayut"), Row("Володимир", "Volodymyr", in: "uk"),
      ]),
  ]
}
