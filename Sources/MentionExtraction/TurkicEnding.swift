// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Turkish and Azerbaijani case endings written without an apostrophe: Erdoganin, Bakıda.
///
/// Azerbaijani writes them so by rule, Turkish in careless copy. An ending is believed only where
/// the stem is a name of the lexicon or stands capitalised in the article itself.
enum TurkicEnding {
  /// Byte at which the bare name ends, nil when a word has no such ending.
  static func stemEnd(_ article: Article, _ index: Int) -> Int? {
    let word = article.words[index]
    guard article.speaks(["tr", "az"]), word.key >= 0, word.script == .latin, word.isCapitalized,
      word.shape != .upper || word.isHeadline, article.ending(index) == nil
    else { return nil }
    let vocabulary = article.vocabulary
    let classes = vocabulary.classes[word.key]
    guard
      classes.isDisjoint(with: [
        .place, .givenName, .institution, .role, .functionWord, .orgWord, .demonym,
      ])
    else { return nil }
    let key = Array(vocabulary.key(word.key))
    for ending in endings where key.count >= ending.count + 4 {
      guard key.suffix(ending.count).elementsEqual(ending) else { continue }
      let stem = Array(key.dropLast(ending.count))
      let known = vocabulary.lexicon.classes(of: stem.span, in: article.languages)
      let isShown = vocabulary.number(ofKey: stem).map { vocabulary.facts[$0].middle > 0 } ?? false
      guard isShown || stem.count >= 4 && !known.isDisjoint(with: [.place, .institution]) else {
        continue
      }
      return byteEnd(ofScalars: scalarCount(stem), in: word.range, article)
    }
    return nil
  }

  private static func scalarCount(_ key: [UInt8]) -> Int { key.count { $0 & 0xC0 != 0x80 } }

  private static func byteEnd(ofScalars count: Int, in range: Range<Int>, _ article: Article) -> Int
  {
    var position = range.lowerBound
    for _ in 0..<count where position < range.upperBound {
      position += article.bytes.span.scalar(at: position).length
    }
    return position
  }

  /// In the `key` profile, the longest first.
  private static let endings: [[UInt8]] = """
    ndaki ndeki daki deki dakı dəki ndan nden ndən nin nun nın dan den dən tan ten nda nde ndə da de \
    də ta te ya ye yə yi yu na ne nə ni nu yla yle la le lə in un i u a e ə
    """.split(separator: " ").map { Array($0.utf8) }
}
