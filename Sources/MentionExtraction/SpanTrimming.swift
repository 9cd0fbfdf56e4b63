// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Settles candidates against each other: weak ones need a strong one of the same word, and an
/// ending written without its apostrophe is cut where the article shows the bare name.
enum SpanTrimming {
  static func settle(_ candidates: [Candidate], _ article: Article) -> [Candidate] {
    var known: Set<Int> = []
    var stems: Set<[UInt8]> = []
    for candidate in candidates where !candidate.isWeak {
      for index in candidate.words where article.words[index].key >= 0 {
        let word = article.words[index]
        guard word.isCapitalized,
          article.classes(index).isDisjoint(with: [.orgWord, .functionWord])
        else { continue }
        known.insert(word.key)
        stems.insert(Array(article.vocabulary.key(word.key)))
      }
    }
    var result: [Candidate] = []
    for var candidate in candidates {
      let last = candidate.words.upperBound - 1
      if candidate.isWeak {
        let key = article.words[candidate.words.lowerBound].key
        guard known.contains(key) || isGenitive(article.vocabulary.key(key), stems) else {
          continue
        }
      }
      if let cut = TurkicEnding.stemEnd(article, last) {
        candidate.range = candidate.range.lowerBound..<cut
      }
      result.append(candidate)
    }
    return result
  }

  private static func isGenitive(_ key: ArraySlice<UInt8>, _ stems: Set<[UInt8]>) -> Bool {
    key.last == 0x73 && stems.contains(Array(key.dropLast()))
  }
}
