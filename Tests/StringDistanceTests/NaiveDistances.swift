// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// Twins of the kernels, written as the definitions read: slow, plain and without bits.

import StringDistance

/// Levenshtein's recurrence cell by cell; with swaps, that of optimal string alignment.
func naiveEdits(_ a: [UInt32], _ b: [UInt32], swaps: Bool) -> Int {
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count {
    for j in 0...b.count {
      if i == 0 || j == 0 {
        table[i][j] = i + j
        continue
      }
      table[i][j] = min(
        table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), table[i - 1][j] + 1,
        table[i][j - 1] + 1)
      if swaps, i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
      }
    }
  }
  return table[a.count][b.count]
}

func naiveSubsequence(_ a: [UInt32], _ b: [UInt32]) -> Int {
  var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in a.indices {
    for j in b.indices {
      table[i + 1][j + 1] =
        a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
    }
  }
  return table[a.count][b.count]
}

/// The pattern is `a`: letters of `b` look for the first free partner in it.
func naiveJaro(_ a: [UInt32], _ b: [UInt32]) -> Double {
  if a.isEmpty && b.isEmpty { return 1 }
  let reach = max(max(a.count, b.count) / 2 - 1, 0)
  var partners = [Int?](repeating: nil, count: a.count)
  for j in b.indices {
    if let i = a.indices.first(where: {
      abs($0 - j) <= reach && partners[$0] == nil && a[$0] == b[j]
    }
    ) {
      partners[i] = j
    }
  }
  let first = a.indices.filter { partners[$0] != nil }.map { a[$0] }
  let second = partners.compactMap { $0 }.sorted().map { b[$0] }
  if first.isEmpty { return 0 }
  let common = Double(first.count)
  let moved = zip(first, second).count { $0 != $1 } / 2
  return (common / Double(a.count) + common / Double(b.count) + (common - Double(moved)) / common)
    / 3
}

func naiveJaroWinkler(_ a: [UInt32], _ b: [UInt32]) -> Double {
  let jaro = naiveJaro(a, b)
  let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
  return jaro > 0.7 ? jaro + Double(prefix) * 0.1 * (1 - jaro) : jaro
}

func naiveIndelRatio(_ a: [UInt32], _ b: [UInt32]) -> Double {
  let both = a.count + b.count
  return both == 0 ? 1 : 1 - Double(both - 2 * naiveSubsequence(a, b)) / Double(both)
}

private func words(_ string: [UInt32]) -> [[UInt32]] {
  string.split { $0 == 0x20 || $0 == 0xA0 || $0 == 0x3000 }.map(Array.init)
    .sorted { $0.lexicographicallyPrecedes($1) }
}

func naiveTokenSort(_ a: [UInt32], _ b: [UInt32]) -> Double {
  naiveIndelRatio(
    Array(words(a).joined(separator: [0x20])), Array(words(b).joined(separator: [0x20])))
}

func naiveTokenSet(_ a: [UInt32], _ b: [UInt32]) -> Double {
  let (first, second) = (Set(words(a)), Set(words(b)))
  if first.isEmpty || second.isEmpty { return 0 }
  let shared = first.intersection(second)
  if !shared.isEmpty, shared == first || shared == second { return 1 }
  func join(_ parts: Set<[UInt32]>...) -> [UInt32] {
    let ordered = parts.flatMap { part in part.sorted { $0.lexicographicallyPrecedes($1) } }
    return Array(ordered.joined(separator: [0x20]))
  }
  // The shared words stand first in both, so that they cost no edit.
  let (restOfFirst, restOfSecond) = (first.subtracting(shared), second.subtracting(shared))
  let withFirst = join(shared, restOfFirst)
  let withSecond = join(shared, restOfSecond)
  let (left, right) = (join(restOfFirst), join(restOfSecond))
  let edits = left.count + right.count - 2 * naiveSubsequence(left, right)
  let whole = 1 - Double(edits) / Double(withFirst.count + withSecond.count)
  if shared.isEmpty { return whole }
  return max(
    whole, naiveIndelRatio(join(shared), withFirst), naiveIndelRatio(join(shared), withSecond))
}

func naiveSimilarity(_ metric: StringMetric, _ a: [UInt32], _ b: [UInt32]) -> Double {
  let longer = Double(max(a.count, b.count, 1))
  return switch metric {
  case .levenshtein: 1 - Double(naiveEdits(a, b, swaps: false)) / longer
  case .optimalAlignment: 1 - Double(naiveEdits(a, b, swaps: true)) / longer
  case .indel: naiveIndelRatio(a, b)
  case .jaro: naiveJaro(a, b)
  case .jaroWinkler: naiveJaroWinkler(a, b)
  case .tokenSort: naiveTokenSort(a, b)
  case .tokenSet: naiveTokenSet(a, b)
  }
}
