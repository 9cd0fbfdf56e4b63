// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import SystemPackage

/// Reads the files in which one row holds all terms of one meaning.
///
/// A row is `term, term…<TAB>language term, term… | language term…`; the first term names the
/// meaning, `#` begins a comment, and the second column may be missing. Of given names, the first
/// column has the full forms.
enum ConcordanceRows {
  struct Row {
    var meaning: String
    /// The terms of the first column.
    var heads: [String]
    /// Those of the other columns.
    var others: [String]
  }

  static func read(_ path: FilePath) throws -> [Row] {
    let text = try String(decoding: readFile(path), as: UTF8.self)
    var rows: [Row] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let heads = list(fields[0])
      var others: [String] = []
      for block in fields.count > 1 ? fields[1].split(separator: "|") : [] {
        let block = block.drop { $0 == " " }
        guard let space = block.firstIndex(of: " ") else {
          throw ForgeError("\(path):\(number + 1): a block is a language, a space and its terms")
        }
        others += list(block[space...])
      }
      guard let meaning = heads.first, fields.count <= 2 else {
        throw ForgeError("\(path):\(number + 1): a row is its terms, a tab and those by language")
      }
      rows.append(Row(meaning: meaning, heads: heads, others: others))
    }
    return rows
  }

  private static func list(_ field: Substring) -> [String] {
    field.split(separator: ",").map { term in
      let start = term.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
