// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Finds names in Chinese and Japanese, and lexicon terms in Thai.
///
/// The text is read character by character: the longest lexicon term first, then names by their
/// shape: katakana and transliteration strings, a family name and its one or two characters beside
/// a role, a form of address or a word of reporting.
struct HanFinder {
  /// One character with its place and its form in the key.
  struct Letter {
    var start: Int
    var value: UInt32
    var key: ArraySlice<UInt8>
    var script: Script
  }

  private struct Found {
    var end: Int
    var classes: LexicalClasses
    var entry: Lexicon.Entry
  }

  private let article: Article
  private let isJapanese: Bool
  private(set) var candidates: [Candidate] = []
  private var letters: [Letter] = []
  private var found: [Found?] = []
  private var names: Set<[UInt8]> = []

  init(_ article: Article) {
    self.article = article
    isJapanese = article.speaks(["ja"])
  }

  mutating func find() {
    read()
    found = letters.indices.map(longest)
    var index = 0
    while index < letters.count { index = step(index) }
    repeatNames()
  }

  /// Reads the words of unspaced scripts, with dots between their parts.
  private mutating func read() {
    var normalizer = TextNormalizer(.key)
    var buffer = ByteBuffer(capacity: 64)
    let article = article
    let bytes = article.bytes.span
    var letters: [Letter] = []
    for word in article.words {
      let isDot =
        word.kind == .sign && HanShape.isDot(bytes.scalar(at: word.range.lowerBound).value)
      guard word.isWord && word.script.isUnspaced || isDot else {
        // A gap that no term crosses.
        letters.append(Letter(start: word.range.lowerBound, value: 0, key: [], script: .common))
        continue
      }
      var position = word.range.lowerBound
      while position < word.range.upperBound {
        let decoded = bytes.scalar(at: position)
        buffer.removeAll()
        normalizer.normalize(bytes.extracting(position..<position + decoded.length), into: &buffer)
        let script = CharacterProperties(decoded.value).script
        letters.append(
          Letter(
            start: position, value: decoded.value, key: buffer.array()[...],
            script: isDot
              ? .common : script == .common || script == .inherited ? word.script : script))
        position += decoded.length
      }
    }
    letters.append(Letter(start: bytes.count, value: 0, key: [], script: .common))
    self.letters = letters
  }

  private func longest(_ start: Int) -> Found? {
    var key: [UInt8] = []
    var best: Found?
    var index = start
    while index < letters.count, !letters[index].key.isEmpty, index - start < 24 {
      key += letters[index].key
      index += 1
      guard let entry = article.vocabulary.lexicon.entry(of: key.span) else { break }
      let classes = entry.classes(in: article.languages)
      if !classes.isEmpty { best = Found(end: index, classes: classes, entry: entry) }
      if !entry.isPrefix { break }
    }
    return best
  }

  private mutating func step(_ index: Int) -> Int {
    if let end = katakana(index) ?? transliteration(index) { return end }
    if let term = found[index], term.end > index + 1 {
      if !term.classes.isDisjoint(with: [.institution, .place]), !cutsKatakana(index, term.end) {
        var end = term.end
        // 浙江省, カリフォルニア州: the kind of place belongs to the name.
        if term.classes.contains(.place), let word = found[end], word.classes.contains(.placeWord),
          word.end == end + 1, HanShape.placeTails.contains(letters[end].value)
        {
          end += 1
        }
        take(index..<end, term.classes.contains(.institution) ? .init(org: 8) : .init(place: 6))
        return end
      }
      if !term.classes.isDisjoint(with: [.role, .honorific]) {
        return afterRole(term.end) ?? term.end
      }
    }
    if let end = nativeName(index) {
      take(index..<end, .init(person: 8))
      return end
    }
    if let term = found[index], term.end > index + 1, !term.classes.contains(.givenName) {
      return term.end
    }
    return index + 1
  }

  /// A term that ends inside a longer word of katakana is another word.
  private func cutsKatakana(_ start: Int, _ end: Int) -> Bool {
    letters[end - 1].script == .katakana && end < letters.count && letters[end].script == .katakana
      || letters[start].script == .katakana && start > 0 && letters[start - 1].script == .katakana
  }

  /// A run of katakana with its dots: a name when it has two parts or a role behind it.
  private mutating func katakana(_ start: Int) -> Int? {
    guard letters[start].script == .katakana, start == 0 || letters[start - 1].script != .katakana
    else { return nil }
    var end = start
    var dots = 0
    while end < letters.count {
      if letters[end].script == .katakana {
        end += 1
      } else if HanShape.isDot(letters[end].value), end + 1 < letters.count,
        letters[end + 1].script == .katakana
          || letters[end + 1].script == .han && letters[end + 1].value == 0
      {
        dots += 1
        end += 1
      } else {
        break
      }
    }
    if let term = found[start], term.end >= end,
      !term.classes.isDisjoint(with: [.institution, .place])
    {
      return nil
    }
    let hasRole = isCue(end)
    guard dots > 0 || hasRole, end - start >= 2 else { return dots > 0 ? end : nil }
    // Two places or bodies with a dot between them are a list.
    if let term = found[start], HanShape.isDot(letters[min(term.end, letters.count - 1)].value),
      !term.classes.isDisjoint(with: [.institution, .place]), !hasRole
    {
      return nil
    }
    take(start..<end, .init(person: hasRole ? 8 : 4))
    return end
  }

  /// Whether a role or form of address begins at a place.
  private func isCue(_ index: Int) -> Bool {
    guard index < found.count, let term = found[index] else { return false }
    return !term.classes.isDisjoint(with: [.role, .honorific])
  }

  /// Characters that Chinese writes foreign names with, in a run.
  private mutating func transliteration(_ start: Int) -> Int? {
    guard !isJapanese, HanShape.transliterates.contains(letters[start].value) else { return nil }
    if let term = found[start], term.end > start + 1,
      !term.classes.isDisjoint(with: [.institution, .place, .role])
    {
      return nil
    }
    var end = start
    var dots = 0
    while end < letters.count, end - start < 24 {
      if HanShape.isDot(letters[end].value), end > start {
        dots += 1
      } else if !HanShape.transliterates.contains(letters[end].value) {
        break
      } else if end > start, dots == 0 || !HanShape.isDot(letters[end - 1].value),
        let term = found[end], term.end > end + 1,
        !term.classes.isDisjoint(with: [.role, .place, .institution]), end - start >= 2
      {
        break
      }
      end += 1
    }
    while end > start, HanShape.isDot(letters[end - 1].value) {
      end -= 1
      dots -= 1
    }
    let hasCue = isCue(end) || start > 0 && followsRole(start) || isReport(end)
    guard
      dots > 0 && end - start >= 4
        || hasCue && end - start >= 2 && (end - start >= 3 || followsRole(start) || isCue(end))
    else { return nil }
    take(start..<end, .init(person: dots > 0 || hasCue ? 8 : 2))
    return end
  }

  private func followsRole(_ index: Int) -> Bool {
    for length in 1...5 where index - length >= 0 {
      if let term = found[index - length], term.end == index,
        term.classes.contains(.role), length > 1
      {
        return true
      }
    }
    return false
  }

  private func isReport(_ index: Int) -> Bool {
    guard index < letters.count else { return false }
    if HanShape.reportOne.contains(letters[index].value) { return true }
    guard index + 1 < letters.count else { return false }
    return HanShape.reportTwo.contains([letters[index].value, letters[index + 1].value])
  }

  /// 主席习近平: a Chinese name behind its role.
  private mutating func afterRole(_ start: Int) -> Int? {
    guard !isJapanese, start < letters.count else { return nil }
    if let end = transliteration(start) { return end }
    guard let end = nativeEnd(start, hasCue: true) else { return nil }
    take(start..<end, .init(person: 8))
    return end
  }

  /// Length of a family name at a place, 0 when there is none.
  private func family(_ index: Int) -> Int {
    var best = 0
    var key: [UInt8] = []
    for end in index..<min(index + 3, letters.count) where letters[end].script == .han {
      guard end == index + key.count / 3 else { break }
      key += letters[end].key
      if let entry = article.vocabulary.lexicon.entry(of: key.span),
        entry.classes(in: .all).contains(.givenName),
        entry.side(in: .givenName) == .family
      {
        best = end + 1 - index
      }
    }
    return best
  }

  private func nativeName(_ index: Int) -> Int? {
    if isJapanese, index > 0, letters[index - 1].script == .han, !endsTerm(index) { return nil }
    return nativeEnd(index, hasCue: false)
  }

  private func endsTerm(_ index: Int) -> Bool {
    for length in 2...6 where index - length >= 0 {
      if let term = found[index - length], term.end == index { return true }
    }
    return false
  }

  /// End of a family name and its one or two characters, if something beside it says so.
  private func nativeEnd(_ index: Int, hasCue: Bool) -> Int? {
    let family = family(index)
    guard family > 0 else { return nil }
    let longest = isJapanese ? 3 : 2
    for given in stride(from: longest, through: 0, by: -1) {
      let end = index + family + given
      guard end < letters.count, given > 0 || isJapanese || hasCue && family > 1 else { continue }
      let inner = index + family..<end
      guard
        inner.allSatisfy({
          letters[$0].script == .han && !HanShape.never.contains(letters[$0].value)
        })
      else { continue }
      if isCue(end), given > 0 || isJapanese { return end }
      if !isJapanese, isReport(end), given > 0 { return end }
      if hasCue, given > 0,
        letters[end].script != .han || HanShape.never.contains(letters[end].value)
      {
        return end
      }
    }
    if hasCue, !isJapanese, index + family + 2 < letters.count,
      (index + family..<index + family + 2).allSatisfy({
        letters[$0].script == .han && !HanShape.never.contains(letters[$0].value)
      })
    {
      return index + family + 2
    }
    return nil
  }

  private mutating func take(_ range: Range<Int>, _ votes: Candidate.Votes) {
    let bytes = letters[range.lowerBound].start..<end(of: range.upperBound - 1)
    candidates.append(Candidate(words: article.words(in: bytes), range: bytes, votes: votes))
    guard votes.person >= 4 else { return }
    names.insert(key(range))
    // The last part of a dotted name stands alone later.
    if let dot = range.last(where: { HanShape.isDot(letters[$0].value) }),
      range.upperBound - dot > 2
    {
      names.insert(key(dot + 1..<range.upperBound))
    }
  }

  private func key(_ range: Range<Int>) -> [UInt8] {
    range.reduce(into: []) { $0 += letters[$1].key }
  }

  private func end(of index: Int) -> Int {
    letters[index].start
      + (letters[index].value < 0x80
        ? 1 : letters[index].value < 0x800 ? 2 : letters[index].value < 0x10000 ? 3 : 4)
  }

  /// Finds the names that were found once wherever else they stand.
  private mutating func repeatNames() {
    let longest = names.map(\.count).max() ?? 0
    guard longest > 0 else { return }
    let taken = candidates.map(\.range.lowerBound).sorted()
    var known = Set(taken)
    for start in letters.indices
    where letters[start].value != 0 && !known.contains(letters[start].start) {
      if isJapanese, letters[start].script == .katakana, start > 0,
        letters[start - 1].script == .katakana
      {
        continue
      }
      var key: [UInt8] = []
      var best: Int?
      var index = start
      while index < letters.count, letters[index].value != 0, key.count < min(longest, 96) {
        key += letters[index].key
        index += 1
        if key.count >= 6, names.contains(key) { best = index }
      }
      guard let best, !(letters[best - 1].script == .katakana && letters[best].script == .katakana)
      else { continue }
      let bytes = letters[start].start..<end(of: best - 1)
      candidates.append(
        Candidate(words: article.words(in: bytes), range: bytes, votes: .init(person: 1)))
      known.insert(bytes.lowerBound)
    }
  }
}
