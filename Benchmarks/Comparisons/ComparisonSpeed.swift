// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Foundation
import Namesake
import NameComparison
import NameModel

/// What a comparison costs, in time of the processor and in calls for memory.
///
/// Started as `ComparisonSpeed NAMES`, a file of a name a line. Prints a table: a batch of interned
/// names, every one against the 200 that follow it in the file and against every name that shares a
/// word with it, by `score` and with evidence by `compare`; and cold pairs, whose words were never
/// met, with and without parsing. Medians of seven runs; each figure is of at least 20,000 pairs.
@main
struct ComparisonSpeed {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else { fatalError("usage: ComparisonSpeed NAMES") }
    let text = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
    let lines = text.split(separator: "\n").prefix(20_000).map(String.init)
    guard lines.count >= 400 else { fatalError("at least 400 names are needed") }
    var parser = NameParser()
    let parsed = lines.map { parser.parse($0) }
    var names = InternedNames()
    for name in parsed { names.add(name) }
    print("\(names.count) names, \(names.wordCount) distinct words; nanoseconds a pair")
    let neighbours = (0..<min(names.count - 200, 1000)).flatMap { first in
      (1...200).map { (first, first + $0) }
    }
    let related = Self.related(parsed, atMost: 200_000)
    var comparator = NameComparator()
    Self.report("batch, neighbours, score", neighbours.count) {
      neighbours.reduce(0) { $0 + comparator.score($1.0, $1.1, of: names) }
    }
    Self.report("batch, a word in common, score", related.count) {
      related.reduce(0) { $0 + comparator.score($1.0, $1.1, of: names) }
    }
    Self.report("batch, a word in common, evidence", related.count) {
      related.reduce(0) { $0 + comparator.compare($1.0, $1.1, of: names).score }
    }
    let cold = related.prefix(20_000)
    Self.report("cold, parsed", cold.count) {
      cold.reduce(0) { sum, pair in
        var fresh = InternedNames()
        let numbers = (fresh.add(parsed[pair.0]), fresh.add(parsed[pair.1]))
        return sum + comparator.compare(numbers.0, numbers.1, of: fresh).score
      }
    }
    Self.report("cold, from text", cold.count) {
      cold.reduce(0) { sum, pair in
        var fresh = InternedNames()
        fresh.add(parser.parse(lines[pair.0]))
        fresh.add(parser.parse(lines[pair.1]))
        return sum + comparator.compare(0, 1, of: fresh).score
      }
    }
    Self.report("parsing a name", lines.count) {
      lines.reduce(0) { $0 + Double(parser.parse($1).tokens.count) }
    }
  }

  /// Pairs of different names that share a word, as every search and deduplication meets them.
  private static func related(_ names: [StructuredName], atMost limit: Int) -> [(Int, Int)] {
    var places: [[UInt8]: [Int]] = [:]
    for (number, name) in names.enumerated() {
      for token in name.tokens { places[token.key, default: []].append(number) }
    }
    var pairs: [(Int, Int)] = []
    for (number, name) in names.enumerated() {
      for token in name.tokens {
        for other in (places[token.key] ?? []).prefix(20) where other > number {
          pairs.append((number, other))
          if pairs.count == limit { return pairs }
        }
      }
    }
    return pairs
  }

  private static func report(_ title: String, _ count: Int, _ body: () -> Double) {
    var times: [Double] = []
    var sum = 0.0
    for _ in 0..<7 {
      let start = processorSeconds()
      sum = body()
      times.append((processorSeconds() - start) / Double(count) * 1e9)
    }
    times.sort()
    let figures = [times[0], times[3], times[6]].map { String(Int($0)) }.joined(separator: " … ")
    print("\(title): \(figures) over \(count) pairs (sum of scores \(Int(sum)))")
  }
}

/// Time the process has had; on a shared machine the clock on the wall tells of the others.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
