// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Settles candidates against each other: weak ones need a strong one of the same word, and an
/// ending written without its apostrophe is cut where the article shows the bare name.
enum SpanTrimming {
  static func settle(_ candidates: [Candidate], _ article: Article) -> [Candidate] {
    var known: Set<Int> = []
    var stems: Set<[UInt8]> = []
    for candidate in candidates where !candidate.isWeak {
      for index in candidate.words where article.words[index].key >= 0 {
        let word = article.words[index]
        guard word.isCapitalized, article.classes(index).isDisjoint(with: [.orgWord, .functionWord])
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
        guard known.contains(key) || isGenitive(article.vocabulary.key(key), stems) else { continue }
      }
      if article.speaks(["tr", "az"]), let cut = bareEnding(last, article, stems) {
        candidate.range = candidate.range.lowerBound..<cut
      }
      result.append(candidate)
    }
    return result
  }

  private static func isGenitive(_ key: ArraySlice<UInt8>, _ stems: Set<[UInt8]>) -> Bool {
    key.last == 0x73 && stems.contains(Array(key.dropLast()))
  }

  /// Where the name ends in a word that has a Turkish ending and no apostrophe: Erdoganin.
  private static func bareEnding(_ index: Int, _ article: Article, _ stems: Set<[UInt8]>) -> Int? {
    let word = article.words[index]
    guard word.key >= 0, word.script == .latin, word.shape != .upper || word.isHeadline else { return nil }
    let key = Array(article.vocabulary.key(word.key))
    guard key.count >= 7, key.allSatisfy({ $0 < 0x80 }) else { return nil }
    for ending in endings where key.count - ending.count >= 5 {
      guard key.suffix(ending.count).elementsEqual(ending) else { continue }
      let stem = Array(key.dropLast(ending.count))
      guard stems.contains(stem), article.vocabulary.classes[word.key].isEmpty else { continue }
      return byteEnd(ofScalars: stem.count, in: word.range, article)
    }
    return nil
  }

  private static func byteEnd(ofScalars count: Int, in range: Range<Int>, _ article: Article) -> Int {
    var position = range.lowerBound
    for _ in 0..<count where position < range.upperBound {
      position += article.bytes.span.scalar(at: position).length
    }
    return position
  }

  private static let endings: [[UInt8]] = [
    "nin", "nun", "in", "un", "ndan", "nden", "dan", "den", "tan", "ten", "nda", "nde", "da", "de",
    "ta", "te", "ya", "ye", "yi", "yu", "na", "ne", "yla", "yle", "la", "le", "i", "u", "a", "e",
  ].map { Array($0.utf8) }
}
