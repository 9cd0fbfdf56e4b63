// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog

/// Scores that differ by less are equal: names that no comparison tells apart stand in any order.
private let tie = 1e-6

/// How often results hold what was looked for.
struct Agreement {
  private var count = 0.0
  private var firsts = 0.0
  private var tens = 0.0

  mutating func add(_ found: [SearchResult], wanted: String) {
    count += 1
    let best = found.first?.score ?? 0
    if found.contains(where: { $0.id == wanted && $0.score > best - tie }) { firsts += 1 }
    if found.prefix(10).contains(where: { $0.id == wanted }) { tens += 1 }
  }

  /// Share of queries whose id came first, or had the score of the first.
  var first: Double { fourDigits(firsts / max(count, 1)) }
  /// Share of queries whose id was among the first ten.
  var amongTen: Double { fourDigits(tens / max(count, 1)) }
}

/// How many of an exhaustive scan's first ten results a search finds too, from several scores up.
///
/// A result counts as found, too, when all ten that the search gives have its score.
struct SharedResults: CustomStringConvertible {
  private static let scores = [0.5, 0.2, 0.05, 0.01, 0]
  private var wanted = [Double](repeating: 0, count: scores.count)
  private var found = [Double](repeating: 0, count: scores.count)
  private var queries = 0.0
  private var sameFirst = 0.0

  mutating func add(_ results: [SearchResult], _ all: [SearchResult]) {
    queries += 1
    if (results.first?.score ?? 0) > (all.first?.score ?? 0) - tie { sameFirst += 1 }
    let ids = Set(results.map(\.id))
    let least = results.count < 10 ? 1 : results[results.count - 1].score
    for result in all {
      let isFound = ids.contains(result.id) || least > result.score - tie
      for (place, score) in Self.scores.enumerated() where result.score >= score {
        wanted[place] += 1
        if isFound { found[place] += 1 }
      }
    }
  }

  var description: String {
    var text = "queries\t\(Int(queries))\tsame_first\t\(fourDigits(sameFirst / max(queries, 1)))"
    for (place, score) in Self.scores.enumerated() {
      let share = fourDigits(found[place] / max(wanted[place], 1))
      text += "\nscore>=\(score)\tresults\t\(Int(wanted[place]))\tfound\t\(share)"
    }
    return text
  }
}

private func fourDigits(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
