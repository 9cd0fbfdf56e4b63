// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Foundation
import StringDistance

/// Our side of `compare-distances.py`: serves requests on standard input, so that both sides take
/// turns in one run.
///
/// Started as `DistanceComparison QUERIES NAMES OTHERS`, files of a string a line. A request is a line
/// `FORM METRIC CUTOFF FILE` with the form `matrix` (every query against every name), `one` (the first
/// query against every name) or `pairs` (names against others). The scores go to the file as 32-bit
/// floats, and the answer is a line of two times in seconds of the processor: with packing the
/// strings, and of the call alone.
@main
struct DistanceComparison {
  static func main() throws {
    let files = CommandLine.arguments.dropFirst()
    guard files.count == 3 else { fatalError("usage: DistanceComparison QUERIES NAMES OTHERS") }
    let strings = try files.map { file in
      try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    var scorer = BatchScorer()
    var scores: [Float] = []
    var (first, second) = (LetterList(), LetterList())
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4, let metric = StringMetric(rawValue: words[1]),
        let cutoff = Double(words[2])
      else { fatalError("not a request: \(line)") }
      let isMatrix = words[0] != "pairs"
      let partners = isMatrix ? strings[0].prefix(words[0] == "one" ? 1 : .max) : strings[2][...]
      let start = processorSeconds()
      first.removeAll()
      second.removeAll()
      for string in partners { first.append(string) }
      for string in strings[1] { second.append(string) }
      let packed = processorSeconds()
      if isMatrix {
        scorer.score(metric, first, against: second, atLeast: cutoff, into: &scores)
      } else {
        scorer.scorePairs(metric, second, first, atLeast: cutoff, into: &scores)
      }
      let end = processorSeconds()
      let bytes = scores.withUnsafeBytes { Data($0) }
      try bytes.write(to: URL(fileURLWithPath: words[3]))
      print(end - start, end - packed)
      fflush(nil)
    }
  }
}

/// Time the process has had; on a shared machine the clock on the wall tells of the others.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
