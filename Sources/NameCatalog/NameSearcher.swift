// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
public import NameModel

/// A name that a search found.
public struct SearchResult: Sendable, Equatable {
  /// Id of what it names.
  public var id: String
  /// The name as it stands in the index.
  public var name: String
  /// Probability that the query names the same, `0...1`.
  public var score: Double
}

/// Searches an index with the changes beside it; one for each thread.
public struct NameSearcher: ~Copyable {
  /// The index and its changes.
  private var parts: [SearchPart]
  private var parser = NameParser()
  private var comparator: NameComparator
  /// The query and the names that it is compared with.
  private var interned: InternedNames
  /// Words that are kept from query to query.
  private static let mostWords = 4096

  /// Names that are compared in full, at most; from 100 to 300 one query in five hundred gets
  /// another first result.
  public static let mostCompared = 100
  /// Names that are compared even when a result is found that none of them can outrank.
  public static let fewestCompared = 40

  /// Creates a searcher with its own scratch memory.
  public init(
    _ index: NameIndex, model: ComparisonModel = .standard, spelling: SpellingModel = .standard
  ) {
    comparator = NameComparator(model: model, spelling: spelling)
    interned = InternedNames(spelling: spelling)
    parts = [SearchPart(index)]
    if let changes = index.changes { parts.append(SearchPart(changes)) }
  }

  /// What the search compares in full.
  public enum Scope: Sendable {
    /// The names that the word vectors find.
    case candidates
    /// Every name: slow, to measure what the other loses.
    case everything
  }

  /// Finds what a query names.
  ///
  /// - Parameters:
  ///   - query: A name in any script.
  ///   - kind: What it names, if known; names of another kind are left out.
  ///   - limit: Most results.
  ///   - minimumScore: Results below it are left out.
  ///   - scope: Which names are compared.
  /// - Returns: One result for each id, best first; equals by letters left over, then by id.
  public mutating func search(
    _ query: Span<UInt8>, kind: NameKind? = nil, limit: Int = 10, minimumScore: Double = 0,
    scope: Scope = .candidates
  ) -> [SearchResult] {
    let name = parser.parse(query, kind: kind)
    guard !name.tokens.isEmpty else { return [] }
    var best: [Int: Found] = [:]
    for part in parts.indices { parts[part].begin() }
    if interned.wordCount > Self.mostWords { interned.removeAll() } else { interned.removeNames() }
    interned.add(name)
    switch scope {
    case .candidates:
      compareBest(
        name, candidates(name, kind), limit: limit, minimumScore: minimumScore, &best)
    case .everything:
      for part in parts.indices {
        parts[part].candidates.prepare(name, isExhaustive: true)
        for number in 0..<parts[part].index.count where parts[part].isWanted(number, kind) {
          let shortfall = parts[part].candidates.shortfall(of: number)
          compare(
            name, Candidate(part: part, name: number, shortfall: shortfall), minimumScore, &best)
        }
      }
    }
    let ranked = best.map { (entity: $0.key, found: $0.value) }.sorted { a, b in
      if a.found.score != b.found.score { return a.found.score > b.found.score }
      if a.found.leftOver != b.found.leftOver { return a.found.leftOver < b.found.leftOver }
      return id(of: a.found).lexicographicallyPrecedes(id(of: b.found))
    }
    return ranked.prefix(limit).map { _, found in
      SearchResult(
        id: String(decoding: id(of: found), as: UTF8.self),
        name: String(decoding: parts[found.part].index.name(found.name), as: UTF8.self),
        score: found.score)
    }
  }

  /// Finds what a query names, from a string.
  public mutating func search(
    _ query: String, kind: NameKind? = nil, limit: Int = 10
  ) -> [SearchResult] {
    search(query.utf8Span.span, kind: kind, limit: limit)
  }

  /// A name worth comparing.
  private struct Candidate {
    var part: Int
    var name: Int
    var shortfall: Float
  }

  /// An entity's best name so far.
  private struct Found {
    var part: Int
    var name: Int
    var score: Double
    var leftOver: Int
  }

  private func id(of found: Found) -> [UInt8] {
    let index = parts[found.part].index
    return index.id(ofEntity: index.entity(of: found.name))
  }

  /// Number of what a name names, the same in the index and in its changes.
  private func entity(_ part: Int, _ name: Int) -> Int {
    let entity = parts[part].index.entity(of: name)
    if part == 0 { return entity }
    return parts[part].index.origin(ofEntity: entity) ?? parts[0].index.entityCount + entity
  }

  /// Candidates of the index and its changes, best first.
  private mutating func candidates(_ query: StructuredName, _ kind: NameKind?) -> [Candidate] {
    var candidates: [Candidate] = []
    for part in parts.indices {
      for found in parts[part].find(query, kind: kind, limit: Self.mostCompared) {
        candidates.append(Candidate(part: part, name: found.name, shortfall: found.shortfall))
      }
    }
    if parts.count > 1 {
      candidates.sort { ($0.shortfall, $0.part, $0.name) < ($1.shortfall, $1.part, $1.name) }
    }
    return candidates
  }

  /// Compares candidates, best first, until none that follows can be a result, or enough are
  /// compared and none that follows can be first.
  private mutating func compareBest(
    _ query: StructuredName, _ candidates: [Candidate], limit: Int, minimumScore: Double,
    _ best: inout [Int: Found]
  ) {
    var highest = 0.0
    var wanted = minimumScore
    for (place, candidate) in candidates.prefix(Self.mostCompared).enumerated() {
      let reachable = SearchProbability.greatest(shortfall: Double(candidate.shortfall))
      if reachable < wanted || place >= Self.fewestCompared && reachable < highest { return }
      highest = max(highest, compare(query, candidate, minimumScore, &best))
      // Now and then, for it takes a sort.
      if place % 8 == 7, best.count >= limit {
        wanted = max(wanted, best.values.map(\.score).sorted(by: >)[limit - 1])
      }
    }
  }

  /// Compares one name and gives its score.
  @discardableResult
  private mutating func compare(
    _ query: StructuredName, _ candidate: Candidate, _ minimumScore: Double,
    _ best: inout [Int: Found]
  ) -> Double {
    let (part, number) = (candidate.part, candidate.name)
    let comparison = parts[part].comparison(query, number, &comparator, &interned)
    let score = SearchProbability.of(
      comparison: comparison.probability, shortfall: Double(candidate.shortfall))
    guard score >= minimumScore else { return score }
    let found = Found(part: part, name: number, score: score, leftOver: comparison.leftOver)
    let entity = entity(part, number)
    if let other = best[entity],
      (other.score, -other.leftOver, -other.part, -other.name)
        >= (score, -found.leftOver, -part, -number)
    {
      return score
    }
    best[entity] = found
    return score
  }
}
