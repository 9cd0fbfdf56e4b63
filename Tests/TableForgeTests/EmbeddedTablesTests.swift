// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import CNamesakeTables
import ICUText
import SystemPackage
import Testing

@testable import TableForge

/// The embedded tables are what the forge makes from the rules of today.
@Suite("embedded tables", .enabled(if: ICU.unicodeVersion == (15, 0), "other Unicode"))
struct EmbeddedTablesTests {
  @Test("are what the forge makes")
  func areWhatTheForgeMakes() throws {
    let parts = "\(#filePath)".split(separator: "/").dropLast(3)
    let root = FilePath("/" + parts.joined(separator: "/"))
    let forge = root.appending("Sources/TableForge")
    let tables = try TableForge.tables(
      rules: forge.appending("Rules"), lexicons: forge.appending("Lexicons"),
      wire: root.appending("Corpora/wire"), languages: forge.appending("Languages"))
    let embedded = unsafe [
      "properties": nsk_table_properties(), "key": nsk_table_key(), "fold": nsk_table_fold(),
      "latin": nsk_table_latin(), "ascii": nsk_table_ascii(), "nfc": nsk_table_nfc(),
      "nfkc": nsk_table_nfkc(), "roman": nsk_table_roman(),
      "han-ja": nsk_table_han_ja(), "han-ko": nsk_table_han_ko(),
      "han-yue": nsk_table_han_yue(), "han-vi": nsk_table_han_vi(),
      "lexicon": nsk_table_lexicon(),
      "concordance": nsk_table_concordance(),
      "languages": nsk_table_languages(),
    ]
    let embeddedCount = unsafe embedded.count
    #expect(tables.count == embeddedCount)
    for (name, bytes) in tables {
      guard let table = unsafe embedded[name] else {
        Issue.record("\(name) is not embedded")
        continue
      }
      let same = unsafe bytes.elementsEqual(
        UnsafeBufferPointer(start: table.bytes, count: table.count))
      #expect(same, "\(name).bin is old: run TableForge")
    }
  }
}
