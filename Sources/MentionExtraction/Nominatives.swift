// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes

/// Finds the nominative of inflected Slavic names.
///
/// The evidence, best first: the lexicon knows the nominative; the article shows two case forms
/// that agree on one stem (Путина, Путиным: Путин); the given name before is in an oblique case of
/// a man's name; an ending that only oblique cases have.
struct Nominatives {
  private let article: Article
  /// Capitalised words of names by their first letters.
  private var forms: [[UInt8]: [Int]] = [:]

  /// Gathers the forms; nil for languages whose names do not change.
  init?(_ article: Article, names: [Range<Int>]) {
    self.article = article
    guard article.speaks(["ru", "uk", "be", "bg", "sr", "hr", "sl", "cs", "sk", "pl"]) else {
      return nil
    }
    guard !article.speaks(["bg"]) else { return nil }
    var seen: Set<Int> = []
    for words in names {
      for index in words where article.words[index].key >= 0 && article.words[index].isCapitalized {
        let key = article.words[index].key
        guard seen.insert(key).inserted else { continue }
        forms[Array(article.vocabulary.key(key).prefix(6)), default: []].append(key)
      }
    }
  }

  /// The nominative of a word of a name.
  ///
  /// - Parameters:
  ///   - index: The word.
  ///   - bytes: How it is to be written.
  ///   - words: The name that it belongs to.
  /// - Returns: nil when the word stands as it should or nothing is sure.
  func form(of index: Int, written bytes: [UInt8], in words: Range<Int>) -> [UInt8]? {
    let key = Array(article.vocabulary.key(article.words[index].key))
    guard key.count >= 4, Self.letters(key) == Self.letters(bytes) else { return nil }
    if article.speaks(["pl"]), article.classes(index).contains(.place), bytes.count > 2,
      [[0xC4, 0x85], [0xC4, 0x99]].contains(Array(bytes.suffix(2)))
    {
      return Array(bytes.dropLast(2)) + [0x61]
    }
    if let known = known(key, isFirst: index == words.lowerBound && words.count > 1) {
      return replaced(bytes, known)
    }
    if !article.classes(index).isDisjoint(with: [.place, .institution, .orgWord, .givenName]) {
      return nil
    }
    if let stem = agreed(key, article.words[index].key) {
      return replaced(bytes, (stem, closing(stem)))
    }
    if let change = adjective(key) { return replaced(bytes, change) }
    if index > words.lowerBound, let change = afterGivenName(key, before: index - 1) {
      return replaced(bytes, change)
    }
    return nil
  }

  /// The о of Кличко, which its case forms drop.
  private func closing(_ stem: [UInt8]) -> [UInt8] {
    let text = String(decoding: stem, as: UTF8.self)
    let isKo = ["чк", "нк", "йк", "шк", "czk", "nk", "jk", "szk"].contains(where: text.hasSuffix)
    guard isKo else { return [] }
    return Array((text.hasSuffix("k") ? "o" : "о").utf8)
  }

  /// Keeps as many letters of a word as a stem has and puts an ending behind them.
  private func replaced(_ bytes: [UInt8], _ change: (stem: [UInt8], ending: [UInt8])) -> [UInt8] {
    let letters = Self.letters(change.stem)
    var position = 0
    for _ in 0..<letters where position < bytes.count {
      position += 1
      while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
    }
    return Array(bytes[0..<position]) + change.ending
  }

  /// Stem and nominative ending of a place or given name of the lexicon.
  private func known(_ key: [UInt8], isFirst: Bool) -> (stem: [UInt8], ending: [UInt8])? {
    let lexicon = article.vocabulary.lexicon
    let own = lexicon.entry(of: key.span)
    let group = own?.group(in: [.place, .institution])
    if group == nil, let own,
      !own.classes(in: article.languages).isDisjoint(with: [.place, .givenName])
    {
      return nil
    }
    if standsInNominative(key) { return nil }
    var stem = key
    for _ in 0..<3 {
      while let last = stem.popLast(), last & 0xC0 == 0x80 {}
      guard stem.count >= 3 else { return nil }
      for ending in Self.nominative {
        let form = stem + ending
        guard form != key, let entry = lexicon.entry(of: form.span), entry.isTerm else { continue }
        let classes = entry.classes(in: article.languages)
        if let group {
          if classes.contains(.place) || classes.contains(.institution),
            entry.group(in: [.place, .institution]) == group
          {
            return (stem, ending)
          }
        } else if classes.contains(.place) || classes.contains(.givenName) && isFirst,
          Inflection.mayBeFormsOfOneName(key, form)
        {
          return (stem, ending)
        }
      }
    }
    return nil
  }

  /// Whether an ending is one of the nominative that no oblique case of another noun has.
  private func standsInNominative(_ key: [UInt8]) -> Bool {
    let text = String(decoding: key, as: UTF8.self)
    if ["ой", "ей", "ою"].contains(where: text.hasSuffix) { return false }
    return Self.endsInConsonant(key[...])
      || ["о", "o", "й", "ь", "ия", "ія", "ina", "ina", "ия"].contains(where: text.hasSuffix)
  }

  /// The stem on which two case forms of the article agree, when it ends as a man's name does.
  private func agreed(_ key: [UInt8], _ number: Int) -> [UInt8]? {
    for other in forms[Array(key.prefix(6))] ?? [] where other != number {
      let form = Array(article.vocabulary.key(other))
      var count = zip(key, form).prefix { $0 == $1 }.count
      while count > 0, count < key.count, key[count] & 0xC0 == 0x80 { count -= 1 }
      let own = Array(key[count...])
      let its = Array(form[count...])
      guard count >= 4, !own.isEmpty, Self.masculine.contains(own),
        its.isEmpty
          || Self.masculine.contains(its) && (Self.sure.contains(own) || Self.sure.contains(its)),
        Self.endsInConsonant(key[..<count])
      else { continue }
      return Array(key[..<count])
    }
    return nil
  }

  private func adjective(_ key: [UInt8]) -> (stem: [UInt8], ending: [UInt8])? {
    for (ending, base, vowel) in Self.adjectives where key.count > ending.count + 3 {
      if key.suffix(ending.count).elementsEqual(ending) {
        return (Array(key.dropLast(ending.count)) + base, vowel)
      }
    }
    return nil
  }

  /// Сергея Лаврова: the given name shows the case, and that it is a man's.
  private func afterGivenName(
    _ key: [UInt8], before index: Int
  ) -> (stem: [UInt8], ending: [UInt8])? {
    let word = article.words[index]
    guard word.key >= 0 else { return nil }
    let given = Array(article.vocabulary.key(word.key))
    guard let base = known(given, isFirst: true),
      Self.endsInConsonant((base.stem + base.ending)[...]) || base.ending == Array("й".utf8)
    else { return nil }
    for ending in Self.masculineEndings where key.count > ending.count + 3 {
      let stem = key.dropLast(ending.count)
      if key.suffix(ending.count).elementsEqual(ending), Self.endsInConsonant(stem[...]) {
        return (Array(stem), closing(Array(stem)))
      }
    }
    return nil
  }

  /// Number of scalars.
  private static func letters(_ bytes: [UInt8]) -> Int { bytes.count(where: { $0 & 0xC0 != 0x80 }) }

  private static func endsInConsonant(_ key: ArraySlice<UInt8>) -> Bool {
    guard let last = String(decoding: key.suffix(2), as: UTF8.self).unicodeScalars.last else {
      return false
    }
    return !"aeiouyаеиоуыэюяёіїєьй".unicodeScalars.contains(last)
  }

  private static let nominative: [[UInt8]] = bytes(["ь", "й", "а", "я", "a", "ia", ""])
  private static let masculineEndings = bytes(
    [
      "owi", "ovi", "ові", "еві", "ом", "ем", "ым", "им", "em", "om", "ie", "а", "у", "е", "a", "u",
      "e",
    ])
  /// Endings that only a man's name or a neuter has.
  private static let sure = Set(bytes(["owi", "ovi", "ові", "ом", "ем", "ым", "em", "om"]))
  private static let masculine = Set(masculineEndings)
  private static let adjectives: [(ending: [UInt8], base: [UInt8], vowel: [UInt8])] = [
    ("ского", "ск", "ий"), ("скому", "ск", "ий"), ("ским", "ск", "ий"), ("ського", "ськ", "ий"),
    ("ському", "ськ", "ий"), ("ським", "ськ", "ий"), ("skiego", "sk", "i"), ("skiemu", "sk", "i"),
    ("skim", "sk", "i"), ("ckiego", "ck", "i"), ("ckiemu", "ck", "i"), ("ckim", "ck", "i"),
    ("skeho", "sk", "ý"), ("skemu", "sk", "ý"), ("skym", "sk", "ý"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8), Array($0.2.utf8)) }

  private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
