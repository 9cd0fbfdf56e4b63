// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats

/// Writes records with what was added, in the format that the user asked for.
///
/// In the format of the input everything else passes through byte for byte; between formats a
/// table's columns become string members, and a JSON record gives its wanted fields as columns.
struct RecordWriter: Sendable {
  let input: RecordFormat
  let output: RecordFormat
  let header: CSVHeader?
  let wanted: [WantedField]

  /// The header of the output table, nil for other formats.
  func headerLine(adding names: [String]) -> [UInt8]? {
    guard let dialect = output.dialect else { return nil }
    var line: [UInt8] = []
    if let header, header.dialect == dialect {
      line = header.raw
    } else {
      append(columns: (header?.names ?? wanted.map(\.name)).map { Array($0.utf8) }, dialect, &line)
    }
    for name in names { line.appendCSVColumn(name.utf8Span.span, dialect: dialect) }
    // The header's line ends as the records' lines do.
    if let header, input == output, header.endsWithCarriageReturn { line.append(0x0D) }
    line.append(0x0A)
    return line
  }

  /// Appends one record.
  func append(
    _ record: Int, of batch: RecordBatch, _ reader: borrowing FieldReader, values: [[UInt8]?],
    added: borrowing AddedFields, to bytes: inout [UInt8]
  ) {
    switch output {
    case .text: bytes += added.text
    case .jsonl: appendJSON(record, batch, reader, values, added, to: &bytes)
    case .csv: appendTable(.csv, record, batch, reader, values, added, to: &bytes)
    case .tsv: appendTable(.tsv, record, batch, reader, values, added, to: &bytes)
    }
    if output.dialect != nil, input == output, batch.endsWithCarriageReturn(record) {
      bytes.append(0x0D)
    }
    bytes.append(0x0A)
  }

  private func appendJSON(
    _ record: Int, _ batch: RecordBatch, _ reader: borrowing FieldReader, _ values: [[UInt8]?],
    _ added: borrowing AddedFields, to bytes: inout [UInt8]
  ) {
    var members = JSONMembers()
    if input == .jsonl {
      add(added, to: &members)
      bytes.appendJSONObject(reader.json.text, adding: members)
      return
    }
    if let header {
      for (column, name) in header.names.enumerated() where column < reader.row.count {
        var field: [UInt8] = []
        reader.row.appendField(column, of: batch.record(record), to: &field)
        members.add(name, string: field.span)
      }
    } else {
      for (field, value) in zip(wanted, values) {
        if let value { members.add(field.name, string: value.span) }
      }
    }
    add(added, to: &members)
    bytes.appendJSONObject(members)
  }

  private func add(_ added: borrowing AddedFields, to members: inout JSONMembers) {
    for field in added.fields {
      if field.isJSON {
        let json = Array(added.arena[field.bytes])
        members.add(field.name) { $0 += json }
      } else {
        members.add(field.name, string: added.arena.span.extracting(field.bytes))
      }
    }
  }

  private func appendTable(
    _ dialect: CSVDialect, _ record: Int, _ batch: RecordBatch, _ reader: borrowing FieldReader,
    _ values: [[UInt8]?], _ added: borrowing AddedFields, to bytes: inout [UInt8]
  ) {
    if let header, header.dialect == dialect {
      bytes.appendCSVRow(
        batch.record(record), missing: header.names.count - reader.row.count, dialect: dialect)
    } else if let header {
      let columns = header.names.indices.map { column in
        var field: [UInt8] = []
        if column < reader.row.count {
          reader.row.appendField(column, of: batch.record(record), to: &field)
        }
        return field
      }
      append(columns: columns, dialect, &bytes)
    } else {
      append(columns: values.map { $0 ?? [] }, dialect, &bytes)
    }
    for field in added.fields {
      bytes.appendCSVColumn(added.arena.span.extracting(field.bytes), dialect: dialect)
    }
  }

  private func append(columns: [[UInt8]], _ dialect: CSVDialect, _ bytes: inout [UInt8]) {
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(dialect.delimiter) }
      bytes.appendCSVField(column.span, dialect: dialect)
    }
  }
}
