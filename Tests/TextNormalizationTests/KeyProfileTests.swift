// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextBytes
import TextNormalization

/// Rows that must share a key: the same name in other case, marks, width or form.
private let sameKey: [[String]] = [
  ["Erdogan", "Erdoğan", "ERDOĞAN", "erdog\u{306}an", "Erdo\u{1E7}an", "Ｅｒｄｏｇａｎ"],
  ["Işık", "Isik", "ISIK", "IŞIK", "ışık"],
  ["DİYARBAKIR", "Diyarbakır", "diyarbakir", "DI\u{307}YARBAKIR"],
  ["O'Neill", "O’Neill", "OʼNeill", "O＇Neill", "ONeill"],
  ["Łódź", "Lodz", "ŁÓDŹ"],
  ["Đặng", "Dang", "Đa\u{323}\u{306}ng", "Đa\u{306}\u{323}ng"],
  ["Øre", "Ore"],
  ["Straße", "STRASSE", "STRAẞE"],
  ["Παπανδρέου", "ΠΑΠΑΝΔΡΕΟΥ", "ΠΑΠΑΝΔΡΈΟΥ", "παπανδρεου"],
  ["ΟΔΥΣΣΕΥΣ", "Οδυσσεύς", "οδυσσευς"],
  ["Хрущёв", "Хрущев", "ХРУЩЁВ", "Хруще\u{308}в"],
  ["Йошкар", "И\u{306}ошкар", "ЙОШКАР"],
  ["Київ", "Киі\u{308}в", "КИЇВ"],
  ["トヨタ", "ﾄﾖﾀ"],
  ["ガザ", "ｶﾞｻﾞ", "カ\u{3099}サ\u{3099}"],
  ["習近平", "习近平"],
  ["أحمدي", "احمدي", "احمدی", "أحمـدي", "أَحْمَدِي", "ا\u{654}حمدي"],
  ["نتنیاهو", "نتنياهو"],
  ["김정은", "\u{1100}\u{1175}\u{11B7}\u{110C}\u{1165}\u{11BC}\u{110B}\u{1173}\u{11AB}"],
  ["ﬁ", "fi"], ["㍿", "株式会社"], ["豈", "\u{8C48}"],
  ["Ǆ", "dž", "ǆ", "dz"],
  ["a\u{200D}b", "a\u{200C}b", "a\u{AD}b", "ab"],
  ["  Angela   Merkel ", "Angela Merkel", "ANGELA\u{A0}MERKEL", "angela\tmerkel"],
  ["Jong-un", "Jong‐un", "Jong–un"],
  ["٢٠٢٣", "2023", "२०२३"],
  ["שָׁלוֹם", "שלום"],
  ["м'я", "м’я", "мʼя", "мя"],
  ["K", "k", "\u{212A}"], ["ſ", "s"], ["ŉ", "n"],
]

/// Pairs whose letters differ: a blanket strip of marks would join them.
private let otherKey: [(String, String)] = [
  ("Йошкар", "Иошкар"), ("Київ", "Киів"), ("ガザ", "カサ"), ("नरेन्द्र मोदी", "नरनदर मोदी"),
  ("ประยุทธ์", "ประยทธ"), ("Щербаков", "Сербаков"), ("Ґонтарева", "Гонтарева"), ("محمد", "محمود"),
  ("Əliyev", "Oliyev"),
]

@Suite("key")
struct KeyProfileTests {
  @Test("spellings of one name share a key", arguments: sameKey)
  func sharesKey(spellings: [String]) {
    var normalizer = TextNormalizer(.key)
    let keys = spellings.map { Array(normalizer.normalize($0).utf8) }
    for (spelling, key) in zip(spellings, keys) {
      #expect(key == keys[0], "\(spelling) and \(spellings[0])")
    }
  }

  @Test("letters of a script's own stay apart", arguments: otherKey)
  func staysApart(pair: (String, String)) {
    var normalizer = TextNormalizer(.key)
    #expect(normalizer.normalize(pair.0) != normalizer.normalize(pair.1))
  }

  @Test("the key of a key is the key, for every scalar")
  func isIdempotentOnEveryScalar() {
    var normalizer = TextNormalizer(.key)
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = normalizer.normalize(String(scalar))
      let twice = normalizer.normalize(once)
      #expect(Array(once.utf8) == Array(twice.utf8), "U+\(String(value, radix: 16))")
    }
  }
}
