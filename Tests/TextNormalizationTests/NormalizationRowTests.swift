// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextBytes
import TextNormalization

@Suite("normalization, row by row")
struct NormalizationRowTests {
  @Test(
    "compatibility forms grow, and the span leads back to the one character",
    arguments: [("ﬁ", 2), ("½", 3), ("㍿", 4), ("ﷺ", 18)])
  func growsAndLeadsBack(row: (text: String, scalars: Int)) {
    var normalizer = TextNormalizer(.nfkc)
    var output = ByteBuffer()
    var offsets = OffsetMap()
    normalizer.normalize(row.text.utf8Span.span, into: &output, offsets: &offsets)
    #expect(output.string().unicodeScalars.count == row.scalars)
    #expect(offsets.input(of: 0..<output.count) == 0..<row.text.utf8.count)
  }

  @Test(
    "a voice mark of its own parts no word",
    arguments: ["か\u{309B}き", "か\u{309C}き", "カ\u{309B}キ"])
  func keepsWordTogether(text: String) {
    var key = TextNormalizer(.key)
    #expect(!key.normalize(text).contains(" "))
  }

  @Test(
    "joiners: fold keeps them, key drops them",
    arguments: ["a\u{200D}b", "a\u{200C}b", "a\u{AD}b"])
  func dropsJoiners(text: String) {
    var fold = TextNormalizer(.fold)
    var key = TextNormalizer(.key)
    #expect(fold.normalize(text).unicodeScalars.count == 3)
    #expect(key.normalize(text) == "ab")
  }

  @Test("nfkc unifies the full-width apostrophe alone, key takes all of them away")
  func unifiesApostrophes() {
    var nfkc = TextNormalizer(.nfkc)
    var key = TextNormalizer(.key)
    #expect(nfkc.normalize("＇") == "'")
    for apostrophe in ["’", "ʼ", "'", "＇", "`"] {
      if apostrophe != "＇" { #expect(nfkc.normalize(apostrophe) == apostrophe) }
      #expect(key.normalize("O\(apostrophe)Neill") == "oneill")
    }
  }

  @Test("characters of later Unicode versions stay as they are: the tables are of 15.0")
  func pinsUnicode() {
    for profile in [Profile.key, .fold, .nfc, .nfkc] {
      var normalizer = TextNormalizer(profile)
      // Composing since Unicode 16.
      let text = "\u{11382}\u{113C9}"
      #expect(Array(normalizer.normalize(text).utf8) == Array(text.utf8))
      #expect(normalizer.normalize("\u{11366}\u{113CE}").unicodeScalars.count == 2)
    }
  }

  @Test("every profile names its steps, and no two alike")
  func namesSteps() {
    for profile in Profile.allCases {
      #expect(profile.steps.first == .repair)
      #expect(Set(profile.steps).count == profile.steps.count)
    }
    let used = Set(Profile.allCases.flatMap(\.steps))
    #expect(used == Set(NormalizationStep.allCases))
  }
}
