// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing
import TextNormalization

@Suite("look-alikes")
struct LookAlikesTests {
  @Test(
    "words in borrowed letters are found, plain words of any script are not",
    arguments: [
      ("Erdоgan", ["mixed-script"]), ("Рутіn", ["mixed-script"]),
      ("Bank of Аmеriса", ["mixed-script"]), ("Сосо Chanel", ["whole-script"]),
      ("Сара Netanyahu", ["whole-script"]), ("ΝΑΤΟ and Kyiv", ["whole-script"]),
      ("Владимир Путин", []), ("Сара", []), ("ΝΑΤΟ", []), ("Сара Нетаньяху", []),
      ("Recep Tayyip Erdoğan", []), ("YouTube-канал", []), ("안녕 Kim", []), ("トヨタToyota", []),
      ("О. Henry", []), ("Сара Иванова meets Biden", []), ("", []),
    ] as [(String, [String])])
  func finds(row: (text: String, reasons: [String])) {
    #expect(LookAlikes.find(in: row.text).map(\.reason.rawValue) == row.reasons)
  }

  @Test("a finding tells the bytes of the word")
  func tellsWhere() {
    let text = "Meet Erdоgan"
    let finding = LookAlikes.find(in: text).first
    #expect(finding?.range == 5..<text.utf8.count)
  }

  @Test(
    "skeletons are ICU's: too blunt for a key",
    arguments: [
      ("Erdоgan", "Erdogan"), ("I", "l"), ("1", "l"), ("rn", "m"), ("ı", "i"), ("ǧ", "ğ"),
      ("ş", "ș"), ("ısparta", "isparta"),
    ])
  func joinsLookAlikes(pair: (String, String)) {
    #expect(ICU.skeleton(Array(pair.0.utf8)) == ICU.skeleton(Array(pair.1.utf8)))
  }
}
