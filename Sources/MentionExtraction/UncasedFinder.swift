// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Finds candidate names in scripts without capitals.
///
/// There the evidence is the lexicon, titles and roles beside a name, the shape of
/// transliterations, and repetition. Each way of writing has its own finder.
struct UncasedFinder {
  let article: Article
  private(set) var candidates: [Candidate] = []

  init(_ article: Article) { self.article = article }

  mutating func find() {
    var hasSpaced = false
    var hasHangul = false
    var hasHan = false
    for word in article.words where word.isWord && !word.script.hasCase {
      if word.script == .hangul {
        hasHangul = true
      } else if word.script.isUnspaced {
        hasHan = true
      } else {
        hasSpaced = true
      }
    }
    if hasSpaced {
      var finder = SpacedFinder(article)
      finder.find()
      candidates += finder.candidates
    }
    if hasHangul {
      var finder = HangulFinder(article)
      finder.find()
      candidates += finder.candidates
    }
    if hasHan {
      var finder = HanFinder(article)
      finder.find()
      candidates += finder.candidates
    }
  }
}
