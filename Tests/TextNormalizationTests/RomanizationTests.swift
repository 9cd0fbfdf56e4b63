// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing
import TextBytes
import TextNormalization

private let untagged: [(String, String)] = [
  // Latin
  ("Əliyev", "Aliyev"), ("Þór ÞÓR", "Thor THOR"), ("Ærø ÆRØ", "Aero AERO"), ("Ĳssel", "IJssel"),
  ("Đorđević", "Dordevic"), ("Erdoğan", "Erdogan"), ("Angela Merkel", "Angela Merkel"),
  // Cyrillic, the language told by letters
  ("Хрущёв", "Khrushchev"), ("Щербаков", "Shcherbakov"), ("Сербаков", "Serbakov"),
  ("ЩЕРБАКОВ Ю.", "SHCHERBAKOV Yu."), ("Ельцин", "Yeltsin"), ("Дмитриев", "Dmitriyev"),
  ("Чайковский", "Chaykovskiy"), ("Юлия Тимошенко", "Yuliya Timoshenko"),
  ("Юлія Тимошенко", "Yuliia Tymoshenko"), ("Зеленський", "Zelenskyi"), ("Київ", "Kyiv"),
  ("Лукашэнка ў Мінску", "Lukashenka w Minsku"), ("Първанов", "Parvanov"),
  ("Милошевић", "Milosevic"), ("Ђоковић", "Dokovic"), ("Ѓорѓи Ќосев", "Gjorgji Kjosev"),
  ("Әбішұлы", "Abishuly"), ("Ҷумъа", "Juma"),
  // One Ukrainian name in a Russian sentence
  ("Мы были в городе Київ и гуляли", "My byli v gorode Kyiv i gulyali"),
  // Greek
  ("Ευάγγελος Παπανδρέου", "Evangelos Papandreou"), ("Αύγουστος", "Avgoustos"),
  ("Μπάρμπα ΜΠΑΡΜΠΑ", "Barmpa BARMPA"), ("Σύγχρονος Άγχος", "Synchronos Anchos"),
  // Armenian and Georgian
  ("Նիկոլ Փաշինյան և Երևան", "Nikol Pashinyan yev Yerevan"), ("ՓԱՇԻՆՅԱՆ", "PASHINYAN"),
  ("სალომე ზურაბიშვილი", "salome zurabishvili"),
  // Arabic script
  ("عبد الرحمن", "bd al-rhmn"), ("عبدالله", "bdallah"), ("يوسف وليد", "yusf wlid"),
  ("مُحَمَّد شَوْقِي", "muhammad shawqi"), ("نواز", "nwaz"), ("إيران", "iran"),
  ("فاطمة", "fatma"), ("محمود احمدی‌نژاد", "mhmud ahmdinzhad"),
  // Hebrew
  ("בנימין נתניהו", "bnimin ntnyhu"), ("שִׁמְעוֹן פֶּרֶס", "shimon peres"),
  ("וולדימיר", "vldimir"), ("צ׳רצ׳יל", "chrchil"),
  // Indic
  ("नरेन्द्र मोदी", "narendra modi"), ("मनमोहन सिंह", "manmohan sinh"),
  ("जवाहरलाल नेहरू", "javaharlal nehru"), ("अटल बिहारी वाजपेयी", "atal bihari vajpeyi"),
  ("ज़ाहिद", "zahid"), ("প্রিয়", "priya"), ("হাসিনা ওয়াজেদ", "hasina wajed"),
  ("ਮਨਮੋਹਨ ਸਿੰਘ", "manmohan singh"), ("નરેન્દ્ર મોદી", "narendra modi"),
  ("மு. க. ஸ்டாலின்", "mu. ka. stalin"), ("పవన్ కల్యాణ్", "pavan kalyan"),
  ("വിജയൻ", "vijayan"),
  ("സിദ്ധാർത്ഥ് വിജയകുമാർ രാമചന്ദ്രൻ", "siddhartth vijayakumar ramachandran"),
  ("මහින්ද රාජපක්ෂ", "mahinda rajapaksha"),
  // South-East Asia and Tibet
  ("ประยุทธ์ จันทร์โอชา", "prayut chanocha"), ("เวชชาชีวะ", "wetchachiwa"),
  ("ບຸນຍັງ ວໍລະຈິດ", "bounnyang volachit"), ("ហ៊ុន ម៉ាណែត ភ្នំពេញ", "hun manet phnumpenh"),
  ("အောင်ဆန်းစုကြည်", "aunghsansukyi"), ("བསྟན་འཛིན་རྒྱ་མཚོ", "ten dzin gya tso"),
  // Ethiopic
  ("አብይ አህመድ", "abiy ahmed"), ("ትግራይ ግርማ", "tigray girma"),
  // Hangul
  ("김정은 박근혜", "gimjeongeun bakgeunhye"), ("종로 독립 신라 같이", "jongno dongnip silla gachi"),
  // Kana
  ("ウラジーミル・プーチン", "urajimiru puchin"), ("キャッチ", "kyatchi"), ("とうきょう", "tokyo"),
  ("ﾌﾟｰﾁﾝ", "puchin"), ("サッカー", "sakka"),
  // Han
  ("习近平", "xi jin ping"), ("单田芳", "shan tian fang"), ("单位", "dan wei"),
  ("仇和", "qiu he"), ("尉迟恭", "yu chi gong"), ("万俟卨", "mo qi xie"), ("曾国藩", "zeng guo fan"),
  ("朴正熙", "piao zheng xi"), ("任正非", "ren zheng fei"), ("他单独在重庆", "ta dan du zai chong qing"),
  // Others
  ("ᏣᎳᎩ", "tsalagi"), ("ⵜⴰⵎⴰⵣⵉⵖⵜ", "tamazight"), ("ᠮᠣᠩᠭᠣᠯ", "monggol"),
  ("१२३ ٤٥ １", "123 45 1"), ("㍿", "zhu shi hui she"),
]

private let tagged: [(String, String, String)] = [
  ("Володимир Гаврилюк", "uk", "Volodymyr Havryliuk"), ("Гаврилюк", "ru", "Gavrilyuk"),
  ("Георги Щерев", "bg", "Georgi Shterev"), ("Жапаров", "ky", "Japarov"),
  ("Халтмаагийн Өлзий", "mn", "Khaltmaagiin Olzii"),
  ("Шавкат Мирзиёев", "uz", "Shavkat Mirziyoyev"), ("Назарбаев", "kk", "Nazarbaev"),
  ("Илҳом Әлијев", "az", "Ilhom Aliyev"), ("وحید", "fa", "vhid"), ("وحيد", "ar", "whid"),
  ("東京都", "ja", "tokyoto"), ("金正日", "ko", "geumjeongil"), ("李嘉誠", "yue", "lei gaa sing"),
  ("李小龍", "zh", "li xiao long"), ("阮愛國", "vi", "nguyen ai quoc"),
  ("मनमोहन", "sa", "manamohana"), ("ज्ञान", "sa", "jnana"), ("ज्ञान", "hi", "gyan"),
]

@Suite("latin and ascii")
struct RomanizationTests {
  @Test("ascii romanizes", arguments: untagged)
  func romanizes(row: (String, String)) {
    var normalizer = TextNormalizer(.ascii)
    #expect(normalizer.normalize(row.0) == row.1)
  }

  @Test("a tag settles the language", arguments: tagged)
  func romanizesByTag(row: (String, String, String)) {
    var normalizer = TextNormalizer(.ascii, language: LanguageTag(row.1))
    #expect(normalizer.normalize(row.0) == row.2)
  }

  @Test(
    "latin keeps marks",
    arguments: [
      ("Милошевић", "Milošević"), ("プーチン", "pūchin"), ("とうきょう", "tōkyō"),
      ("習近平", "xí jìn píng"), ("Κυριάκος", "Kyriákos"), ("नरेन्द्र मोदी", "narēndra mōdī"),
      ("Пу\u{301}тин", "Pútin"), ("Щербако\u{301}в", "Shcherbakóv"),
    ])
  func keepsMarks(row: (String, String)) {
    var normalizer = TextNormalizer(.latin)
    #expect(normalizer.normalize(row.0).utf8.elementsEqual(row.1.utf8))
  }

  @Test("ascii gives ASCII for every scalar, and a letter for every letter")
  func isASCII() {
    var normalizer = TextNormalizer(.ascii)
    for value in UInt32(1)...0x10FFFF {
      if value > 0x323AF, value < 0xE0000 || value > 0xE0200 { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      let output = normalizer.normalize(String(scalar))
      #expect(output.utf8.allSatisfy { $0 < 0x80 }, "U+\(String(value, radix: 16))")
      if Self.isRead(value) {
        #expect(!output.contains("?"), "U+\(String(value, radix: 16))")
      }
    }
  }

  /// Letters of the scripts of today's languages.
  private static func isRead(_ value: UInt32) -> Bool {
    let properties = CharacterProperties(value)
    let ranges: [ClosedRange<UInt32>] = [
      0x370...0x3E1, 0x400...0x52F, 0x531...0x587, 0x5D0...0x5F2, 0x620...0x6D3, 0x780...0x7B1,
      0x7CA...0x7EA, 0x900...0xDFF, 0xE01...0xE4E, 0xE80...0xEDF, 0xF40...0xFBC, 0x1000...0x109F,
      0x10A0...0x10FF, 0x1200...0x139F, 0x13A0...0x13FF, 0x1780...0x17D3, 0x1820...0x1878,
      0x2D30...0x2D7F, 0x3041...0x30FF, 0x3105...0x312F, 0x4E00...0x9FEF, 0xAC00...0xD7A3,
      0xFF66...0xFF9F, 0x1E900...0x1E943,
    ]
    return properties.isAlphabetic && ranges.contains { $0.contains(value) }
  }

  @Test("a text and its decomposed form romanize alike")
  func formsAgree() {
    let decompose = { (text: String) in
      String(decoding: ICU.normalize(.nfd, Array(text.utf8)), as: UTF8.self)
    }
    for profile in [Profile.latin, .ascii] {
      var normalizer = TextNormalizer(profile)
      for (text, _) in untagged {
        #expect(
          normalizer.normalize(decompose(text)).utf8.elementsEqual(normalizer.normalize(text).utf8),
          "\(text)")
      }
    }
  }

  @Test("romanizing what is romanized changes nothing")
  func standsStill() {
    var normalizer = TextNormalizer(.ascii)
    for (_, ascii) in untagged { #expect(normalizer.normalize(ascii) == ascii) }
  }

  @Test("long words and runs of signs: no trap, bounded, linear")
  func longRuns() {
    for profile in [Profile.latin, .ascii] {
      var normalizer = TextNormalizer(profile)
      let units = [
        "क", "क्", "ي", "ّ", "ー", "っ", "々", "Щ", "ก", "กิ์", "က", "ហ្", "ཀྲ", "አ", "한",
        "й\u{301}",
      ]
      for unit in units {
        let text = String(repeating: unit, count: 20_000)
        let bytes = Array(text.utf8)
        #expect(
          normalized(bytes, &normalizer).count <= TextNormalizer.mostBytesPerByte * bytes.count)
      }
    }
  }
}
