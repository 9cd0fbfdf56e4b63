// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// The tables that spellings and word vectors are learned from: names of entities, or word pairs.
enum TrainingTables {
  /// A row of either kind of table.
  enum Row {
    /// Two spellings of a word, and how often they were seen.
    case words([UInt8], [UInt8], times: Int)
    /// One name of an entity, and the codes of its languages.
    case name(id: [UInt8], languages: [UInt8], text: [UInt8])
  }

  /// Calls back with every row of some csv or tsv files, whose headers tell the kinds.
  ///
  /// - Throws: When a file cannot be read, or has the columns of neither kind.
  static func read(_ files: [String], _ body: (Row) -> Void) throws(RecordError) {
    for file in files {
      let path = FilePath(file)
      let columns = try TableRows.columns(of: path)
      if columns.contains("word1"), columns.contains("word2") {
        try TableRows.read(path, columns: ["word1", "word2", "count"]) { row in
          let times = Int(String(decoding: row[2], as: UTF8.self)) ?? 1
          body(.words(row[0], row[1], times: times))
        }
      } else if columns.contains("id"), columns.contains("name") {
        try TableRows.read(path, columns: ["id", "languages", "name"]) { row in
          body(.name(id: row[0], languages: row[1], text: row[2]))
        }
      } else {
        throw RecordError(
          .cannotRead, at: file, "the table has neither id and name nor word1 and word2",
          advice: "name the columns in the first line")
      }
    }
  }
}
