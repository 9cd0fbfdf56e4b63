// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel
internal import RecordFormats

/// Compares every name of one list with every name of another.
///
/// Words are compared once however many names they stand in, so this is cheaper than the pairs
/// one by one.
///
/// - Parameters:
///   - rows: Names in any scripts, *r* of them.
///   - columns: Others, *c* of them.
///   - threads: Workers; the result is the same for any number.
/// - Returns: *r* × *c* probabilities, row after row.
/// - Complexity: O(*rc*) comparisons.
public func compareAll(
  _ rows: some TextList, _ columns: some TextList, threads: Int = 1
) -> [Float] {
  let names = MatrixNames(rows, columns)
  let (height, width) = (rows.count, columns.count)
  var scores: [Float] = []
  scores.reserveCapacity(height * width)
  RangePipeline.run(
    count: height, size: max(1, 2048 / max(1, width)), threads: threads,
    makeScratch: { NameComparator() },
    work: { comparator, range in
      range.flatMap { row in
        (0..<width).map { Float(names.score(row, height + $0, &comparator)) }
      }
    },
    deliver: { scores += $0 })
  return scores
}

/// The names of the rows and columns of a matrix, the rows first.
private final class MatrixNames: Sendable {
  private let names: InternedNames

  init(_ rows: some TextList, _ columns: some TextList) {
    var names = InternedNames()
    var parser = NameParser()
    for row in 0..<rows.count { rows.withText(row) { names.add(parser.parse($0)) } }
    for column in 0..<columns.count { columns.withText(column) { names.add(parser.parse($0)) } }
    self.names = names
  }

  func score(_ a: Int, _ b: Int, _ comparator: inout NameComparator) -> Double {
    comparator.score(a, b, of: names)
  }
}
