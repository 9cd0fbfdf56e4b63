// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
internal import NameModel
internal import TextNormalization

/// Why a name stands for its entity: the first in which it is ahead of all others.
package enum BestNameReason: Sendable {
  /// More records have it.
  case commonest
  /// It is in Latin script, which most readers of a mixed list can read.
  case latin
  /// It has the most words, titles and particles aside.
  case fullest
  /// It is the longest.
  case longest
  /// It is as good as another; the hash of its key decides.
  case equal
}

/// The commonest spelling of each name of a list, and how often the name is given.
struct Spellings: Sendable {
  /// Text of each name.
  private(set) var texts: [UInt32]
  private var counts: [UInt32]

  init(_ list: NameList, _ nameOfText: [UInt32], count: Int) {
    texts = [UInt32](repeating: .max, count: count)
    counts = [UInt32](repeating: 0, count: count)
    for text in 0..<list.textCount {
      let name = Int(nameOfText[text])
      counts[name] += UInt32(list.recordCount(ofText: text))
      if texts[name] == .max || Self.isBetter(text, Int(texts[name]), list) {
        texts[name] = UInt32(text)
      }
    }
  }

  private static func isBetter(_ a: Int, _ b: Int, _ list: NameList) -> Bool {
    let (first, second) = (list.recordCount(ofText: a), list.recordCount(ofText: b))
    return first != second
      ? first > second : list.text(a).lexicographicallyPrecedes(list.text(b))
  }

  /// What makes one name better than another, the weightiest first; greater is better.
  func rank(_ name: Int, _ table: NameTable) -> (Int, Int, Int, Int, Int) {
    var isLatin = false
    var words = 0
    for word in table.words(of: name) {
      isLatin = isLatin || table.script(of: Int(word)) == .latin
      if !table.isOptional(Int(word)) { words += 1 }
    }
    return (Int(counts[name]), isLatin ? 1 : 0, words, table.key(of: name).count, -name)
  }

  /// The best of some names.
  func best(of names: [UInt32], _ table: NameTable) -> UInt32 {
    var best = names[0]
    var bestRank = rank(Int(best), table)
    for name in names.dropFirst() {
      let rank = rank(Int(name), table)
      if bestRank < rank { (best, bestRank) = (name, rank) }
    }
    return best
  }

  /// Why a name is the best of some.
  func reason(for best: Int, among names: Set<Int>, _ table: NameTable) -> BestNameReason {
    let own = rank(best, table)
    let next = names.filter { $0 != best }.map { rank($0, table) }.max { $0 < $1 }
    guard let next else { return .commonest }
    if own.0 != next.0 { return .commonest }
    if own.1 != next.1 { return .latin }
    if own.2 != next.2 { return .fullest }
    return own.3 != next.3 ? .longest : .equal
  }
}
