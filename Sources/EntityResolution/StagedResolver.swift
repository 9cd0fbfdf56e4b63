// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameModel

/// The stages of a `NameResolver` one by one, so that an engine can spread them over machines.
///
///     let stages = StagedResolver(list, threads: 2)
///     let found = stages.pairs(foundBy: 0..<stages.nameCount, threads: 2)
///     stages.resolutions(of: Array(0..<stages.nameCount), given: found, threads: 2)
///     // what NameResolver().resolve(list) gives, name by name
///
/// Every worker makes its own resolver from the same list. Finding and scoring pairs, most of the
/// work, is done for any range of names anywhere. What is found is then cut into the components of
/// the pairs that reach the threshold, and each component is resolved anywhere: the clusters lie
/// within components, because rivals only take odds from a pair. A component needs, beside its
/// own pairs, all pairs of its names, since these are the rivals.
public final class StagedResolver: Sendable {
  private let list: NameList
  private let table: NameTable
  private let nameOfText: [UInt32]
  private let join: NameJoin
  private let names: ComparedNames

  /// Two names of the list's distinct ones, and the probability that they are one.
  public struct Pair: Sendable, Equatable {
    /// Number of the lower name.
    public var first: Int
    /// Number of the higher name.
    public var second: Int
    /// The probability, with no eye to other names.
    public var score: Float

    /// Creates a pair.
    public init(_ first: Int, _ second: Int, score: Float) {
      self.first = min(first, second)
      self.second = max(first, second)
      self.score = score
    }
  }

  /// Probability below which a pair changes nothing, whatever the threshold above it.
  public static var leastScore: Float { Rivals.least }

  /// Reads the names and joins their words.
  ///
  /// - Complexity: O(*n*) for the names, O(*w*) bounded searches for *w* distinct words.
  public init(_ list: NameList, threads: Int) {
    let (table, numbers) = NameTableBuilder.table(
      ofCount: list.textCount, threads: threads
    ) { number, give in
      give(list.text(number).span, list.kind(number))
    }
    self.list = list
    self.table = table
    nameOfText = numbers
    join = NameJoin(table, threads: threads)
    names = ComparedNames(table)
  }

  /// Number of records of the list.
  public var recordCount: Int { list.count }

  /// Number of distinct names.
  public var nameCount: Int { table.count }

  /// Number of a record's name.
  public func name(ofRecord record: Int) -> Int {
    Int(nameOfText[list.text(ofRecord: record)])
  }

  /// The pairs that some of the names find and that can matter, in order, each once.
  ///
  /// Two ranges may find the same pair, with the same score.
  ///
  /// - Complexity: O(*nk*) comparisons for *n* names of *k* candidates each.
  public func pairs(
    foundBy names: Range<Int>, threshold: Double = NameResolver.defaultThreshold, threads: Int
  ) -> [Pair] {
    let found = self.names.pairs(
      of: join, foundBy: names.clamped(to: 0..<nameCount), threshold: threshold, threads: threads)
    var pairs: [Pair] = []
    pairs.reserveCapacity(found.count)
    found.forEach { pairs.append(Pair($0.first, $0.second, score: $1)) }
    return pairs
  }

  /// The entities of some names.
  ///
  /// - Parameters:
  ///   - names: Numbers of distinct names.
  ///   - pairs: All pairs of the names of their components, in any order, each once.
  ///   - threshold: Probability from which two names are one.
  ///   - threads: Workers.
  /// - Returns: The entity of each of the names.
  public func resolutions(
    of names: [Int], given pairs: [Pair], threshold: Double = NameResolver.defaultThreshold,
    threads: Int
  ) -> [NameResolver.Resolution] {
    let given = NamePairs(
      pairs.map { NamePairs.Pair($0.first, $0.second).bits }, pairs.map(\.score), count: nameCount)
    let scores = PairScores(of: table, self.names, pairs: given, threads: threads)
    let clusters = NameClusterer(threshold: threshold, threads: threads).clusters(scores)
    let found = NameResolutions(list, table, nameOfText, clusters, scores, threads: threads)
    return names.map { found.resolution(ofName: $0) }
  }
}
