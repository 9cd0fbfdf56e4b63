// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats

/// Finds the wanted fields of a record, whatever its format.
struct FieldReader: ~Copyable {
  private let format: RecordFormat
  private let fields: [WantedField]
  private let paths: [JSONPath]
  private let columns: [Int?]
  private let width: Int
  /// All names behind each field of the last record, where it is a pair of entities.
  private(set) var names: [[[UInt8]]] = []
  private(set) var json = JSONRecord()
  private(set) var row: CSVRow

  /// Prepares for one input.
  ///
  /// - Throws: When a table lacks a column that is required.
  init(
    _ fields: [WantedField], format: RecordFormat, header: CSVHeader?, file: String
  ) throws(RecordError) {
    self.format = format
    self.fields = fields
    paths = fields.map { JSONPath($0.name) }
    columns = try Self.columns(of: fields, header: header, file: file)
    width = header?.names.count ?? 0
    row = CSVRow(dialect: header?.dialect ?? .csv)
  }

  /// Position of each wanted column, nil for optional ones that the table lacks.
  static func columns(
    of fields: [WantedField], header: CSVHeader?, file: String
  ) throws(RecordError) -> [Int?] {
    guard let header else { return fields.map { _ in nil } }
    var columns: [Int?] = []
    for field in fields {
      if field.isRequired || header.names.contains(field.name) {
        columns.append(try header.column(named: field.name, in: file))
      } else {
        columns.append(nil)
      }
    }
    return columns
  }

  /// What reading a record gave.
  enum Outcome {
    /// All required fields are there.
    case read
    /// The record stands, but a field is missing: it passes through unchanged.
    case incomplete
    /// The record cannot be used at all.
    case broken
  }

  /// Reads the fields of a record.
  ///
  /// - Parameters:
  ///   - record: Which record of the batch.
  ///   - batch: The batch.
  ///   - values: Receives the contents, nil for what is missing.
  ///   - issues: Receives what is wrong.
  /// - Returns: Whether the record can be worked on.
  mutating func read(
    _ record: Int, of batch: RecordBatch, values: inout [[UInt8]?], issues: inout [RecordIssue]
  ) -> Outcome {
    values.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    if batch.isBroken(record) { return .broken }
    switch format {
    case .text:
      values = fields.map { _ in nil }
      if !values.isEmpty {
        let line = batch.record(record)
        values[0] = unsafe line.withUnsafeBufferPointer { unsafe [UInt8]($0) }
      }
    case .jsonl:
      guard json.load(record, of: batch, issues: &issues) else { return .broken }
      for (field, path) in zip(fields, paths) {
        values.append(content(at: path) ?? EntityFields.content(field.name, in: json))
      }
      readEntities()
    case .csv, .tsv:
      let text = batch.record(record)
      row.split(text)
      if let issue = row.issue(in: batch, record: record, width: width) { issues.append(issue) }
      for column in columns {
        guard let column, column < row.count else {
          values.append(nil)
          continue
        }
        var value: [UInt8] = []
        row.appendField(column, of: text, to: &value)
        values.append(value)
      }
    }
    for (field, value) in zip(fields, values) where field.isRequired && value == nil {
      let option = format == .jsonl ? "--field" : "--select"
      issues.append(
        batch.issue(
          in: record, "the record has no text in \u{201C}\(field.name)\u{201D}",
          advice: "name the right field with \(option)"))
      return .incomplete
    }
    return .read
  }

  /// Reads all names of a pair of entities.
  ///
  /// A method of its own: inside `read` the compiler of Swift 6.3 does not come to an end without
  /// optimization.
  private mutating func readEntities() {
    guard json.value(at: "left.properties") != nil else { return }
    for field in fields { names.append(EntityFields.names(field.name, in: json)) }
  }

  /// Whether the record is a FollowTheMoney entity.
  var isEntity: Bool {
    format == .jsonl && json.value(at: "properties") != nil && json.value(at: "schema") != nil
  }

  /// A string's content; numbers count as their digits.
  private func content(at path: JSONPath) -> [UInt8]? {
    guard let value = json.value(at: path) else { return nil }
    var bytes: [UInt8] = []
    if json.appendString(value, to: &bytes) { return bytes }
    guard value.kind == .number else { return nil }
    return unsafe json.text.extracting(value.range).withUnsafeBufferPointer { unsafe [UInt8]($0) }
  }
}
