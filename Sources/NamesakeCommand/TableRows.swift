// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// Reads a csv or tsv file with a header, row by row.
enum TableRows {
  /// Calls back with the wanted columns of each row, an empty field for a column that is not there.
  ///
  /// - Parameters:
  ///   - path: The file; `.gz` and `.zst` are unpacked.
  ///   - columns: Names of the columns.
  ///   - body: Called for each row.
  /// - Throws: When the file cannot be read.
  static func read(
    _ path: FilePath, columns: [String], _ body: ([[UInt8]]) -> Void
  ) throws(RecordError) {
    let format = RecordFormat(path: path) == .csv ? RecordFormat.csv : .tsv
    var reader = try RecordReader(try ByteSource(path), format: format)
    guard let header = reader.header else { return }
    let places = columns.map { header.names.firstIndex(of: $0) }
    var row = CSVRow(dialect: header.dialect)
    while let batch = try reader.nextBatch() {
      for record in 0..<batch.count {
        let text = batch.record(record)
        row.split(text)
        body(
          places.map { place in
            var field: [UInt8] = []
            if let place, place < row.count { row.appendField(place, of: text, to: &field) }
            return field
          })
      }
    }
  }

  /// The header of a table.
  static func columns(of path: FilePath) throws(RecordError) -> [String] {
    let format = RecordFormat(path: path) == .csv ? RecordFormat.csv : .tsv
    let reader = try RecordReader(try ByteSource(path), format: format)
    return reader.header?.names ?? []
  }
}
