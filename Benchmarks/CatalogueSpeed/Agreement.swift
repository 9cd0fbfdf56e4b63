// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog

/// How often results hold what was looked for.
struct Agreement {
  private var count = 0.0
  private var firsts = 0.0
  private var tens = 0.0

  mutating func add(_ found: [String], wanted: String) {
    count += 1
    if found.first == wanted { firsts += 1 }
    if found.prefix(10).contains(wanted) { tens += 1 }
  }

  /// Share of queries whose id came first.
  var first: Double { (firsts / max(count, 1) * 1e4).rounded() / 1e4 }
  /// Share of queries whose id was among the first ten.
  var amongTen: Double { (tens / max(count, 1) * 1e4).rounded() / 1e4 }
}

/// How many of an exhaustive scan's first ten results a search finds too, from several scores up.
struct SharedResults: CustomStringConvertible {
  private static let scores = [0.5, 0.2, 0.05, 0]
  private var wanted = [Double](repeating: 0, count: scores.count)
  private var found = [Double](repeating: 0, count: scores.count)
  private var queries = 0.0
  private var sameFirst = 0.0

  mutating func add(_ results: [SearchResult], _ all: [SearchResult]) {
    queries += 1
    if results.first?.id == all.first?.id { sameFirst += 1 }
    let ids = Set(results.map(\.id))
    for result in all {
      for (place, score) in Self.scores.enumerated() where result.score >= score {
        wanted[place] += 1
        if ids.contains(result.id) { found[place] += 1 }
      }
    }
  }

  var description: String {
    var text = "queries\t\(Int(queries))\tsame_first\t\(sameFirst / max(queries, 1))"
    for (place, score) in Self.scores.enumerated() {
      let share = found[place] / max(wanted[place], 1)
      text +=
        "\nscore>=\(score)\tresults\t\(Int(wanted[place]))\tfound\t"
        + "\((share * 1e4).rounded() / 1e4)"
    }
    return text
  }
}
