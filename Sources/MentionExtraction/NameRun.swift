// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// A run of capitalised words and what may stand between them in one name.
struct NameRun {
  let article: Article
  let start: Int
  /// Past the last word.
  private(set) var end: Int
  private(set) var hasOrgHead = false
  private(set) var hasOrgTail = false

  init(_ article: Article, from start: Int, to end: Int? = nil) {
    self.article = article
    self.start = start
    self.end = end ?? start + 1
    for index in start..<self.end { note(index) }
  }

  mutating func grow() {
    // A name longer than this is a list or a heading.
    while end - start < 24, let next = extended() {
      for index in end..<next { note(index) }
      end = next
    }
  }

  private mutating func note(_ index: Int) {
    let term = article.terms[index]
    hasOrgTail = false
    guard let term, article.words[index].key >= 0 else { return }
    if term.classes.contains(.legalForm), index > start { hasOrgTail = true }
    guard term.classes.contains(.orgWord) else { return }
    switch term.entry?.side(in: .orgWord, languages: article.languages) {
    case .first: hasOrgHead = true
    default: hasOrgTail = true
    }
  }

  /// Whether a name cannot go on at a word: a lower-case word, a sign, or a word of another kind.
  static func endsName(_ article: Article, _ index: Int) -> Bool {
    guard index < article.words.count else { return true }
    let word = article.words[index]
    return !(word.isWord && word.isCapitalized) && word.kind != .hyphen
  }

  /// Whether a lower-case particle opens a name: al-Assad, but not "de la France" or "in".
  static func particleOpens(_ article: Article, _ index: Int) -> Bool {
    guard index + 2 < article.words.count, !article.classes(index).contains(.functionWord)
    else { return false }
    if article.words[index + 1].kind == .hyphen, article.words[index + 1].isJoined {
      return article.words[index + 2].isJoined && article.words[index + 2].isCapitalized
    }
    guard article.words[index].range.count >= 3 else { return false }
    return article.words[index + 1].isCapitalized
      || article.classes(index + 1).contains(.particle) && article.words[index + 2].isCapitalized
  }

  private func extended() -> Int? {
    guard end < article.words.count else { return nil }
    let word = article.words[end]
    switch word.kind {
    case .word: return word.isCapitalized ? capital(end) : lower(end)
    case .hyphen: return hyphen()
    case .sign: return sign()
    case .apostrophe: return possessive()
    case .number, .lineBreak: return nil
    }
  }

  private func capital(_ index: Int) -> Int? {
    let word = article.words[index]
    guard word.script.hasCase, !word.isSuffix else { return nil }
    // A run of words of one headline: each needs its own support, so it is cut elsewhere.
    guard let term = article.terms[index] else { return index + 1 }
    let previous = article.classes(index - 1)
    if !term.classes.isDisjoint(with: [.role, .honorific, .functionWord, .demonym]) {
      let isAcronym = word.shape == .upper && !word.isHeadline && term.end == index + 1
      if isAcronym, !term.classes.isDisjoint(with: [.functionWord]), word.range.count > 2 {
        return index + 1
      }
      if term.classes.contains(.givenName) { return index + 1 }
      if term.classes.contains(.generation) { return index + 1 }
      let hasNext =
        index + 1 < article.words.count && article.words[index + 1].isWord
        && article.words[index + 1].isCapitalized
      // Marine Le Pen, Mohammed Shia al-Sudani.
      if term.classes.contains(.particle), hasNext, word.shape == .title,
        !previous.isEmpty || end - start > 1
      {
        return index + 2
      }
      if term.classes.contains(.demonym), previous.contains(.givenName), end == start + 1,
        !Self.endsName(article, term.end) || article.classes(term.end).contains(.particle)
      {
        return index + 1
      }
      if term.classes.contains(.orgWord), hasOrgTail || hasOrgHead || end - start > 0 {
        return index + 1
      }
      // Stephen King, John Major: a role behind a given name, with nothing for it to stand before.
      if term.classes.contains(.role), term.end == index + 1, previous.contains(.givenName),
        end - start == 1, Self.endsName(article, term.end), !article.speaks(["tr", "az"])
      {
        return index + 1
      }
      if hasOrgHead, term.classes.contains(.demonym) { return index + 1 }
      return nil
    }
    if term.classes.contains(.institution), term.end > index + 1 || word.shape == .upper {
      return hasOrgHead ? term.end : nil
    }
    if term.classes.contains(.place), !term.classes.contains(.givenName) {
      // Two places side by side are two names; behind another word the place ends a name.
      if previous.contains(.place), !previous.contains(.givenName) { return nil }
      if article.words[index - 1].isHeadline { return nil }
    }
    return index + 1
  }

  /// Particles and, in the names of bodies, the small words between their parts.
  private func lower(_ index: Int) -> Int? {
    var next = index
    while next < article.words.count, next - index < 3, article.words[next].isWord,
      article.words[next].shape == .lower, article.classes(next).contains(.particle)
    {
      next += 1
    }
    if next > index, next < article.words.count {
      var target = next
      if article.words[target].kind == .hyphen, article.words[target].isJoined { target += 1 }
      if target < article.words.count, article.words[target].isWord,
        article.words[target].isCapitalized, !article.words[target].isSuffix, joins(index, target)
      {
        return target + 1
      }
    }
    return hasOrgHead || hasOrgTail ? body(index) : institution(index)
  }

  private func joins(_ particle: Int, _ target: Int) -> Bool {
    if hasOrgHead { return true }
    let isGenitive = article.classes(particle).contains(.functionWord)
    // Where the particle is another word of the language (Turkish de, Hungarian de), it joins nothing.
    if isGenitive, !article.speaks(["es", "pt", "it", "fr", "nl", "de", "en", "ro"]) {
      return false
    }
    guard isGenitive else { return true }
    // "de" and its like are prepositions too: José de la Torre, but Macron de France.
    let last = article.classes(end - 1)
    guard last.isDisjoint(with: [.place, .institution, .orgWord]),
      article.classes(target).isDisjoint(with: [
        .place, .institution, .role, .functionWord, .demonym,
      ])
    else { return false }
    if article.speaks(["nl", "pt"]) { return true }
    return !last.isDisjoint(with: [.givenName])
      || article.speaks(["es"]) && end - start == 1
        && article.facts(start).lower == 0
  }

  /// Ministry of Foreign Affairs, Parti socialiste.
  private func body(_ index: Int) -> Int? {
    let text = article.text(index)
    if Self.smallWords.contains(text), index + 1 < article.words.count {
      let isJoiner = ["and", "et", "e", "y", "și", "και", "i", "ve"].contains(text)
      if isJoiner, !(hasOrgHead && end - start > 2) { return nil }
      if ["of", "for", "on"].contains(text), article.text(index + 1) == "the",
        index + 2 < article.words.count,
        article.words[index + 2].isCapitalized
      {
        return index + 3
      }
      return article.words[index + 1].isCapitalized && article.words[index + 1].isWord
        ? index + 2 : nil
    }
    guard hasOrgHead, end == start + 1, article.classes(index).isEmpty else { return nil }
    let endings = [
      "iste", "ista", "ico", "ica", "ique", "ano", "ana", "ain", "aine", "al", "ale", "elle", "ême",
      "ivo", "iva", "ien", "ienne", "aire", "ario", "aria", "owa", "owy", "ski", "ska", "ny", "na",
      "eanu", "eană", "ală", "ional",
    ]
    return endings.contains { text.hasSuffix($0) } ? index + 1 : nil
  }

  /// Республиканская народная партия: a capital, small words, and the head word of a body.
  private func institution(_ index: Int) -> Int? {
    guard end == start + 1, article.speaks(Self.headLast),
      !article.words[start].startsSentence || article.facts(start).middle > 0
    else { return nil }
    let first = article.text(start)
    guard article.words[start].range.count > 6, Self.adjective.contains(where: first.hasSuffix)
    else { return nil }
    for next in index..<min(index + 3, article.words.count) {
      guard article.words[next].isWord, article.words[next].shape == .lower else { return nil }
      let classes = article.classes(next)
      if classes.contains(.orgWord) { return next + 1 }
      if !classes.isDisjoint(with: [.functionWord, .role]) { return nil }
    }
    return nil
  }

  private static let smallWords: Set<String> = [
    "of", "for", "on", "and", "the", "et", "e", "y", "și", "και", "i", "ve", "für", "des", "der",
  ]
  private static let headLast: [String] = ["ru", "uk", "be", "bg", "sr", "hr", "sl", "cs", "sk"]
  private static let adjective = [
    "ая", "ой", "ую", "ий", "ый", "ого", "ому", "ое", "ом", "ые", "ых", "ska", "ske", "ský", "ské",
    "ská", "cká", "cké", "ního", "ní", "ná", "né", "ný", "ski", "ски", "ска", "ско", "ске", "ську",
    "ська", "ської", "ський", "ній", "ної", "на", "не", "ту", "та", "ata", "ate", "ku",
  ]

  /// Jean-Luc, Ban Ki-moon, Bashar al-Assad.
  private func hyphen() -> Int? {
    guard article.words[end].isJoined, end + 1 < article.words.count, isHyphen(end)
    else { return nil }
    let after = article.words[end + 1]
    guard after.isWord, after.isJoined else { return nil }
    let before = article.classes(end - 1)
    let isName =
      !before.isDisjoint(with: [.institution, .place]) || article.words[end - 1].shape == .upper
    if after.isCapitalized {
      // Nato-Gipfel, SPD-Chef: a name made into a compound ends at the hyphen.
      if article.speaks(["de", "nl", "sv", "da", "nb", "fi"]),
        isName || article.classes(end + 1).contains(.role),
        !article.classes(end + 1).contains(.place), !before.contains(.givenName)
      {
        return nil
      }
      return end + 2
    }
    if isName || article.speaks(["hu", "fi", "tr", "az", "sv"]) { return nil }
    let isShort = after.range.count <= (after.script == .latin ? 5 : 10)
    if article.classes(end + 1).contains(.particle), end + 3 < article.words.count,
      article.words[end + 2].kind == .hyphen, article.words[end + 3].isCapitalized
    {
      return end + 4
    }
    return isShort && article.words[end - 1].range.count <= 14
      && !article.classes(end + 1).contains(.functionWord) ? end + 2 : nil
  }

  /// Whether a dash is a hyphen: the longer dashes stand between names, not in them.
  private func isHyphen(_ index: Int) -> Bool {
    let bytes = article.bytes[article.words[index].range]
    return bytes == [0x2D] || bytes == [0xE2, 0x80, 0x90] || bytes == [0xE2, 0x80, 0x91]
      || bytes == [0xD6, 0x8A]
  }

  /// The full stop behind an initial, and the ampersand between two partners.
  private func sign() -> Int? {
    guard end + 1 < article.words.count, article.words[end + 1].isCapitalized,
      article.words[end + 1].isWord
    else { return nil }
    switch article.sign(end) {
    case 0x2E:
      let previous = article.words[end - 1]
      guard article.words[end].isJoined else { return nil }
      let isAbbreviation = article.text(end - 1) == "St"
      return previous.shape == .initial || isAbbreviation ? end + 2 : nil
    case 0x26: return end + 2
    default: return nil
    }
  }

  /// Republican People's Party: the 's inside the name of a body.
  private func possessive() -> Int? {
    guard article.words[end].isJoined, end + 1 < article.words.count,
      article.speaks(["en"])
    else { return nil }
    var next = end + 1
    if article.words[next].isSuffix { next += 1 }
    for index in next..<min(next + 2, article.words.count) {
      guard article.words[index].isWord, article.words[index].isCapitalized else { return nil }
      if let term = article.terms[index], term.classes.contains(.orgWord),
        article.terms[start]?.classes.contains(.place) != true,
        !article.words[start].startsSentence
      {
        return index + 1
      }
    }
    return nil
  }
}
