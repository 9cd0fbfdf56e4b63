// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The column names of a table.
package struct CSVHeader: Sendable, Equatable {
  package let dialect: CSVDialect
  /// Unquoted, in order.
  ///
  /// Bytes that are not UTF-8 are repaired.
  package let names: [String]
  /// The header as it stood in the file, without its line end.
  package let raw: [UInt8]

  /// Whether its line ends with a carriage return before the line feed.
  package let endsWithCarriageReturn: Bool

  package init(
    _ record: Span<UInt8>, dialect: CSVDialect, endsWithCarriageReturn: Bool = false
  ) {
    self.dialect = dialect
    self.endsWithCarriageReturn = endsWithCarriageReturn
    var row = CSVRow(dialect: dialect)
    row.split(record)
    var names: [String] = []
    for index in 0..<row.count {
      var name: [UInt8] = []
      row.appendField(index, of: record, to: &name)
      names.append(String(decoding: name, as: UTF8.self))
    }
    self.names = names
    var raw: [UInt8] = []
    raw.append(copying: record)
    self.raw = raw
  }

  /// The index of a column.
  ///
  /// - Throws: `.missingColumn`, naming the columns that exist; `.ambiguousColumn`.
  package func column(named name: String, in file: String) throws(RecordError) -> Int {
    // As bytes: names that merely look the same are not the same column.
    let matches = names.indices.filter { names[$0].utf8.elementsEqual(name.utf8) }
    guard let index = matches.first else {
      let known = names.map { "“\($0)”" }.joined(separator: ", ")
      let hint =
        names.count == 1 && names[0].contains(";")
        ? "; the fields seem to be parted by semicolons, which is not supported" : ""
      throw RecordError(
        .missingColumn, at: file, "there is no column “\(name)”",
        advice: "the columns are \(known)\(hint)")
    }
    guard matches.count == 1 else {
      throw RecordError(
        .ambiguousColumn, at: file, "the column “\(name)” stands \(matches.count) times",
        advice: "give each column a name of its own")
    }
    return index
  }
}
