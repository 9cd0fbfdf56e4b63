// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameModel
internal import RecordFormats
internal import TextBytes
internal import TextNormalization

/// Which entity each record of a list is.
///
/// An entity's id is made from the match key and the kind of its best name (`EntityIdentifier`):
/// it is the same in every run, on every machine and for any order of the records. Added records
/// leave it alone unless they give the entity another best name, or join it with one whose best
/// name ranks higher. Where ids must outlive that too, use a store.
public struct NameResolutions: Sendable {
  private let list: NameList
  private let nameOfText: [UInt32]
  /// Name that each name's cluster is called by.
  private let bestOfName: [UInt32]
  private let scoreOfName: [Float]
  private let spellings: Spellings
  private let table: NameTable

  init(
    _ list: NameList, _ table: NameTable, _ nameOfText: [UInt32], _ clusters: Clusters,
    _ scores: PairScores, threads: Int
  ) {
    self.list = list
    self.table = table
    self.nameOfText = nameOfText
    let spellings = Spellings(list, nameOfText, count: table.count)
    self.spellings = spellings
    var bestOfName = (0..<UInt32(table.count)).map { $0 }
    var scoreOfName = [Float](repeating: 1, count: table.count)
    let groups = clusters.groups()
    RangePipeline.run(
      count: groups.count, size: 1024, threads: threads,
      makeScratch: { PairScores.Reader(scores) },
      work: { reader, range in
        range.map { number -> Verdict in
          let members = groups[number]
          let best = spellings.best(of: members, table)
          return Verdict(
            members: members, best: best,
            scores: members.map {
              $0 == best ? 1 : Float(reader.score(Int($0), Int(best)))
            })
        }
      },
      deliver: { verdicts in
        for verdict in verdicts {
          for (member, score) in zip(verdict.members, verdict.scores) {
            bestOfName[Int(member)] = verdict.best
            scoreOfName[Int(member)] = score
          }
        }
      })
    self.bestOfName = bestOfName
    self.scoreOfName = scoreOfName
  }

  /// What a cluster of several names is called by, and how likely each of them is the same.
  private struct Verdict: Sendable {
    var members: [UInt32]
    var best: UInt32
    var scores: [Float]
  }

  /// Number of records.
  public var count: Int { list.count }

  /// The entity of a record.
  public subscript(record: Int) -> NameResolver.Resolution {
    resolution(ofText: list.text(ofRecord: record))
  }

  /// The entity of a distinct text of the list.
  package func resolution(ofText text: Int) -> NameResolver.Resolution {
    resolution(ofName: Int(nameOfText[text]))
  }

  /// The entity of a distinct name, by its number in the table.
  func resolution(ofName name: Int) -> NameResolver.Resolution {
    let best = Int(bestOfName[name])
    return NameResolver.Resolution(
      entity: identifier(ofCluster: best, occurrence: 0),
      canonical: String(decoding: list.text(bestText(ofCluster: best)), as: UTF8.self),
      score: Double(scoreOfName[name]))
  }

  /// An entity with more than one spelling.
  package struct Group: Sendable {
    /// What `cluster(ofText:)` gives for its texts.
    package var cluster: Int
    /// Its texts, the best name's first, then the surest.
    package var texts: [Int]
    /// Lowest probability of a text against the best name.
    package var weakest: Double
    /// Why its best name is its best name.
    package var reason: BestNameReason
  }

  /// Entities with more than one spelling, the least sure first.
  ///
  /// - Complexity: O(*n* log *n*) in the distinct texts.
  package func groups() -> [Group] {
    let texts = Dictionary(grouping: 0..<list.textCount) { cluster(ofText: $0) }
    return texts.filter { $0.value.count > 1 }
      .map { cluster, texts in group(cluster, texts) }
      .sorted { ($0.weakest, $0.cluster) < ($1.weakest, $1.cluster) }
  }

  private func group(_ cluster: Int, _ texts: [Int]) -> Group {
    let best = bestText(ofCluster: cluster)
    let order = texts.sorted { first, second in
      if (first == best) != (second == best) { return first == best }
      let (a, b) = (scoreOfName[Int(nameOfText[first])], scoreOfName[Int(nameOfText[second])])
      return a != b ? a > b : list.text(first).lexicographicallyPrecedes(list.text(second))
    }
    let names = Set(texts.map { Int(nameOfText[$0]) })
    return Group(
      cluster: cluster, texts: order,
      weakest: Double(texts.map { scoreOfName[Int(nameOfText[$0])] }.min() ?? 1),
      reason: spellings.reason(for: cluster, among: names, table))
  }

  /// What is equal for texts of one entity.
  package func cluster(ofText text: Int) -> Int { Int(bestOfName[Int(nameOfText[text])]) }

  /// The text of a cluster's best name.
  package func bestText(ofCluster cluster: Int) -> Int { Int(spellings.texts[cluster]) }

  /// The id that a cluster's best name gives; `occurrence` tells apart where that is taken.
  package func identifier(ofCluster cluster: Int, occurrence: Int) -> String {
    EntityIdentifier.make(
      key: Array(table.key(of: cluster)), kind: table.kind(of: cluster)?.rawValue ?? "",
      occurrence: occurrence)
  }
}
