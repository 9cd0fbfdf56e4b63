// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

extension [UInt8] {
  /// Appends one field, quoted if it must be.
  ///
  /// Without quotes (TSV) a field cannot hold a delimiter or a line end: each is written as a space.
  ///
  /// - Returns: whether something had to be replaced in this way.
  @discardableResult
  package mutating func appendCSVField(_ field: Span<UInt8>, dialect: CSVDialect) -> Bool {
    var isSpecial = false
    for index in field.indices {
      let byte = field[index]
      if byte == dialect.delimiter || byte == 0x0A || byte == 0x0D
        || (byte == UInt8(ascii: "\"") && dialect.hasQuotes)
      {
        isSpecial = true
        break
      }
    }
    guard isSpecial else {
      append(copying: field)
      return false
    }
    if dialect.hasQuotes {
      appendQuoted(field)
      return false
    }
    for index in field.indices {
      let byte = field[index]
      let isBarred = byte == dialect.delimiter || byte == 0x0A || byte == 0x0D
      append(isBarred ? UInt8(ascii: " ") : byte)
    }
    return true
  }

  /// Appends a row as it stands and the delimiters that make it as wide as the header, so that
  /// columns added after it stand under their names.
  ///
  /// - Parameters:
  ///   - row: raw bytes without line end.
  ///   - missing: how many fields the row lacks; negative counts as none.
  ///   - dialect: the row's own.
  package mutating func appendCSVRow(
    _ row: Span<UInt8>, missing: Int = 0, dialect: CSVDialect
  ) {
    append(copying: row)
    for _ in 0..<Swift.max(missing, 0) { append(dialect.delimiter) }
  }

  /// Appends a delimiter and a field: a column at the end of a row.
  @discardableResult
  package mutating func appendCSVColumn(_ field: Span<UInt8>, dialect: CSVDialect) -> Bool {
    append(dialect.delimiter)
    return appendCSVField(field, dialect: dialect)
  }

  private mutating func appendQuoted(_ field: Span<UInt8>) {
    append(UInt8(ascii: "\""))
    for index in field.indices {
      if field[index] == UInt8(ascii: "\"") { append(UInt8(ascii: "\"")) }
      append(field[index])
    }
    append(UInt8(ascii: "\""))
  }
}
