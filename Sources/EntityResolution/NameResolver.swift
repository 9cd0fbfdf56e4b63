// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
public import NameModel
internal import TextBytes

/// Finds which names of a list are one entity.
public struct NameResolver: Sendable {
  private let threshold: Double
  private let judgements: Judgements
  private let threads: Int

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
  public static let defaultThreshold = 0.75

  /// Creates a resolver.
  ///
  /// - Parameters:
  ///   - threshold: Probability, `0...1`, from which two names are one.
  ///   - judgements: Decisions that a person has made.
  ///   - threads: Workers; the result is the same for any number.
  public init(
    threshold: Double = Self.defaultThreshold, judgements: Judgements = Judgements(),
    threads: Int = 1
  ) {
    self.threshold = threshold
    self.judgements = judgements
    self.threads = threads
  }

  /// The entity of each record, in the order of the records.
  ///
  /// The entities do not depend on that order.
  ///
  /// - Complexity: As `resolve(_:)` of a `NameList`.
  public func resolve(_ records: [Record]) -> [Resolution] {
    var list = NameList()
    for record in records { list.add(record.name.utf8Span.span, kind: record.kind) }
    let resolutions = resolve(list)
    return records.indices.map { resolutions[$0] }
  }

  /// The entities of a list.
  ///
  /// They depend on the set of the records alone.
  ///
  /// - Complexity: O(*n* *k*) comparisons for *n* distinct names of at most *k* candidates each.
  public func resolve(_ list: NameList) -> NameResolutions {
    let (table, numbers) = NameTableBuilder.table(
      ofCount: list.textCount, threads: threads
    ) { number, give in
      give(list.text(number).span, list.kind(number))
    }
    let scores = PairScores(
      of: table, join: NameJoin(table, threads: threads), threshold: threshold, threads: threads)
    let clusterer = NameClusterer(threshold: threshold, judgements: judgements, threads: threads)
    let clusters = clusterer.clusters(scores)
    return NameResolutions(list, table, numbers, clusters, scores, threads: threads)
  }
}
