// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats
import SystemPackage

/// Reads files of marked names that are no JSONL, and gives them as JSONL.
///
/// Tables of tokens (`.conll`, `.conllu`, `.iob`, `.iob2`, `.bio`), and tables of names as SlavicNER
/// has them (`.tsv`) with the text beside them (`.txt`). They are read whole.
struct AnnotatedFile {
  /// Field of the names in the records that are made.
  let field: String
  /// The unit in which they are counted, and in which a table of names counts.
  let unit: OffsetUnit

  private static let tokenTables: Set<String> = ["conll", "conllu", "iob", "iob2", "bio"]

  /// Whether a file is one of those, by its name and what lies beside it.
  static func reads(_ path: FilePath) -> Bool {
    isTokenTable(path)
      || plainExtension(path) == "tsv" && sibling(of: path, "txt").map(FolderListing.isFile) == true
  }

  /// The table of names that may lie beside a text.
  static func table(of path: FilePath) -> FilePath? {
    plainExtension(path) == "txt" ? sibling(of: path, "tsv") : nil
  }

  /// Whether a file is a table of tokens, by its name.
  static func isTokenTable(_ path: FilePath) -> Bool {
    tokenTables.contains(plainExtension(path) ?? "")
  }

  /// The last extension, packing looked through.
  private static func plainExtension(_ path: FilePath) -> String? {
    guard let last = path.lastComponent?.extension?.lowercased() else { return nil }
    guard last == "gz" || last == "zst" else { return last }
    return FilePath.Component(path.stem ?? "")?.extension?.lowercased()
  }

  private static func sibling(of path: FilePath, _ newExtension: String) -> FilePath? {
    guard let stem = path.lastComponent?.stem,
      let component = FilePath.Component("\(stem).\(newExtension)")
    else { return nil }
    return path.removingLastComponent().appending(component)
  }

  /// Opens a file; what is no JSONL is read and turned into it.
  ///
  /// - Parameters:
  ///   - path: Any file.
  ///   - issues: Receives what was wrong in a table.
  /// - Returns: JSONL, or the file as it is.
  /// - Throws: When a file cannot be read.
  func source(
    _ path: FilePath, issues: inout [RecordIssue]
  ) throws(RecordError) -> sending ByteSource {
    guard Self.reads(path) else { return try ByteSource(path) }
    let bytes = try Self.read(path)
    var lines: [UInt8] = []
    let name = path.lastComponent?.stem ?? path.string
    if Self.isTokenTable(path) {
      let table = TokenTable(bytes, file: path.string)
      issues += table.issues
      for (index, text) in table.texts.enumerated() {
        let number = table.texts.count > 1 ? "\(name)-\(index + 1)" : name
        append(text, id: text.id ?? number, to: &lines)
      }
    } else if let beside = Self.sibling(of: path, "txt") {
      let table = StandoffTable(bytes, file: path.string)
      issues += table.issues
      var text = AnnotatedText()
      text.text = try Self.read(beside)
      mark(table.rows, in: &text, path.string, &issues)
      append(text, id: name, to: &lines)
    }
    return ByteSource(lines, name: path.string)
  }

  private static func read(_ path: FilePath) throws(RecordError) -> [UInt8] {
    var source = try ByteSource(path)
    var bytes: [UInt8] = []
    try source.readToEnd(into: &bytes)
    return bytes
  }

  private func mark(
    _ rows: [StandoffTable.Row], in text: inout AnnotatedText, _ file: String,
    _ issues: inout [RecordIssue]
  ) {
    var counter = OffsetCounter(text.text.span, unit: unit)
    var names: [AnnotatedText.Name] = []
    for row in rows {
      guard let start = counter.byte(ofOffset: row.start),
        let end = counter.byte(ofOffset: row.end),
        row.form.isEmpty || text.text[start..<end].elementsEqual(row.form.utf8)
      else {
        issues.append(
          RecordIssue(
            file: file, line: row.line, column: 1,
            "\u{201C}\(row.form)\u{201D} does not stand at \(row.start)–\(row.end)",
            advice: "count start and end in \(unit.rawValue) units, end exclusive"))
        continue
      }
      names.append(AnnotatedText.Name(range: start..<end, type: row.type))
    }
    text.names = names
  }

  private func append(_ text: AnnotatedText, id: String, to lines: inout [UInt8]) {
    var counter = OffsetCounter(text.text.span, unit: unit)
    var places: [UInt8] = [UInt8(ascii: "[")]
    for (index, name) in text.names.enumerated() {
      if index > 0 { places.append(UInt8(ascii: ",")) }
      var one = JSONMembers()
      one.add("start", counter.offset(ofByte: name.range.lowerBound))
      one.add("end", counter.offset(ofByte: name.range.upperBound))
      if !name.type.isEmpty { one.add("type", string: name.type) }
      places.appendJSONObject(one)
    }
    places.append(UInt8(ascii: "]"))
    var members = JSONMembers()
    members.add("id", string: id)
    members.add("text", string: text.text.span)
    members.add(field) { $0 += places }
    lines.appendJSONObject(members)
    lines.append(0x0A)
  }
}
