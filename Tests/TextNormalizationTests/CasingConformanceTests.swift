// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import Testing
import TextNormalization

@Suite("casing against Unicode's own files")
struct CasingConformanceTests {
  @Test(
    "CaseFolding.txt, C and F in every language, T in Turkish",
    .enabled(if: UnicodeFiles.has("CaseFolding.txt"), UnicodeFiles.missing))
  func foldsAsTheFileSays() {
    var any = TextNormalizer(.fold)
    var turkish = TextNormalizer(.fold, language: LanguageTag("tr"))
    var nfc = TextNormalizer(.nfc)
    var rows = 0
    for line in UnicodeFiles.lines("CaseFolding.txt") {
      let fields = line.split(separator: ";").map { $0.drop { $0 == " " } }
      guard fields.count >= 3 else { continue }
      let source = UnicodeFiles.text(fields[0])
      // The file folds; the profile gives NFC as well.
      let folded = normalized(UnicodeFiles.text(fields[2]), &nfc)
      switch fields[1] {
      case "C", "F":
        rows += 1
        // Intended: İ gives i, for the file's i + U+0307 is what nobody types.
        if fields[0] == "0130" { continue }
        #expect(normalized(source, &any) == folded, "\(line)")
      case "T": #expect(normalized(source, &turkish) == folded, "\(line)")
      default: break
      }
    }
    #expect(rows > 1_500)
  }

  @Test(
    "SpecialCasing.txt, lower case through ICU with and without a locale",
    .enabled(if: UnicodeFiles.has("SpecialCasing.txt"), UnicodeFiles.missing))
  func lowersAsTheFileSays() {
    for line in UnicodeFiles.lines("SpecialCasing.txt") {
      let fields = line.split(separator: ";").map { $0.drop { $0 == " " } }
      guard fields.count >= 4 else { continue }
      let condition = fields.count > 4 ? fields[4].split(separator: " ") : []
      var source = UnicodeFiles.text(fields[0])
      var locale = ""
      for word in condition where word.count == 2 { locale = String(word) }
      // The contexts in which the rows hold, set up around the letter.
      var before: [UInt8] = []
      var after: [UInt8] = []
      if condition.contains("Final_Sigma") { before = Array("α".utf8) }
      if condition.contains("After_I") { before = Array("I".utf8) }
      if condition.contains("More_Above") { after = Array("\u{300}".utf8) }
      if condition.contains("After_Soft_Dotted") { before = Array("i".utf8) }
      let lowered = UnicodeFiles.text(fields[1])
      source = before + source + after
      var expected = ICU.lowercase(before, locale: locale) + lowered + after
      if condition.contains("After_I") { expected = Array("i".utf8) }
      // Of the dot above behind a soft-dotted letter the row says what its upper case is: none.
      // In lower case it stays, which is the row's second column.
      if condition.contains("After_Soft_Dotted") { expected = before + lowered }
      #expect(ICU.lowercase(source, locale: locale) == expected, "\(line)")
    }
  }

  @Test(
    "WordBreakTest.txt through ICU's breaks",
    .enabled(if: UnicodeFiles.has("auxiliary/WordBreakTest.txt"), UnicodeFiles.missing))
  func breaksWords() {
    let rows = UnicodeFiles.breaks("auxiliary/WordBreakTest.txt")
    for row in rows {
      // Intended: since CLDR 42 a colon parts words outside Finnish and Swedish.
      if row.line.contains("003A") { continue }
      #expect(ICU.wordBoundaries(row.text, locale: "") == row.boundaries, "\(row.line)")
    }
    #expect(rows.count > 1_800)
  }

  @Test(
    "GraphemeBreakTest.txt through ICU's breaks",
    .enabled(if: UnicodeFiles.has("auxiliary/GraphemeBreakTest.txt"), UnicodeFiles.missing))
  func breaksGraphemes() {
    let rows = UnicodeFiles.breaks("auxiliary/GraphemeBreakTest.txt")
    for row in rows {
      #expect(ICU.graphemeBoundaries(row.text) == row.boundaries, "\(row.line)")
    }
    #expect(rows.count > 590)
  }
}
