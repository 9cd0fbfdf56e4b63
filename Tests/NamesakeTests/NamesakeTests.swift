// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import NamesakeC
import Testing

/// The calls that the README shows.
@Suite("the one-call library")
struct NamesakeTests {
  @Test("normalize, compare, find, deduplicate")
  func readme() {
    #expect(normalize("ERDOĞAN’IN") == "erdoganin")
    #expect(normalize("IĞDIR", profile: .fold) == "ığdır")
    #expect((0.86..<0.87).contains(compareNames("Recep Tayyip Erdoğan", "Эрдоган").score))
    let text = "Kremlin spokesman Dmitry Peskov denied it."
    let mentions = findMentions(in: text, language: LanguageTag("en"))
    let found = mentions.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
    #expect(found == ["Kremlin", "Dmitry Peskov"])
    #expect(mentions.map(\.kind) == [.org, .person])
    let entities = deduplicate(["Sergey Lavrov", "Сергей Лавров", "Angela Merkel"]).map(\.entity)
    #expect(entities[0] == entities[1] && entities[0] != entities[2])
  }

  @Test("the C interface gives what the library gives, and never traps on nothing")
  func cInterface() {
    let first = Array("Erdoğan".utf8)
    let second = Array("Эрдоган".utf8)
    let score = unsafe namesakeCompare(first, first.count, second, second.count)
    #expect(score == compareNames("Erdoğan", "Эрдоган").score)
    var key = [UInt8](repeating: 0, count: 3)
    let count = unsafe namesakeKey(first, first.count, &key, key.count)
    #expect(count == 7 && key == Array("erd".utf8))
    #expect(unsafe namesakeKey(nil, 0, nil, 0) == 0)
    #expect(unsafe namesakeCompare(nil, 0, nil, 0) == 0)
    #expect(namesakeVersion() == 1)
  }
}
