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

/// Searches an index; one for each thread.
public struct NameSearcher: ~Copyable {
  private let index: NameIndex
  private var parser = NameParser()
  private var comparator: NameComparator
  private var candidates: CandidateSearch

  /// Names that are compared in full, at most; from 100 to 300 one query in five hundred gets
  /// another first result.
  public static let mostCompared = 100
  /// Names that are compared even when a result is found that none of them can outrank.
  public static let fewestCompared = 40

  /// Creates a searcher with its own scratch memory: two bytes for each name of the index.
  public init(
    _ index: NameIndex, model: ComparisonModel = .standard, spelling: SpellingModel = .standard
  ) {
    self.index = index
    comparator = NameComparator(model: model, spelling: spelling)
    candidates = CandidateSearch(index)
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
    switch scope {
    case .candidates:
      compareBest(
        name, candidates.find(name, kind: kind, limit: Self.mostCompared), minimumScore, &best)
    case .everything:
      candidates.prepare(name)
      for number in 0..<index.count {
        if let kind, let own = index.kind(of: number), own != kind { continue }
        let shortfall = candidates.shortfall(of: number)
        compare(
          name, CandidateSearch.Candidate(name: number, shortfall: shortfall), minimumScore, &best)
      }
    }
    let ranked = best.map { (entity: $0.key, found: $0.value) }.sorted { a, b in
      if a.found.score != b.found.score { return a.found.score > b.found.score }
      if a.found.leftOver != b.found.leftOver { return a.found.leftOver < b.found.leftOver }
      return index.id(ofEntity: a.entity).lexicographicallyPrecedes(index.id(ofEntity: b.entity))
    }
    return ranked.prefix(limit).map { entity, found in
      SearchResult(
        id: String(decoding: index.id(ofEntity: entity), as: UTF8.self),
        name: String(decoding: index.name(found.name), as: UTF8.self), score: found.score)
    }
  }

  /// Finds what a query names, from a string.
  public mutating func search(
    _ query: String, kind: NameKind? = nil, limit: Int = 10
  ) -> [SearchResult] {
    search(query.utf8Span.span, kind: kind, limit: limit)
  }

  /// An entity's best name so far.
  private struct Found {
    var name: Int
    var score: Double
    var leftOver: Int
  }

  /// Compares candidates, best first, until enough are compared and none that follows can be first.
  private mutating func compareBest(
    _ query: StructuredName, _ candidates: [CandidateSearch.Candidate], _ minimumScore: Double,
    _ best: inout [Int: Found]
  ) {
    var highest = 0.0
    for (place, candidate) in candidates.enumerated() {
      let reachable = SearchProbability.greatest(shortfall: Double(candidate.shortfall))
      if place >= Self.fewestCompared, reachable < highest { return }
      highest = max(highest, compare(query, candidate, minimumScore, &best))
    }
  }

  /// Compares one name and gives its score.
  @discardableResult
  private mutating func compare(
    _ query: StructuredName, _ candidate: CandidateSearch.Candidate, _ minimumScore: Double,
    _ best: inout [Int: Found]
  ) -> Double {
    let number = candidate.name
    let text = index.name(number)
    let name = parser.parse(text.span, kind: index.kind(of: number))
    let score = SearchProbability.of(
      comparison: comparator.score(query, name), shortfall: Double(candidate.shortfall))
    guard score >= minimumScore else { return score }
    let found = Found(
      name: number, score: score, leftOver: abs(Self.letters(query) - Self.letters(name)))
    let entity = index.entity(of: number)
    if let other = best[entity],
      (other.score, -other.leftOver, -other.name) >= (score, -found.leftOver, -number)
    {
      return score
    }
    best[entity] = found
    return score
  }

  private static func letters(_ name: StructuredName) -> Int {
    name.tokens.reduce(0) { $0 + $1.romanLetters.count }
  }
}
