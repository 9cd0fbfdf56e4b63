// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MentionExtraction
import NameModel
import Testing
import TextNormalization

struct ThreadRow: Sendable, CustomTestStringConvertible {
  var language: String
  /// Names in the order of the text, each in brackets in the article.
  var text: String
  var threads: [Int]
  var testDescription: String { text }

  init(_ language: String, _ text: String, _ threads: [Int]) {
    self.language = language
    self.text = text
    self.threads = threads
  }
}

@Suite struct StoryThreadsTests {
  static let rows: [ThreadRow] = [
    ThreadRow(
      "en", "[Recep Tayyip Erdoğan] spoke, then [Erdoğan], then [Recep Erdoğan]", [0, 0, 0]),
    ThreadRow("en", "[Erdoğan] before [Recep Tayyip Erdoğan]", [0, 0]),
    ThreadRow("en", "[Lech Kaczyński] and [Jarosław Kaczyński]", [0, 1]),
    ThreadRow("en", "[Lech Kaczyński] and [Jarosław Kaczyński], and [Kaczyński]", [0, 1, 1]),
    ThreadRow("ru", "[Владимир Путин], [Путина], [Путиным]", [0, 0, 0]),
    ThreadRow("tr", "[Cumhuriyet Halk Partisi] ([CHP])", [0, 0]),
    ThreadRow("en", "[Movement for Better Roads] ([MBR]) and [MBR]", [0, 0, 0]),
    ThreadRow("en", "[United Nations] and [UN]", [0, 0]),
    ThreadRow("en", "[G. Bush] and [George Bush]", [0, 0]),
    ThreadRow("en", "[George W. Bush] and [George H. W. Bush]", [0, 1]),
    ThreadRow("en", "[Mohammed bin Salman], [Salman] and [bin Salman]", [0, 1, 0]),
    ThreadRow("ja", "[岸田文雄]、[岸田]", [0, 0]),
    ThreadRow("zh", "[弗拉基米尔·普京]，[普京]", [0, 0]),
    ThreadRow("en", "[Ankara] and [Istanbul] and [Ankara]", [0, 1, 0]),
    ThreadRow("en", "[]", [0]),
  ]

  @Test(arguments: rows) func threads(row: ThreadRow) {
    var text: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start = 0
    for byte in row.text.utf8 {
      switch byte {
      case UInt8(ascii: "["): start = text.count
      case UInt8(ascii: "]"): ranges.append(start..<text.count)
      default: text.append(byte)
      }
    }
    let threads = StoryThreads(language: LanguageTag(row.language)).numbers(text.span, ranges)
    #expect(threads == row.threads)
  }

  @Test func numbersFollowTheTextNotTheInput() {
    let text = Array("Ann Lee and Bob Ray".utf8)
    #expect(StoryThreads().numbers(text.span, [12..<19, 0..<7]) == [1, 0])
  }

  @Test func kindsKeepThingsApart() {
    let text = Array("Denzel Washington in Washington".utf8)
    let threads = StoryThreads().numbers(
      text.span, [0..<17, 21..<31], kinds: [.person, .place])
    #expect(threads == [0, 1])
  }
}
