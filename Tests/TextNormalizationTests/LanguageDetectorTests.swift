// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextNormalization

/// A text, the ISO 15924 code of its script, and its language, nil for undetermined.
private let rows: [(text: String, script: String, language: String?)] = [
  // Names.
  ("Kemal Kılıçdaroğlu", "Latn", "tr"), ("İlham Əliyev", "Latn", "az"),
  ("Володимир Зеленський", "Cyrl", "uk"), ("Дмитрий Сергеевич Песков", "Cyrl", "ru"),
  ("Аляксандр Лукашэнка", "Cyrl", "be"), ("Қасым-Жомарт Тоқаев", "Cyrl", "kk"),
  ("علی اکبر هاشمی رفسنجانی", "Arab", "fa"), ("عبد الفتاح السيسي", "Arab", "ar"),
  ("נתניהו", "Hebr", "he"), ("Παπανδρέου", "Grek", "el"), ("김정은", "Hang", "ko"),
  ("エルドアン", "Kana", "ja"), ("しんぞう", "Hira", "ja"), ("ประยุทธ์", "Thai", "th"),
  ("Նիկոլ Փաշինյան", "Armn", "hy"), ("ზურაბიშვილი", "Geor", "ka"),
  ("Jarosław Kaczyński", "Latn", "pl"), ("Orbán Viktor Győző", "Latn", "hu"),
  // Any Latin orthography may write these.
  ("Angela Merkel", "Latn", nil), ("ISIK", "Latn", nil), ("Maria", "Latn", nil),
  ("", "Zyyy", nil), ("12:45", "Zyyy", nil), ("\u{10380}\u{10381}", "Ugar", nil),
  // Sentences.
  ("ERDOĞAN: IRAK SINIRI KAPANDI", "Latn", "tr"),
  ("ERDOĞAN MEETS IMF CHIEF IN ISTANBUL", "Latn", "en"),
  ("Der Bundeskanzler hat das nicht gesagt.", "Latn", "de"),
  ("La policía confirmó que se investiga el caso.", "Latn", "es"),
  ("Премьер-министр заявил, что это не так.", "Cyrl", "ru"),
  ("Премиерът каза, че това не е така.", "Cyrl", "bg"),
  ("安倍首相は東京で記者会見を行った。", "Hani", "ja"), ("习近平主席在北京发表了讲话。", "Hani", "zh"),
  ("प्रधानमंत्री ने कहा कि यह सही है।", "Deva", "hi"),
]

@Suite("language detection")
struct LanguageDetectorTests {
  @Test("tells script and language, or that it cannot", arguments: rows)
  func tells(row: (text: String, script: String, language: String?)) {
    let detected = LanguageDetector().detect(row.text)
    #expect(detected.script.code == row.script)
    #expect(detected.language?.description == row.language, "\(detected.candidates.prefix(3))")
  }

  @Test("candidates come best first and their shares of belief add up to one at most")
  func ranksCandidates() {
    for row in rows {
      let candidates = LanguageDetector().detect(row.text).candidates
      let shares = candidates.map(\.confidence)
      #expect(shares == shares.sorted(by: >))
      #expect(shares.reduce(0, +) <= 1.000_001)
      #expect(shares.allSatisfy { $0 >= 0.01 })
    }
  }

  @Test("the form and the bytes behind the limit change nothing")
  func looksAtTheLettersAlone() {
    let text = "Kılıçdaroğlu'nun açıklaması"
    let apart = "Kılıc\u{327}darog\u{306}lu'nun ac\u{327}ıklaması"
    #expect(LanguageDetector().detect(text) == LanguageDetector().detect(apart))
    let long = String(repeating: "Bu bir deneme. ", count: 400)
    #expect(LanguageDetector().detect(long + "the end of the text").language?.language == "tr")
  }

  @Test("ill-formed bytes are passed over")
  func passesOverBadBytes() {
    let bytes: [UInt8] = [0xFF, 0xC3, 0x28] + Array("Kılıçdaroğlu".utf8) + [0xE2, 0x82]
    #expect(LanguageDetector().detect(bytes.span).language?.language == "tr")
  }

  @Test("Turkic belief is that of all languages with a dotless i")
  func sumsTurkicBelief() {
    #expect(LanguageDetector().detect("Yağmur şiddetini artırdı").turkicConfidence > 0.9)
    #expect(LanguageDetector().detect("The rain became heavier").turkicConfidence < 0.05)
  }
}
