// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Keeps weak candidates only where a strong one holds the same word.
enum SupportCheck {
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
    for candidate in candidates {
      if candidate.isWeak {
        let key = article.words[candidate.words.lowerBound].key
        guard known.contains(key) || isGenitive(article.vocabulary.key(key), stems) else {
          continue
        }
      }
      result.append(candidate)
    }
    return result
  }

  private static func isGenitive(_ key: ArraySlice<UInt8>, _ stems: Set<[UInt8]>) -> Bool {
    key.last == 0x73 && stems.contains(Array(key.dropLast()))
  }
}
