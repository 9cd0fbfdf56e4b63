// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog

/// What judgements say about the names of a table.
struct JudgedNames: Sendable {
  /// Groups of names that were judged to be one, each in order.
  private(set) var groups: [[Int]] = []
  private var groupsByFirst: [UInt32: [Int]] = [:]
  /// For names that are in some judgement, what stands for all that were judged to be the same.
  private var classes: [UInt32: Int] = [:]
  private var different: Set<NamePairs.Pair> = []

  init(_ judgements: Judgements, _ table: NameTable) {
    if judgements.isEmpty { return }
    var numbers: [[UInt8]: Int] = [:]
    var members: [Int: [Int]] = [:]
    for name in 0..<table.count {
      let key = Array(table.key(of: name))
      guard let representative = judgements.judged(key) else { continue }
      let number = numbers[representative] ?? numbers.count
      numbers[representative] = number
      classes[UInt32(name)] = number
      members[number, default: []].append(name)
    }
    groups = members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    for group in groups { groupsByFirst[UInt32(group[0])] = group }
    for (first, second) in judgements.differences() {
      if let a = numbers[first], let b = numbers[second] {
        different.insert(NamePairs.Pair(a, b))
      }
    }
  }

  /// Names that were judged to be one with a name, and the name; nil unless it is the lowest.
  func group(from first: UInt32) -> [Int]? {
    groupsByFirst.isEmpty ? nil : groupsByFirst[first]
  }

  /// Whether two sets hold names that were judged to be different.
  func areDifferent(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    if different.isEmpty { return false }
    let first = a.compactMap { classes[$0] }
    let second = b.compactMap { classes[$0] }
    return first.contains { x in second.contains { different.contains(NamePairs.Pair(x, $0)) } }
  }
}
