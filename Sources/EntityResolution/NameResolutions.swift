// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameModel
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
  /// Text of each name: its commonest spelling.
  private let textOfName: [UInt32]
  private let table: NameTable

  init(
    _ list: NameList, _ table: NameTable, _ nameOfText: [UInt32], _ clusters: Clusters,
    _ scores: inout PairScores
  ) {
    self.list = list
    self.table = table
    self.nameOfText = nameOfText
    let spellings = Spellings(list, nameOfText, count: table.count)
    textOfName = spellings.texts
    var bestOfName = (0..<UInt32(table.count)).map { $0 }
    var scoreOfName = [Float](repeating: 1, count: table.count)
    for root in 0..<table.count where clusters.root(root) == root {
      let members = clusters.members(root)
      guard members.count > 1 else { continue }
      var best = Int(members[0])
      var bestRank = spellings.rank(best, table)
      for member in members.dropFirst() {
        let rank = spellings.rank(Int(member), table)
        if bestRank < rank { (best, bestRank) = (Int(member), rank) }
      }
      for member in members {
        bestOfName[Int(member)] = UInt32(best)
        if member != best { scoreOfName[Int(member)] = Float(scores.score(Int(member), best)) }
      }
    }
    self.bestOfName = bestOfName
    self.scoreOfName = scoreOfName
  }

  /// Number of records.
  public var count: Int { list.count }

  /// The entity of a record.
  public subscript(record: Int) -> NameResolver.Resolution {
    let name = Int(nameOfText[Int(list.textOfRecord[record])])
    let best = Int(bestOfName[name])
    let id = EntityIdentifier.make(
      key: Array(table.key(of: best)), kind: table.kind(of: best)?.rawValue ?? "", occurrence: 0)
    return NameResolver.Resolution(
      entity: id, canonical: String(decoding: list.text(Int(textOfName[best])), as: UTF8.self),
      score: Double(scoreOfName[name]))
  }
}

/// The commonest spelling of each name, and how often the name is given.
private struct Spellings {
  private(set) var texts: [UInt32]
  private var counts: [UInt32]

  init(_ list: NameList, _ nameOfText: [UInt32], count: Int) {
    texts = [UInt32](repeating: .max, count: count)
    counts = [UInt32](repeating: 0, count: count)
    for text in 0..<list.textCount {
      let name = Int(nameOfText[text])
      counts[name] += list.counts[text]
      if texts[name] == .max || Self.isBetter(text, Int(texts[name]), list) {
        texts[name] = UInt32(text)
      }
    }
  }

  private static func isBetter(_ a: Int, _ b: Int, _ list: NameList) -> Bool {
    if list.counts[a] != list.counts[b] { return list.counts[a] > list.counts[b] }
    return list.text(a).lexicographicallyPrecedes(list.text(b))
  }

  /// Order of best names: commonest, Latin, fullest, longest, then by number.
  func rank(_ name: Int, _ table: NameTable) -> (Int, Int, Int, Int, Int) {
    var isLatin = false
    var words = 0
    for word in table.words(of: name) {
      let token = table.words[Int(word)]
      isLatin = isLatin || token.script == .latin
      if !token.isOptional { words += 1 }
    }
    return (Int(counts[name]), isLatin ? 1 : 0, words, table.key(of: name).count, -name)
  }
}
