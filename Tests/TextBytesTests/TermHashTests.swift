// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextBytes

@Suite struct TermHashTests {
  private func hash(_ term: String) -> UInt64 {
    var hash = TermHash()
    hash.append(term.utf8Span.span)
    return hash.value
  }

  @Test(arguments: [
    ("guinea-bissau", "guinea bissau"), ("a.ş.", "aş"), ("congo (drc)", "congo drc"),
    ("at&t", "at t"), (" a  b ", "a b"), ("smith, john", "smith john"), ("o'neill", "oneill"),
  ])
  func looksPastPunctuation(a: String, b: String) { #expect(hash(a) == hash(b)) }

  @Test(arguments: [("ab", "a b"), ("a", "aa"), ("abcdefgh", "abcdefg"), ("", "a"), ("ab", "ba")])
  func tellsTermsApart(a: String, b: String) { #expect(hash(a) != hash(b)) }

  @Test func takesWordsOneByOne() {
    var words = TermHash()
    #expect(words.isEmpty)
    for word in ["gesellschaft", "mit", "beschrankter", "haftung"] {
      words.append(word: word.utf8Span.span)
    }
    #expect(words.value == hash("gesellschaft mit beschrankter haftung"))
  }

  @Test("the upper bits of short words' hashes, which choose the slots of tables, are spread")
  func spread() {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    var buckets: Set<UInt64> = []
    for first in letters {
      for second in letters { buckets.insert(hash(first + second + "an") >> 54) }
    }
    // 676 balls thrown into 1,024 buckets fill 495 ± 11 of them.
    #expect(buckets.count > 440)
  }
}
