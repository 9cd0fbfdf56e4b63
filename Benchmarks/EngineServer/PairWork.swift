// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel
internal import RecordFormats
internal import StringDistance

/// Work on pairs: the lines of two files, the first with the first and so on; or every line of one
/// with every other.
enum PairWork {
  static func distance(
    _ metric: String, _ first: String, _ second: String, to output: String
  ) throws(RecordError) -> WorkTimes {
    guard let metric = StringMetric(rawValue: metric) else {
      throw RecordError(.cannotRead, at: metric, "no metric", advice: "give levenshtein")
    }
    let (ours, others) = (try WorkFiles.lines(first), try WorkFiles.lines(second))
    let strings = (
      ours.map { String(decoding: $0, as: UTF8.self) },
      others.map { String(decoding: $0, as: UTF8.self) }
    )
    var scorer = BatchScorer()
    var scores: [Float] = []
    let start = WorkTimes.now
    let lists = (LetterList(strings.0), LetterList(strings.1))
    let packed = WorkTimes.now
    scorer.scorePairs(metric, lists.0, lists.1, into: &scores)
    let end = WorkTimes.now
    try WorkFiles.write(scores.map { Double($0) }, to: output)
    return WorkTimes(whole: end - start, main: end - packed)
  }

  static func compare(
    _ first: String, _ second: String, withEvidence: Bool, to output: String
  ) throws(RecordError) -> WorkTimes {
    let (ours, others) = (try WorkFiles.lines(first), try WorkFiles.lines(second))
    var scores: [Double] = []
    scores.reserveCapacity(ours.count)
    let start = WorkTimes.now
    var parser = NameParser()
    var names = InternedNames()
    for (name, other) in zip(ours, others) {
      names.add(parser.parse(name.span))
      names.add(parser.parse(other.span))
    }
    let parsed = WorkTimes.now
    var comparator = NameComparator()
    for pair in 0..<min(ours.count, others.count) {
      let score =
        withEvidence
        ? comparator.compare(2 * pair, 2 * pair + 1, of: names).score
        : comparator.score(2 * pair, 2 * pair + 1, of: names)
      scores.append(score)
    }
    let end = WorkTimes.now
    try WorkFiles.write(scores, to: output)
    return WorkTimes(whole: end - start, main: end - parsed)
  }

  static func matrix(_ path: String, to output: String) throws(RecordError) -> WorkTimes {
    let lines = try WorkFiles.lines(path)
    var scores: [Double] = []
    scores.reserveCapacity(lines.count * lines.count)
    let start = WorkTimes.now
    var parser = NameParser()
    var names = InternedNames()
    for line in lines { names.add(parser.parse(line.span)) }
    let parsed = WorkTimes.now
    var comparator = NameComparator()
    for first in lines.indices {
      for second in lines.indices {
        scores.append(comparator.score(first, second, of: names))
      }
    }
    let end = WorkTimes.now
    try WorkFiles.write(scores, to: output)
    return WorkTimes(whole: end - start, main: end - parsed)
  }
}
