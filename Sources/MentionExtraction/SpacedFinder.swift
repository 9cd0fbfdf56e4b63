// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Finds names in scripts that have spaces but no capitals: Arabic, Hebrew, Indic, Georgian.
///
/// Terms of the lexicon are taken with or without the letters that Arabic and Hebrew write onto
/// the word (و ب ل ك, ו ב ל מ ה ש); a given name takes the words after it; a title takes the name
/// it stands before. Found family names are then found again wherever they stand alone.
struct SpacedFinder {
  private let article: Article
  private(set) var candidates: [Candidate] = []
  private var isTaken: [Bool]
  private var names: Set<[UInt8]> = []

  init(_ article: Article) {
    self.article = article
    isTaken = [Bool](repeating: false, count: article.words.count)
  }

  mutating func find() {
    var index = 0
    while index < article.words.count {
      index = isHere(index) ? step(index) : index + 1
    }
    repeatNames()
  }

  /// Whether a word is written in a script that this finder reads.
  static func reads(_ word: Article.Word) -> Bool {
    word.isWord && !word.script.hasCase && !word.script.isUnspaced && word.script != .hangul
  }

  private func isHere(_ index: Int) -> Bool { Self.reads(article.words[index]) }

  private mutating func step(_ index: Int) -> Int {
    for count in WordPrefix.counts(article, index) {
      guard let term = InflectedTerm.term(article, index, droppingBytes: count) else { continue }
      if count > 0, term.end == index + 1, !isSafe(term, index, count) { continue }
      if term.classes.contains(.functionWord), count == 0, term.end == index + 1,
        !term.classes.contains(.givenName)
      {
        return index + 1
      }
      if term.classes.contains(.givenName), !term.classes.contains(.role) || term.end == index + 1,
        let end = person(index, hasCue: false)
      {
        take(index..<end, count, .init(person: 6))
        return end
      }
      if !term.classes.isDisjoint(with: [.institution, .place]) {
        take(
          index..<term.end, count,
          term.classes.contains(.institution) ? .init(org: 8) : .init(place: 6))
        return term.end
      }
      if !term.classes.isDisjoint(with: [.role, .honorific]) {
        return afterCue(term, index)
      }
      if term.classes.contains(.orgWord), let end = body(term.end, from: index) {
        take(index..<end, count, .init(org: 6))
        return end
      }
    }
    return index + 1
  }

  /// Whether a term behind a stripped letter is long enough not to be chance.
  private func isSafe(_ term: Article.Term, _ index: Int, _ count: Int) -> Bool {
    let length = article.vocabulary.key(article.words[index].key).count - count
    guard article.vocabulary.classes[article.words[index].key].isEmpty else { return false }
    return length >= 6 && term.classes.isDisjoint(with: [.functionWord])
  }

  /// What follows a title or role: adjectives and a country, then the name.
  private mutating func afterCue(_ term: Article.Term, _ index: Int) -> Int {
    var next = term.end
    var hasCountry = false
    for _ in 0..<3 where next < article.words.count && isHere(next) {
      if isAdjective(next) {
        next += 1
        continue
      }
      guard let place = article.terms[next], place.classes.contains(.place),
        !place.classes.contains(.givenName)
      else { break }
      take(next..<place.end, 0, .init(place: 6))
      next = place.end
      hasCountry = true
    }
    guard next < article.words.count, isHere(next), article.words[next].key >= 0 else {
      return next
    }
    let isGiven = article.classes(next).contains(.givenName)
    let isStrong = term.classes.contains(.honorific) || term.end > index + 1 || isDefinite(index)
    guard isGiven || isStrong && !hasCountry, let end = person(next, hasCue: true) else {
      return max(next, index + 1)
    }
    take(next..<end, 0, .init(person: 8))
    return end
  }

  /// Whether a role has its article, or belongs to a language where a bare role is a title.
  private func isDefinite(_ index: Int) -> Bool {
    let key = article.vocabulary.key(article.words[index].key)
    if key.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) || key.starts(with: [0xD7, 0x94]) {
      return true
    }
    return article.speaks(["hi", "ka"])
  }

  /// الروسي, הרוסי: an adjective with the article, as nationalities behind a role are.
  private func isAdjective(_ index: Int) -> Bool {
    let key = article.vocabulary.key(article.words[index].key)
    guard article.terms[index]?.classes.isDisjoint(with: [.place, .givenName]) ?? true else {
      return false
    }
    if key.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) {
      return key.ends(with: [0xD9, 0x8A]) || key.ends(with: [0xD9, 0x8A, 0xD8, 0xA9])
        || key.ends(with: [0xD9, 0x89])
    }
    return key.starts(with: [0xD7, 0x94])
      && (key.ends(with: [0xD7, 0x99]) || key.ends(with: [0xD7, 0x99, 0xD7, 0xAA]))
  }

  /// End of a person's name that opens at a word, nil when there is none.
  private func person(_ start: Int, hasCue: Bool) -> Int? {
    var end = start
    var hasFamily = false
    var words = 0
    while end < article.words.count, isHere(end) || isHyphen(end), words < 6 {
      if isHyphen(end) {
        guard end > start, end + 1 < article.words.count, isHere(end + 1) else { break }
        end += 2
        continue
      }
      let classes = article.classes(end).union(article.terms[end]?.classes ?? [])
      let isGiven = classes.contains(.givenName)
      let isParticle = classes.contains(.particle)
      if end > start, isParticle, end + 1 < article.words.count, isHere(end + 1),
        !article.classes(end + 1).contains(.functionWord)
      {
        end += 2
        words += 2
        hasFamily = true
        continue
      }
      if hasFamily {
        // كليتشدار أوغلو: a word that only closes family names.
        if isTail(end) { end += 1 }
        break
      }
      if isGiven {
        let entry = article.vocabulary.entries[article.words[end].key]
        if end > start, entry?.side(in: .givenName) == .family { hasFamily = true }
        end += 1
        words += 1
        continue
      }
      if end == start, !hasCue { return nil }
      let barred: LexicalClasses = [
        .functionWord, .role, .honorific, .orgWord, .placeWord, .institution, .place, .demonym,
      ]
      guard classes.isDisjoint(with: barred), article.words[end].range.count >= 5,
        !isVerb(end), !isAdjective(end)
      else { break }
      hasFamily = true
      end += 1
      words += 1
    }
    while end > start, !article.words[end - 1].isWord { end -= 1 }
    if end == start { return nil }
    return hasCue || words >= 2 ? end : nil
  }

  private func isHyphen(_ index: Int) -> Bool {
    article.words[index].kind == .hyphen && article.words[index].isJoined
      && index + 1 < article.words.count && article.words[index + 1].isJoined
  }

  private func isTail(_ index: Int) -> Bool {
    Self.tails.contains(Array(article.vocabulary.key(article.words[index].key)))
  }

  /// Words that report, and so end a name.
  private func isVerb(_ index: Int) -> Bool {
    Self.verbs.contains(Array(article.vocabulary.key(article.words[index].key)))
  }

  private static let tails: Set<[UInt8]> = Set(
    ["أوغلو", "اوغلو", "اوغلی", "اوغلو", "زاده", "نژاد", "پور", "خان", "سعود", "ابن"].map {
      Array($0.utf8)
    })

  private static let verbs: Set<[UInt8]> = Set(
    """
    قال قالت يقول صرح أكد اكد اعلن أعلن أضاف اضاف وصل زار التقى طالب دعا ذكر رفض اتهم انتقد وصف بحث ناقش يزور \
    گفت کرد افزود اعلام تاکید خواست داد رفت شد دیدار درباره برای است بود \
    אמר אמרה ביקר פגש הודיע מסר טען הוסיף ציין הגיב דחה קרא נפגש הגיע אמש אתמול היום צפוי יהיה הבטיח הכחיש דרש \
    ने को के का की से में और पर है था थे
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

  /// حزب الشعب: a body's head word and the words with the article behind it.
  private func body(_ start: Int, from index: Int) -> Int? {
    var end = start
    while end < article.words.count, end < start + 2, isHere(end) {
      let key = article.vocabulary.key(article.words[end].key)
      let isPlace = article.terms[end]?.classes.contains(.place) ?? false
      let hasArticle = key.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) && key.count >= 8
      guard isPlace || hasArticle, article.classes(end).isDisjoint(with: [.functionWord, .role])
      else { break }
      end = isPlace ? article.terms[end]?.end ?? end + 1 : end + 1
      if isPlace { break }
    }
    return end > start ? end : nil
  }

  private mutating func take(_ words: Range<Int>, _ dropped: Int, _ votes: Candidate.Votes) {
    let first = article.words[words.lowerBound].range
    let end = article.words[words.upperBound - 1].range.upperBound
    candidates.append(
      Candidate(words: words, range: min(first.lowerBound + dropped, end)..<end, votes: votes))
    for index in words { isTaken[index] = true }
    guard votes.person > 0 else { return }
    var last = words.upperBound - 1
    if words.count > 2, isTail(last) { last -= 1 }
    let key = Array(article.vocabulary.key(article.words[last].key))
    if key.count >= 6, !isTail(last),
      article.classes(last).isDisjoint(with: [.functionWord, .placeWord])
    {
      names.insert(key)
    }
  }

  /// Finds the family names that were found once wherever they stand alone.
  private mutating func repeatNames() {
    for index in article.words.indices where !isTaken[index] && isHere(index) {
      let key = Array(article.vocabulary.key(article.words[index].key))
      for count in WordPrefix.counts(article, index) {
        let rest = Array(key.dropFirst(count))
        guard names.contains(rest) || InflectedTerm.isForm(rest, of: names, article) else {
          continue
        }
        let hasTail = index + 1 < article.words.count && isHere(index + 1) && isTail(index + 1)
        take(index..<index + (hasTail ? 2 : 1), count, .init(person: 1))
        break
      }
    }
  }
}

extension ArraySlice<UInt8> {
  func ends(with suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
