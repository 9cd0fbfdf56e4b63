// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How the fields of a row are told apart.
package struct CSVDialect: Sendable, Equatable {
  package let delimiter: UInt8
  /// Whether `"` at the start of a field opens a quoted one.
  package let hasQuotes: Bool

  package init(delimiter: UInt8, hasQuotes: Bool) {
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
  }

  /// Commas and quotes, as in RFC 4180.
  package static let csv = CSVDialect(delimiter: UInt8(ascii: ","), hasQuotes: true)
  /// Tabs, and nothing else is special: the common practice of data dumps and of IANA's
  /// `text/tab-separated-values`.
  ///
  /// Quotes and backslashes are ordinary characters.
  package static let tsv = CSVDialect(delimiter: UInt8(ascii: "\t"), hasQuotes: false)
}
