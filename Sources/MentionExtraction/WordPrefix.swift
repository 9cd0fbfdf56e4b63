// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// The letters that Arabic and Hebrew write onto the front of a word: and, in, to, like, from.
enum WordPrefix {
  /// Numbers of bytes that may be such letters, none first.
  static func counts(_ article: Article, _ index: Int) -> [Int] {
    let key = article.vocabulary.key(article.words[index].key)
    let start = key.startIndex
    guard key.count > 6 else { return [0] }
    func letter(_ place: Int) -> (UInt8, UInt8) {
      (key[start + 2 * place], key[start + 2 * place + 1])
    }
    switch article.words[index].script {
    case .arabic:
      guard article.speaks(["ar"]), isArabic(letter(0)) else { return [0] }
      return key.count > 8 && isArabic(letter(1)) ? [0, 2, 4] : [0, 2]
    case .hebrew:
      guard isHebrew(letter(0)) else { return [0] }
      return key.count > 8 && isHebrew(letter(1)) ? [0, 2, 4] : [0, 2]
    default: return [0]
    }
  }

  // و ف ب ل ك
  private static func isArabic(_ letter: (UInt8, UInt8)) -> Bool {
    letter == (0xD9, 0x88) || letter == (0xD9, 0x81) || letter == (0xD8, 0xA8)
      || letter == (0xD9, 0x84) || letter == (0xD9, 0x83)
  }

  // ו ה ב ל מ ש כ
  private static func isHebrew(_ letter: (UInt8, UInt8)) -> Bool {
    letter.0 == 0xD7 && [0x95, 0x94, 0x91, 0x9C, 0x9E, 0xA9, 0x9B].contains(letter.1)
  }
}

/// Lexicon terms under the case endings of Georgian, the one language here that has them.
enum InflectedTerm {
  private static let endings: [[UInt8]] = [
    "ისთვის", "ებისთვის", "ისგან", "იდან", "დან", "ისა", "თან", "ში", "ზე", "ის", "მა", "ით", "ად",
    "ს", "მ", "ი",
  ].map { Array($0.utf8) }
  private static let nominative: [[UInt8]] = ["", "ი", "ა", "ე"].map { Array($0.utf8) }

  static func term(_ article: Article, _ index: Int, droppingBytes count: Int) -> Article.Term? {
    if let term = article.term(at: index, droppingBytes: count) { return term }
    guard article.words[index].script == .georgian else { return nil }
    let key = Array(article.vocabulary.key(article.words[index].key))
    for ending in endings
    where key.count > ending.count + 6 && key.suffix(ending.count).elementsEqual(ending) {
      for vowel in nominative {
        let form = Array(key.dropLast(ending.count)) + vowel
        guard let entry = article.vocabulary.lexicon.entry(of: form.span), entry.isTerm else {
          continue
        }
        let classes = entry.classes(in: article.languages)
        if !classes.isEmpty { return Article.Term(end: index + 1, entry: entry, classes: classes) }
      }
    }
    return nil
  }

  /// Whether a Georgian word is a case form of a name that was found.
  static func isForm(_ key: [UInt8], of names: Set<[UInt8]>, _ article: Article) -> Bool {
    guard article.speaks(["ka"]) else { return false }
    for ending in endings + [[]]
    where key.count > ending.count + 6 && key.suffix(ending.count).elementsEqual(ending) {
      let stem = Array(key.dropLast(ending.count))
      for other in endings + nominative where names.contains(stem + other) { return true }
    }
    return false
  }
}
