// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
public import NameModel
internal import RecordFormats

/// Compares the names of two lists, first with first, second with second.
///
/// - Parameters:
///   - first: Names in any scripts.
///   - second: As many others.
///   - kinds: What each pair names, where known: empty, or as many.
///   - threads: Workers; the result is the same for any number.
/// - Returns: A probability, `0...1`, for each pair: what `compareNames` of two names gives.
public func compareNames(
  _ first: some TextList, _ second: some TextList, kinds: [NameKind?] = [], threads: Int = 1
) -> [Double] {
  precondition(first.count == second.count, "names are compared in pairs")
  var scores: [Double] = []
  scores.reserveCapacity(first.count)
  RangePipeline.run(
    count: first.count, size: 2048, threads: threads, makeScratch: { PairReader() },
    work: { reader, range in
      range.map { number in
        reader.read(first, second, number, kinds)
        return reader.comparator.score(reader.left, reader.right)
      }
    },
    deliver: { scores += $0 })
  return scores
}

/// Compares the names of two lists and says why.
///
/// - Returns: For each pair the probability and, as JSON, the evidence for it.
public func explainNames(
  _ first: some TextList, _ second: some TextList, kinds: [NameKind?] = [], threads: Int = 1
) -> (scores: [Double], evidence: TextColumn) {
  precondition(first.count == second.count, "names are compared in pairs")
  var scores: [Double] = []
  var evidence = TextColumn()
  RangePipeline.run(
    count: first.count, size: 2048, threads: threads, makeScratch: { PairReader() },
    work: { reader, range in
      var found: (scores: [Double], evidence: TextColumn) = ([], TextColumn())
      for number in range {
        reader.read(first, second, number, kinds)
        let comparison = reader.comparator.compare(reader.left, reader.right)
        found.scores.append(comparison.score)
        first.withText(number) { left in
          second.withText(number) { right in
            var json: [UInt8] = []
            json.appendEvidence(comparison, reader.left, left, reader.right, right)
            found.evidence.append(json)
          }
        }
      }
      return found
    },
    deliver: {
      scores += $0.scores
      evidence.append($0.evidence)
    })
  return (scores, evidence)
}

/// Reads the two names of a pair.
private struct PairReader: ~Copyable {
  var comparator = NameComparator()
  private var parser = NameParser()
  private(set) var left: StructuredName
  private(set) var right: StructuredName

  init() {
    left = parser.parse("")
    right = left
  }

  mutating func read(
    _ first: some TextList, _ second: some TextList, _ number: Int, _ kinds: [NameKind?]
  ) {
    let kind = kinds.isEmpty ? nil : kinds[number]
    first.withText(number) { left = parser.parse($0, kind: kind) }
    second.withText(number) { right = parser.parse($0, kind: kind) }
  }
}
