// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats
import SystemPackage

/// Reads pairs that a person has decided: `name1,name2,same|different`, with or without a header.
///
/// They are added to what was decided before.
enum JudgementFile {
  static func read(
    _ path: FilePath, onto earlier: Judgements = Judgements()
  ) throws(RecordError) -> Judgements {
    let format = RecordFormat(path: path) == .tsv ? RecordFormat.tsv : .csv
    var reader = try RecordReader(try ByteSource(path), format: format)
    var judgements = earlier
    let file = reader.file
    guard let header = reader.header else { return judgements }
    if header.names.count >= 3, verdict(header.names[2]) != nil {
      try add(header.names, line: 1, file, to: &judgements)
    }
    var row = CSVRow(dialect: header.dialect)
    while let batch = try reader.nextBatch() {
      for record in 0..<batch.count {
        row.split(batch.record(record))
        let fields = (0..<row.count).map { column in
          var field: [UInt8] = []
          row.appendField(column, of: batch.record(record), to: &field)
          return String(decoding: field, as: UTF8.self)
        }
        try add(fields, line: batch.line(of: record), file, to: &judgements)
      }
    }
    return judgements
  }

  private static func verdict(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "same": true
    case "different": false
    default: nil
    }
  }

  /// A decision that cannot be read or followed ends the run: guessing would merge people whom
  /// somebody has told apart.
  private static func add(
    _ fields: [String], line: Int, _ file: String, to judgements: inout Judgements
  ) throws(RecordError) {
    guard fields.count >= 3, let isSame = verdict(fields[2]) else {
      throw RecordError(
        .cannotRead, at: "\(file):\(line)", "this is no decision about two names",
        advice: "write name1,name2,same or name1,name2,different")
    }
    let first = Array(normalize(fields[0]).utf8)
    let second = Array(normalize(fields[1]).utf8)
    do {
      try judgements.add(first, second, isSame: isSame)
    } catch {
      throw RecordError(
        .cannotRead, at: "\(file):\(line)",
        "\u{201C}\(fields[0])\u{201D} and \u{201C}\(fields[1])\u{201D} were decided the other way before",
        advice: "remove one of the decisions")
    }
  }
}
