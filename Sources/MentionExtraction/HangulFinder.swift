// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Finds names in Korean: lexicon terms and found names with a particle behind them, and the words
/// before a role or form of address.
struct HangulFinder {
  private let article: Article
  private(set) var candidates: [Candidate] = []
  private var isTaken: [Bool]
  private var names: Set<[UInt8]> = []

  init(_ article: Article) {
    self.article = article
    isTaken = [Bool](repeating: false, count: article.words.count)
  }

  mutating func find() {
    for index in article.words.indices where isHere(index) && !isTaken[index] { terms(index) }
    for index in article.words.indices where isHere(index) { beforeRole(index) }
    for index in article.words.indices where isHere(index) && !isTaken[index] { repeated(index) }
  }

  private func isHere(_ index: Int) -> Bool {
    article.words[index].isWord && article.words[index].script == .hangul
  }

  private func key(_ index: Int) -> [UInt8] {
    Array(article.vocabulary.key(article.words[index].key))
  }

  /// Byte lengths that leave nothing, or a particle, behind; the longest first.
  private func stems(_ key: [UInt8]) -> [Int] {
    var lengths = [key.count]
    for particle in Self.particles
    where key.count > particle.count && key.suffix(particle.count).elementsEqual(particle) {
      lengths.append(key.count - particle.count)
    }
    return lengths
  }

  private mutating func terms(_ index: Int) {
    if let term = article.terms[index], term.end > index + 1,
      !term.classes.isDisjoint(with: [.institution, .place])
    {
      take(index..<term.end, length: nil, votes(term.classes))
      return
    }
    let key = key(index)
    for length in stems(key) where length >= 6 {
      guard let entry = article.vocabulary.lexicon.entry(of: key.span.extracting(0..<length)),
        entry.isTerm
      else { continue }
      let classes = entry.classes(in: article.languages)
      if !classes.isDisjoint(with: [.institution, .place]),
        classes.isDisjoint(with: [.functionWord])
      {
        take(index..<index + 1, length: length, votes(classes))
        return
      }
    }
  }

  private func votes(_ classes: LexicalClasses) -> Candidate.Votes {
    classes.contains(.institution) ? .init(org: 8) : .init(place: 6)
  }

  /// Length of the role or form of address that a word begins with, 0 when it is none.
  private func isRole(_ index: Int) -> Bool {
    let key = key(index)
    for length in stems(key) {
      let classes = article.vocabulary.lexicon.classes(
        of: key.span.extracting(0..<length), in: article.languages)
      if !classes.isDisjoint(with: [.role, .honorific]) { return true }
    }
    return article.terms[index]?.classes.contains(.role) ?? false
  }

  /// 레제프 타이이프 에르도안 튀르키예 대통령은: the words before the role, past the country.
  private mutating func beforeRole(_ role: Int) {
    guard isRole(role), !isTaken[role] else { return }
    var end = role
    // 외교부 장관, and the country between the name and the role.
    while end > 0, role - end < 3, isHere(end - 1), isTaken[end - 1] || isRole(end - 1) { end -= 1 }
    guard end > 0 else { return }
    var start = end
    while start > 0, end - start < 3, isHere(start - 1), !isTaken[start - 1], isNameWord(start - 1)
    {
      start -= 1
      // A Korean name is one word of a family name and two syllables.
      if end - start == 1, isKoreanName(start) { break }
    }
    guard start < end else { return }
    take(start..<end, length: nil, .init(person: 8))
  }

  private func isKoreanName(_ index: Int) -> Bool {
    let key = key(index)
    guard (6...12).contains(key.count) else { return false }
    let family = key.span.extracting(0..<3)
    guard article.vocabulary.lexicon.classes(of: family, in: article.languages).contains(.givenName)
    else {
      return false
    }
    return key.count == 9
  }

  private func isNameWord(_ index: Int) -> Bool {
    let key = key(index)
    guard !Self.common.contains(key),
      article.classes(index).isDisjoint(with: [
        .role, .honorific, .orgWord, .functionWord, .placeWord,
      ])
    else { return false }
    if isKoreanName(index) { return true }
    if key.count < 6 {
      return index + 1 < article.words.count && key.count == 3 && Self.foreign.contains(key)
    }
    return !Self.closing.contains { key[...].ends(with: Array($0.utf8)) }
  }

  private mutating func take(_ words: Range<Int>, length: Int?, _ votes: Candidate.Votes) {
    let last = article.words[words.upperBound - 1].range
    // Hangul takes three bytes a syllable in the key and in composed text alike.
    let end = min(last.lowerBound + (length ?? last.count), last.upperBound)
    let start = article.words[words.lowerBound].range.lowerBound
    guard start < end else { return }
    candidates.append(Candidate(words: words, range: start..<end, votes: votes))
    for index in words { isTaken[index] = true }
    guard votes.person > 0 else { return }
    let key = Array(key(words.upperBound - 1).prefix(length ?? .max))
    if key.count >= 6 { names.insert(key) }
  }

  private mutating func repeated(_ index: Int) {
    let key = key(index)
    for length in stems(key) where names.contains(Array(key.prefix(length))) {
      take(index..<index + 1, length: length, .init(person: 1))
      return
    }
  }

  private static let particles: [[UInt8]] = words(
    """
    은 는 이 가 을 를 의 에 에서 에게 와 과 도 로 으로 만 부터 까지 께서 이라고 라고 이다 측 측은 측이 보다 처럼 \
    에는 에도 에선 에서는 에서도 이나 나 으로부터 로부터 에게서 한테 과의 와의 으로의 이며 며 인 만이 조차 마저 씨 씨는 씨가 씨의 \
    의원 대통령 총리 장관 대표 위원장 대통령은 대통령이 총리는 총리가 행 발 산 군 군은 군이
    """)
  private static let common = Set(
    words(
      """
      이날 지난 당시 그러나 한편 또한 최근 앞서 이어 대해 특히 반면 다만 오는 이번 다른 같은 모든 여러 새로운 전직 현직 신임 \
      양국 각국 정부 국제 세계 해당 관련 주요 차기 역대 여성 남성 미국의 유력 이후 이전 오전 오후 올해 내년 작년 어제 오늘 \
      함께 통해 위해 따라 따르면 대한 위한 밝힌 말한 했던 있는 없는 하는 되는 된 한 전 현 등 및 또 그 이 저 두 세
      """))
  private static let foreign = Set(
    words("조 존 빌 짐 톰 밥 잭 닉 댄 론 팀 맷 벤 샘 켄 딕 폴 얀 한 장 안 엘 알 빈 판 폰 데 시 리"))
  private static let closing = [
    "은", "는", "을", "를", "의", "에", "와", "과", "도", "고", "며", "한", "던", "된", "적", "들", "했다", "에서",
    "으로", "까지", "부터",
  ]

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }
}
