// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction
internal import NameModel
internal import TextNormalization

/// Turns groups of threads into entities with a best name, spellings and an id.
struct EntityBuilder {
  let articles: [ArticleNames]
  let threads: [StoryName]

  func entities(of groups: [[Int]]) -> [Entity] {
    var entities = groups.map(entity)
    entities.sort { first, second in
      first.places.count != second.places.count
        ? first.places.count > second.places.count
        : (first.name, first.kind.rawValue) < (second.name, second.kind.rawValue)
    }
    var identifiers = EntityIdentifiers()
    var normalizer = TextNormalizer(.key)
    for index in entities.indices {
      entities[index].id = identifiers.next(
        key: Array(normalizer.normalize(entities[index].name).utf8),
        kind: entities[index].kind.rawValue)
    }
    return entities
  }

  private func entity(_ group: [Int]) -> Entity {
    var counts: [String: Int] = [:]
    var languages: [String: Set<String>] = [:]
    var kinds: [NameKind: Int] = [:]
    var places: [Entity.Place] = []
    for number in group {
      let thread = threads[number]
      kinds[thread.kind, default: 0] += thread.mentions.count
      for mention in thread.mentions {
        let name = articles[thread.article].mentions[mention].name
        counts[name, default: 0] += 1
        let language = articles[thread.article].language
        if !language.isEmpty { languages[name, default: []].insert(language) }
        places.append(Entity.Place(article: thread.article, mention: mention))
      }
    }
    places.sort { ($0.article, $0.mention) < ($1.article, $1.mention) }
    let forms = counts.keys
      .map { Entity.Form(name: $0, count: counts[$0] ?? 0, languages: (languages[$0] ?? []).sorted()) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
    let kind = NameKind.allCases.max { (kinds[$0] ?? 0) < (kinds[$1] ?? 0) } ?? .person
    return Entity(
      id: "", name: bestName(of: group, counts: counts), kind: kind, forms: forms, places: places)
  }

  /// The best name: a full one before a short one, then the most frequent, a Latin one before
  /// others, and the longest; byte order decides the rest.
  private func bestName(of group: [Int], counts: [String: Int]) -> String {
    struct Rank: Comparable {
      var words: Int
      var isLatin: Bool
      var count: Int
      var length: Int
      static func < (a: Rank, b: Rank) -> Bool {
        if a.isLatin != b.isLatin { return b.isLatin }
        if a.words != b.words { return a.words < b.words }
        if a.count != b.count { return a.count < b.count }
        return a.length < b.length
      }
    }
    var best: (name: String, rank: Rank)?
    for number in group {
      let thread = threads[number]
      let rank = Rank(
        words: min(2, thread.best.tokens.count { !$0.isOptional }),
        isLatin: thread.best.tokens.contains { $0.script == .latin },
        count: counts[thread.bestText] ?? 0, length: thread.bestText.utf8.count)
      guard let current = best else {
        best = (thread.bestText, rank)
        continue
      }
      if current.rank < rank || current.rank == rank && thread.bestText < current.name {
        best = (thread.bestText, rank)
      }
    }
    return best?.name ?? ""
  }
}
