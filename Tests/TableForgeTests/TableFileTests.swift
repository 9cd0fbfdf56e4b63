// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import SystemPackage
import Testing

@testable import TableForge

@Suite("tables read back")
struct TableFileTests {
  private static var tables: FilePath {
    let parts = "\(#filePath)".split(separator: "/").dropLast(3)
    return FilePath("/" + parts.joined(separator: "/") + "/Sources/CNamesakeTables/tables")
  }

  @Test(
    "give what the profile gives: short, long and unchanged outputs, and words",
    arguments: [
      ("key", "Ğ", "g"), ("key", "ﷺ", "صلي الله عليه وسلم"), ("key", "ガ", "ガ"),
      ("key", "Erdog\u{306}an", "erdogan"), ("fold", "Straße", "strasse"), ("nfkc", "㍿", "株式会社"),
      ("key", "x", "x"), ("nfc", "e\u{301}", "é"),
    ])
  func giveOutputs(row: (table: String, text: String, output: String)) throws {
    let table = try TableFile(path: Self.tables.appending("\(row.table).bin"))
    let output = table.output(of: Array(row.text.utf8))
    #expect(output == Array(row.output.utf8), "\(String(decoding: output, as: UTF8.self))")
  }

  @Test("a file that is no table is refused")
  func refusesOthers() throws {
    #expect(throws: ForgeError.self) {
      try TableFile(path: Self.tables.appending("lexicon.bin"))
    }
  }
}
