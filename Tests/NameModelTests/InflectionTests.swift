// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameModel
import Testing

private let forms: [[String]] = [
  ["путин", "путина", "путину", "путиным", "путине"],
  ["лавров", "лаврова", "лаврову", "лавровым", "лаврове"],
  ["тимошенко", "тимошенко"], ["москва", "москвы", "москве", "москву", "москвой"],
  ["зеленский", "зеленского", "зеленскому", "зеленским"],
  ["зеленськии", "зеленського"].map { $0.replacing("ии", with: "ий") },
  ["tusk", "tuska", "tuskowi", "tuskiem".replacing("iem", with: "em")],
  ["kaczynski", "kaczynskiego", "kaczynskiemu"],
  ["praha", "prahy", "praze".replacing("z", with: "h")],
  ["scholz", "scholzs".replacing("zs", with: "z")], ["merkel", "merkels"],
  ["erdogan", "erdoganin", "erdogana", "erdogandan"], ["helsinki", "helsinkissa"],
  ["παπανδρεου", "παπανδρεου"], ["τσιπρασ", "τσιπρα"],
]

private let strangers: [(String, String)] = [
  ("путин", "пушкин"), ("tusk", "turk"), ("merkel", "merz"), ("erdogan", "erdem"),
  ("ли", "лия"), ("kim", "kin"), ("lavrov", "lvov"),
]

@Suite("inflection")
struct InflectionTests {
  @Test("case forms of one name", arguments: forms)
  func joins(group: [String]) {
    for first in group {
      for second in group {
        #expect(
          Inflection.mayBeFormsOfOneName(Array(first.utf8), Array(second.utf8)),
          "\(first) \(second)")
      }
    }
  }

  @Test("other names", arguments: strangers)
  func parts(pair: (String, String)) {
    #expect(!Inflection.mayBeFormsOfOneName(Array(pair.0.utf8), Array(pair.1.utf8)))
  }
}
