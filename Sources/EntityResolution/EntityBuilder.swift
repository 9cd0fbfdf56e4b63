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
      .map {
        Entity.Form(name: $0, count: counts[$0] ?? 0, languages: (languages[$0] ?? []).sorted())
      }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
    let kind = NameKind.allCases.max { (kinds[$0] ?? 0) < (kinds[$1] ?? 0) } ?? .person
    return Entity(
      id: "", name: bestName(of: group, as: kind, counts: counts, languages: languages),
      kind: kind, forms: forms, places: places)
  }

  /// How fit a form is to stand for its entity; the greatest is the best name.
  private struct Rank: Comparable {
    /// A Latin form before others: it is what most readers of a mixed wire can read.
    var isLatin: Bool
    /// A person's full name before a bare surname; other names may well be one word.
    var isFull: Bool
    /// A form that English copy uses, where the wire has English copy: desks share it.
    var isEnglish: Bool
    /// Mentions of all forms with the same match key.
    var count: Int
    var length: Int

    static func < (a: Rank, b: Rank) -> Bool {
      func order(_ rank: Rank) -> (Int, Int, Int, Int, Int) {
        (
          rank.isLatin ? 1 : 0, rank.isFull ? 1 : 0, rank.isEnglish ? 1 : 0, rank.count,
          rank.length
        )
      }
      return order(a) < order(b)
    }
  }

  /// The best name among the fullest forms of the threads; byte order decides between equals.
  private func bestName(
    of group: [Int], as kind: NameKind, counts: [String: Int], languages: [String: Set<String>]
  ) -> String {
    var normalizer = TextNormalizer(.key)
    var keyCounts: [[UInt8]: Int] = [:]
    for (name, count) in counts {
      keyCounts[Array(normalizer.normalize(name).utf8), default: 0] += count
    }
    var best: (name: String, rank: Rank)?
    for number in group {
      let thread = threads[number]
      let rank = Rank(
        isLatin: thread.best.tokens.contains { $0.script == .latin },
        isFull: kind != .person || thread.best.tokens.count { !$0.isOptional } > 1,
        isEnglish: languages[thread.bestText]?.contains("en") == true,
        count: keyCounts[thread.best.key] ?? 0,
        length: thread.bestText.utf8.count)
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
