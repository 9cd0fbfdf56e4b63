// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Something wrong in the data, with the place where a person finds it.
///
/// Whoever reads records passes an array in (`inout [RecordIssue]`) and decides when to print.
/// Issues of one batch stay with that batch, so that they come out in input order.
package struct RecordIssue: Sendable, Equatable {
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// Counted from 1, in Unicode scalars from the start of the line.
  package let column: Int
  package let problem: String
  package let advice: String
  /// Whether the record still can be used, for example after repairing its UTF-8.
  package let isHarmless: Bool

  package init(
    file: String, line: Int, column: Int, _ problem: String, advice: String,
    isHarmless: Bool = false
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.advice = advice
    self.isHarmless = isHarmless
  }
}

extension RecordIssue: CustomStringConvertible {
  /// `namesake: file:line:column: what is wrong; what to do`.
  package var description: String {
    "namesake: \(file):\(line):\(column): \(problem)\(advice.isEmpty ? "" : "; \(advice)")"
  }
}
