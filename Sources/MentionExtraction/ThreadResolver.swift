// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Joins the distinct names of one article, then places each short form.
struct ThreadResolver {
  private var names: [ThreadName] = []
  private var kinds: [NameKind?] = []
  private var surfaces = ByteInterner()
  private var parents: [Int] = []
  /// Name and bytes of each mention, in the order of the text.
  private var mentions: [(name: Int, range: Range<Int>)] = []
  private var byWord: [[UInt8]: [Int]] = [:]
  /// Thread of each mention, once resolved.
  private(set) var threads: [Int] = []
  private let languages: Lexicon.Languages

  init(_ languages: Lexicon.Languages) { self.languages = languages }

  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, _ kind: NameKind?) {
    let number = surfaces.intern(text)
    if number == names.count {
      names.append(ThreadName(text, .standard, languages))
      kinds.append(kind)
      parents.append(number)
    } else if kinds[number] == nil {
      kinds[number] = kind
    }
    mentions.append((number, range))
  }

  mutating func resolve(_ text: Span<UInt8>) {
    joinGroups()
    joinByWords()
    joinAcronyms(text)
    place()
  }

  private func root(_ name: Int) -> Int {
    var name = name
    while parents[name] != name { name = parents[name] }
    return name
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (low, high) = (min(root(a), root(b)), max(root(a), root(b)))
    parents[high] = low
  }

  private mutating func joinGroups() {
    var first: [Int: Int] = [:]
    for (number, name) in names.enumerated() {
      guard let group = name.group, kinds[number] != .person else { continue }
      if let known = first[group] { join(known, number) } else { first[group] = number }
    }
  }

  /// First letters of a word: what its case forms share.
  private func bucket(_ word: [UInt8]) -> [UInt8] {
    var end = 0
    // Two characters may be a whole family name in Chinese and Japanese.
    let letters = (word.first ?? 0) >= 0xE3 ? 1 : 3
    for _ in 0..<letters where end < word.count { end += word.span.scalar(at: end).length }
    return Array(word[0..<min(end, word.count)])
  }

  /// Joins names that have equally many words in agreement, and long forms that name one person.
  private mutating func joinByWords() {
    for (number, name) in names.enumerated() {
      for word in Set(name.tokens.map(bucket)).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        byWord[word, default: []].append(number)
      }
    }
    for (number, name) in names.enumerated() {
      guard let last = name.tokens.last else { continue }
      // A word that a great many names share tells nothing; this also bounds the work.
      let others = byWord[bucket(last)] ?? []
      for other in others.prefix(200) where other < number && root(other) != root(number) {
        if agree(number, other), !conflicts(number, other) { join(number, other) }
      }
    }
  }

  private func agree(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (names[a], names[b])
    if let kindA = kinds[a], let kindB = kinds[b], kindA != kindB { return false }
    if x.tokens.count == y.tokens.count,
      zip(x.tokens, y.tokens).allSatisfy({ ThreadName.same($0, $1) })
    {
      return true
    }
    guard x.tokens.count > 1, y.tokens.count > 1, !x.hasBody, !y.hasBody,
      kinds[a] != .org, kinds[a] != .place, kinds[b] != .org, kinds[b] != .place
    else { return false }
    return x.agrees(with: y)
  }

  /// Whether joining would put two long forms with different given names into one thread.
  private func conflicts(_ a: Int, _ b: Int) -> Bool {
    let (rootA, rootB) = (root(a), root(b))
    guard names[a].tokens.count > 1, let last = names[a].tokens.last else { return false }
    for other in (byWord[bucket(last)] ?? []).prefix(200) where names[other].tokens.count > 1 {
      let itsRoot = root(other)
      if itsRoot == rootB, !agree(a, other) { return true }
      if itsRoot == rootA, !agree(b, other) { return true }
    }
    return false
  }

  private mutating func joinAcronyms(_ text: Span<UInt8>) {
    var byInitials: [[UInt8]: Int] = [:]
    for (number, name) in names.enumerated() where name.tokens.count > 1 && kinds[number] != .person
    {
      if byInitials[name.initials] == nil { byInitials[name.initials] = number }
    }
    for (number, name) in names.enumerated() where name.isAcronym {
      if let long = byInitials[name.tokens[0]] { join(number, long) }
    }
    // Long form (ACRONYM), whatever its letters.
    for (first, second) in zip(mentions, mentions.dropFirst())
    where names[second.name].isAcronym && !names[first.name].isAcronym {
      let gap = first.range.upperBound..<max(first.range.upperBound, second.range.lowerBound)
      guard gap.count <= 3, kinds[first.name] != .person, names[first.name].tokens.count > 1,
        text.extracting(gap).array.contains(0x28)
      else { continue }
      join(first.name, second.name)
    }
  }

  /// Gives each mention its thread; a short form goes to the long form that fits best.
  private mutating func place() {
    var latest: [Int: Int] = [:]
    var result: [Int] = []
    for (place, mention) in mentions.enumerated() {
      var chosen = root(mention.name)
      let name = names[mention.name]
      if name.tokens.count == 1, let word = name.tokens.first, kinds[mention.name] != .place,
        name.group == nil || kinds[mention.name] == .person,
        kinds[mention.name] != .org || !name.isAcronym
      {
        var best = (rank: 0, place: Int.min)
        for long in (byWord[bucket(word)] ?? []).prefix(200)
        where kinds[long] != .place && !names[long].hasBody && kinds[long] != .org {
          let rank = names[long].rank(ofShort: name)
          guard rank > 0 else { continue }
          let seen = latest[root(long)] ?? -long - 1
          if (rank, seen) > best {
            best = (rank, seen)
            chosen = root(long)
          }
        }
      }
      if name.tokens.count > 1 || chosen == root(mention.name) { latest[chosen] = place }
      result.append(chosen)
    }
    var numbers: [Int: Int] = [:]
    threads = result.map { root in
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      return number
    }
  }
}
