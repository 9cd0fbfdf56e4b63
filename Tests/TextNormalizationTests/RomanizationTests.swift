// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextNormalization

private let ascii: [(String, String)] = [
  ("Хрущёв", "Khrushchev"), ("Щербаков", "Shcherbakov"), ("Сербаков", "Serbakov"),
  ("Шойгу", "Shoygu"), ("ウラジーミル・プーチン", "urajimiru puchin"), ("Зеленский", "Zelenskiy"),
  ("ЩЕРБАКОВ", "SHCHERBAKOV"), ("Зеленський", "Zelenskyi"), ("Київ", "Kyiv"),
  ("Първанов", "Parvanov"), ("Милошевић", "Milosevic"), ("Ευάγγελος", "Evangelos"),
  ("Əliyev", "Aliyev"), ("Þór", "Thor"),
  ("Đorđević", "Dordevic"), ("Erdoğan", "Erdogan"), ("习近平", "xi jin ping"),
  ("Angela Merkel", "Angela Merkel"),
  ("नरेन्द्र मोदी", "narendra modi"), ("ज़ाहिद", "zahid"), ("হাসিনা ওয়াজেদ", "hasina wajed"),
  ("மு. க. ஸ்டாலின்", "mu. ka. stalin"), ("పవన్ కల్యాణ్", "pavan kalyan"), ("വിജയൻ", "vijayan"),
  ("സിദ്ധാർത്ഥ് വിജയകുമാർ രാമചന്ദ്രൻ", "siddhartth vijayakumar ramachandran"),
]

@Suite("latin and ascii")
struct RomanizationTests {
  @Test("ascii romanizes", arguments: ascii)
  func romanizes(row: (String, String)) {
    var normalizer = TextNormalizer(.ascii)
    #expect(normalizer.normalize(row.0) == row.1)
  }

  @Test("ascii gives ASCII for every scalar")
  func isASCII() {
    var normalizer = TextNormalizer(.ascii)
    for value in UInt32(1)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = CharacterProperties(value)
      guard properties.isAlphabetic else { continue }
      #expect(
        normalizer.normalize(String(scalar)).utf8.allSatisfy { $0 < 0x80 },
        "U+\(String(value, radix: 16))")
    }
  }
}
