// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

package import SystemPackage

/// How a stream is cut into records.
package enum RecordFormat: String, Sendable, CaseIterable {
  /// One record a line, blank lines included.
  case text
  /// One JSON value a line; blank lines are no records.
  case jsonl
  /// RFC 4180 with a header; quoted fields may hold delimiters, quotes and line ends.
  case csv
  /// Tab-separated with a header; there is no quoting, and a backslash is a backslash.
  case tsv

  /// The format that a file's name tells, or `nil` when it tells none.
  ///
  /// `.gz` and `.zst` are looked through: `people.csv.gz` is CSV. Upper and lower case are equal.
  package init?(path: FilePath) {
    guard var name = path.lastComponent else { return nil }
    if let packing = name.extension?.lowercased(), packing == "gz" || packing == "zst" {
      guard let inner = FilePath.Component(name.stem) else { return nil }
      name = inner
    }
    switch name.extension?.lowercased() {
    case "txt": self = .text
    case "jsonl", "ndjson": self = .jsonl
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    default: return nil
    }
  }

  /// The format that the first bytes of a stream look like.
  ///
  /// A first non-blank byte `{` means JSONL; everything else is text. Commas and tabs are common in
  /// plain text, so CSV and TSV are guessed only when the caller asks for it: then a tab in the
  /// first line means TSV, else a comma means CSV.
  ///
  /// - Complexity: O(n) in the length of the leading blanks and the first line.
  package static func sniff(_ start: Span<UInt8>, guessesTables: Bool = false) -> RecordFormat {
    var hasComma = false
    var hasTab = false
    var sawText = false
    for index in start.indices {
      let byte = start[index]
      if byte == UInt8(ascii: "\n") && sawText { break }
      if byte == UInt8(ascii: "\t") { hasTab = hasTab || sawText }
      if byte == UInt8(ascii: ",") { hasComma = true }
      guard !sawText, !byte.isJSONBlank else { continue }
      if byte == UInt8(ascii: "{") { return .jsonl }
      guard guessesTables else { return .text }
      sawText = true
    }
    guard guessesTables else { return .text }
    if hasTab { return .tsv }
    return hasComma ? .csv : .text
  }

  /// How rows are taken apart, for the two formats that have rows.
  package var dialect: CSVDialect? {
    switch self {
    case .csv: .csv
    case .tsv: .tsv
    case .text, .jsonl: nil
    }
  }
}

extension UInt8 {
  /// White space in the sense of JSON: space, tab, line feed, carriage return.
  var isJSONBlank: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }
}
