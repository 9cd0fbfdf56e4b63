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
  private var scratch: ComparisonScratch
  /// Whether all names are interned, for scans.
  private var holdsEveryName = false

  /// Distinct names that are compared in full, at most, unless more results are wanted.
  public static let mostCompared = 120
  /// Probability below which names are not compared once there are results enough.
  private static let unlikely = 0.001

  /// Creates a searcher with its own scratch memory.
  public init(
    _ index: NameIndex, model: ComparisonModel = .standard, spelling: SpellingModel = .standard
  ) {
    scratch = ComparisonScratch(model: model, spelling: spelling)
    parts = [SearchPart(index)]
    if let changes = index.changes { parts.append(SearchPart(changes)) }
  }

  /// What the search compares in full.
  public enum Scope: Sendable {
    /// The names that the word vectors find.
    case candidates
    /// Every name: slow, to measure what the other loses. All names are kept in memory for it, until
    /// candidates are searched again.
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
    switch scope {
    case .candidates: searchCandidates(name, kind, limit, minimumScore, &best)
    case .everything: scan(name, kind, minimumScore, &best)
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
    var lag: Float
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

  private mutating func searchCandidates(
    _ query: StructuredName, _ kind: NameKind?, _ limit: Int, _ minimumScore: Double,
    _ best: inout [Int: Found]
  ) {
    let forgetsWords = scratch.begin() || holdsEveryName
    holdsEveryName = false
    for part in parts.indices { parts[part].begin(forgettingWords: forgetsWords) }
    let interned = scratch.intern(query)
    compareBest(
      interned, candidates(query, kind, limit), limit: limit, minimumScore: minimumScore, &best)
  }

  /// Compares every name.
  private mutating func scan(
    _ query: StructuredName, _ kind: NameKind?, _ minimumScore: Double, _ best: inout [Int: Found]
  ) {
    if !holdsEveryName {
      holdsEveryName = true
      scratch.names.removeAll()
      for part in parts.indices {
        parts[part].begin(forgettingWords: true)
        parts[part].internAll(&scratch.names)
      }
    }
    let interned = scratch.intern(query)
    for part in parts.indices {
      parts[part].candidates.prepare(query, isExhaustive: true)
      for number in 0..<parts[part].index.count where parts[part].isWanted(number, kind) {
        let found = parts[part].candidates.candidate(number)
        keep(
          Candidate(part: part, name: number, shortfall: found.shortfall, lag: found.lag),
          parts[part].scannedComparison(number, interned, &scratch), minimumScore, &best)
      }
    }
  }

  /// Candidates of the index and its changes, best first.
  private mutating func candidates(
    _ query: StructuredName, _ kind: NameKind?, _ limit: Int
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    for part in parts.indices {
      for found in parts[part].find(query, kind: kind, limit: limit) {
        candidates.append(
          Candidate(
            part: part, name: found.name, shortfall: found.shortfall, lag: found.lag))
      }
    }
    if parts.count > 1 {
      candidates.sort { ($0.lag, $0.part, $0.name) < ($1.lag, $1.part, $1.name) }
    }
    return candidates
  }

  /// Compares candidates, best first, until enough are compared, none that follows can be a result,
  /// or there are results enough and none that follows is likely one.
  private mutating func compareBest(
    _ query: CandidateNames.Name, _ candidates: [Candidate], limit: Int, minimumScore: Double,
    _ best: inout [Int: Found]
  ) {
    var wanted = minimumScore
    var compared = 0
    for candidate in candidates {
      let reachable = SearchProbability.greatest(lag: candidate.lag)
      if reachable < wanted { return }
      if best.count >= limit, reachable < Self.unlikely { return }
      let (found, isNew) = parts[candidate.part].comparison(candidate.name, query, &scratch)
      keep(candidate, found, minimumScore, &best)
      guard isNew else { continue }
      compared += 1
      if compared == max(Self.mostCompared, limit) { return }
      // Now and then, for it takes a sort.
      if compared % 8 == 0, best.count >= limit {
        wanted = max(wanted, best.values.map(\.score).sorted(by: >)[limit - 1])
      }
    }
  }

  /// Keeps a name that was compared, if its score is high enough and no other of its entity is
  /// better.
  private func keep(
    _ candidate: Candidate, _ compared: ComparisonScratch.Compared, _ minimumScore: Double,
    _ best: inout [Int: Found]
  ) {
    let (part, number) = (candidate.part, candidate.name)
    let score = SearchProbability.of(
      comparison: compared.probability, shortfall: Double(candidate.shortfall))
    guard score >= minimumScore else { return }
    let found = Found(part: part, name: number, score: score, leftOver: compared.leftOver)
    let entity = entity(part, number)
    if let other = best[entity],
      (other.score, -other.leftOver, -other.part, -other.name)
        >= (score, -found.leftOver, -part, -number)
    {
      return
    }
    best[entity] = found
  }
}
