// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
internal import TextNormalization

/// Finds which names of a list are one entity.
public struct NameResolver: Sendable {
  private let threshold: Double
  private let judgements: Judgements

  /// What dedupe says of one record.
  public struct Resolution: Sendable, Equatable {
    /// Stable id of the entity.
    public var entity: String
    /// The entity's best name.
    public var canonical: String
    /// Probability that the record's name and the best name are the same.
    public var score: Double
  }

  /// One record's name.
  public struct Record: Sendable {
    /// The name as given.
    public var name: String
    /// What it names, if known.
    public var kind: NameKind?

    /// Creates a record.
    public init(name: String, kind: NameKind? = nil) {
      self.name = name
      self.kind = kind
    }
  }

  /// The bar for a list of names.
  ///
  /// Among thousands of names most pairs are two people, far more than among the pairs that the
  /// comparison is calibrated on. Chosen on names that are in no measurement.
  public static let defaultThreshold = 0.88

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - threshold: Probability, `0...1`, from which two names are one.
  ///   - judgements: Decisions that a person has made.
  public init(
    threshold: Double = Self.defaultThreshold, judgements: Judgements = Judgements()
  ) {
    self.threshold = threshold
    self.judgements = judgements
  }

  /// The entity of each record, in the order of the records.
  ///
  /// The entities do not depend on that order.
  ///
  /// - Complexity: O(*n* *k*) comparisons for *n* distinct names of *k* candidates each.
  public func resolve(_ records: [Record]) -> [Resolution] {
    let distinct = DistinctNames(records)
    let clusterer = NameClusterer(threshold: threshold, judgements: judgements)
    let roots = clusterer.clusters(of: distinct.names)
    let groups = Dictionary(grouping: distinct.names.indices) { roots[$0] }
    var identifiers = EntityIdentifiers()
    var scorer = PairScorer(names: distinct.names)
    var resolutions = [Resolution?](repeating: nil, count: distinct.names.count)
    for root in groups.keys.sorted() {
      let members = groups[root] ?? []
      let best = members.max { distinct.rank($0) < distinct.rank($1) } ?? root
      let id = identifiers.next(
        key: distinct.names[best].key, kind: distinct.names[best].kind?.rawValue ?? "")
      for member in members {
        let score = member == best ? 1 : scorer.score(member, best)
        resolutions[member] = Resolution(
          entity: id, canonical: distinct.texts[best], score: score)
      }
    }
    return distinct.numbers.compactMap { resolutions[$0] }
  }
}

/// The distinct names of a list, in the order of their keys.
private struct DistinctNames {
  private(set) var names: [StructuredName] = []
  /// The commonest spelling of each distinct name.
  private(set) var texts: [String] = []
  private var counts: [Int] = []
  /// Number of each record's distinct name.
  private(set) var numbers: [Int] = []

  init(_ records: [NameResolver.Record]) {
    struct Identity: Hashable {
      var key: [UInt8]
      var kind: NameKind?
    }
    var parser = NameParser()
    var groups: [Identity: [Int]] = [:]
    var parsed: [Identity: StructuredName] = [:]
    for (position, record) in records.enumerated() {
      let name = parser.parse(record.name, kind: record.kind)
      let identity = Identity(key: name.key, kind: record.kind)
      groups[identity, default: []].append(position)
      if parsed[identity] == nil { parsed[identity] = name }
    }
    let order = groups.keys.sorted { first, second in
      if first.key != second.key { return first.key.lexicographicallyPrecedes(second.key) }
      return (first.kind?.rawValue ?? "") < (second.kind?.rawValue ?? "")
    }
    numbers = [Int](repeating: 0, count: records.count)
    for (number, identity) in order.enumerated() {
      let members = groups[identity] ?? []
      if let name = parsed[identity] { names.append(name) }
      texts.append(Self.commonest(members.map { records[$0].name }))
      counts.append(members.count)
      for member in members { numbers[member] = number }
    }
  }

  private static func commonest(_ spellings: [String]) -> String {
    var counts: [String: Int] = [:]
    for spelling in spellings { counts[spelling, default: 0] += 1 }
    let best = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    return best?.key ?? ""
  }

  /// Order of best names: commonest, Latin, fullest, longest, then first in byte order.
  func rank(_ number: Int) -> (Int, Int, Int, Int, Int) {
    let name = names[number]
    let isLatin = name.tokens.contains { $0.script == .latin }
    return (
      counts[number], isLatin ? 1 : 0, name.tokens.count { !$0.isOptional }, name.key.count,
      -number
    )
  }
}
