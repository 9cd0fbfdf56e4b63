// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import Testing

/// A CSV reader as plain as it can be: one byte at a time, all in memory.
struct NaiveCSV {
  var rows: [[[UInt8]]] = []
  var raws: [[UInt8]] = []
  var broken: [Int] = []

  init(_ bytes: [UInt8]) {
    var position = 0
    while position < bytes.count { position = readRow(bytes, from: position) }
  }

  private mutating func readRow(_ bytes: [UInt8], from start: Int) -> Int {
    var fields: [[UInt8]] = [[]]
    var index = start
    var quoted = false
    var quoteStart = start
    var isFieldStart = true
    while index < bytes.count {
      let byte = bytes[index]
      if quoted {
        if byte == 0x22, index + 1 < bytes.count, bytes[index + 1] == 0x22 {
          fields[fields.count - 1].append(byte)
          index += 1
        } else if byte == 0x22 {
          quoted = false
        } else {
          fields[fields.count - 1].append(byte)
        }
      } else if byte == 0x22, isFieldStart {
        quoted = true
        quoteStart = index
      } else if byte == 0x2C {
        fields.append([])
      } else if byte == 0x0A {
        break
      } else {
        fields[fields.count - 1].append(byte)
      }
      isFieldStart = !quoted && byte == 0x2C
      index += 1
    }
    let isOpen = quoted
    if isOpen { index = bytes[quoteStart...].firstIndex(of: 0x0A) ?? bytes.count }
    var end = index
    if end > start, bytes[end - 1] == 0x0D {
      end -= 1
      if !isOpen { fields[fields.count - 1].removeLast() }
    }
    if end > start || (rows.first?.count == 1) {
      if isOpen { broken.append(rows.count) }
      rows.append(fields)
      raws.append(Array(bytes[start..<end]))
    }
    return index + 1
  }
}

struct CSVTests {
  @Test(arguments: 1...17)
  func agreesWithTheNaiveReader(chunkSize: Int) throws {
    var random = SeededRandom(state: UInt64(chunkSize))
    let alphabet = Array("ab,,\"\"\"\n\n\r".utf8)
    for _ in 0..<400 {
      let length = Int.random(in: 0...40, using: &random)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let naive = NaiveCSV(bytes)
      let file = try TemporaryFile(bytes)
      let read = try ReadRecords(file.path, format: .csv, chunkSize: chunkSize, batchBytes: 8)
      let shown = String(decoding: bytes, as: UTF8.self).debugDescription
      #expect(read.texts.map { Array($0.utf8) } == Array(naive.raws.dropFirst()), "\(shown)")
      #expect(read.header?.raw == naive.raws.first, "\(shown)")
      #expect(read.broken == naive.broken.filter { $0 > 0 }.map { $0 - 1 }, "\(shown)")
      var row = CSVRow(dialect: .csv)
      for (index, raw) in naive.raws.enumerated() where !naive.broken.contains(index) {
        row.split(raw.span)
        let fields = (0..<row.count).map { field in
          var bytes: [UInt8] = []
          row.appendField(field, of: raw.span, to: &bytes)
          return bytes
        }
        #expect(fields == naive.rows[index], "\(shown)")
      }
    }
  }

  static let rows: [(String, [String], stray: Bool)] = [
    ("", [""], false),
    (",", ["", ""], false),
    ("a,\"b,c\",d", ["a", "b,c", "d"], false),
    ("\"\",\"\"\"\"", ["", "\""], false),
    ("\"a\r\n\"\"b\"\"\",x", ["a\r\n\"b\"", "x"], false),
    ("\"a\" b\"c\",x", ["a b\"c\"", "x"], true),
    ("\"a,x", ["a,x"], true),
    ("a\"b,c", ["a\"b", "c"], false),
  ]

  @Test func fieldsAreUnquoted() {
    var row = CSVRow(dialect: .csv)
    for (text, fields, stray) in Self.rows {
      row.split(text.utf8.span)
      let read = (0..<row.count).map { field in
        var bytes: [UInt8] = []
        row.appendField(field, of: text.utf8.span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
      }
      #expect(read == fields, "\(text)")
      #expect(row.hasStrayQuote == stray, "\(text)")
      for field in 0..<row.count {
        if let range = row.contentRange(of: field) {
          #expect(Array(Array(text.utf8)[range]) == Array(fields[field].utf8))
        }
      }
    }
  }

  @Test func fieldsGoRoundThroughWriting() {
    var random = SeededRandom(state: 7)
    let alphabet = Array("a \",\n\r\té".unicodeScalars)
    var row = CSVRow(dialect: .csv)
    for _ in 0..<500 {
      let fields = (0..<3).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
              alphabet.randomElement(using: &random)
            }))
      }
      var bytes: [UInt8] = []
      bytes.appendCSVField(fields[0].utf8.span, dialect: .csv)
      bytes.appendCSVColumn(fields[1].utf8.span, dialect: .csv)
      bytes.appendCSVColumn(fields[2].utf8.span, dialect: .csv)
      row.split(bytes.span)
      let read = (0..<row.count).map { field in
        var content: [UInt8] = []
        row.appendField(field, of: bytes.span, to: &content)
        return String(decoding: content, as: UTF8.self)
      }
      #expect(read.map { Array($0.utf8) } == fields.map { Array($0.utf8) })
    }
  }

  @Test func rowsPassThroughByteForByte() {
    let raw = "\"x\" , \"a\"\"b\",  é"
    var bytes: [UInt8] = []
    bytes.appendCSVRow(raw.utf8.span, missing: 1, dialect: .csv)
    bytes.appendCSVColumn("1,5".utf8.span, dialect: .csv)
    #expect(String(decoding: bytes, as: UTF8.self) == raw + ",,\"1,5\"")
    bytes = []
    let isChanged = bytes.appendCSVField("a\tb\"c\nd".utf8.span, dialect: .tsv)
    #expect(isChanged)
    #expect(String(decoding: bytes, as: UTF8.self) == "a b\"c d")
  }

  @Test func columnsAreFoundByName() throws {
    let header = CSVHeader("id,\"full name\",id".utf8.span, dialect: .csv)
    #expect(try header.column(named: "full name", in: "f.csv") == 1)
    var messages: [String] = []
    for name in ["nam", "id"] {
      do throws(RecordError) {
        _ = try header.column(named: name, in: "f.csv")
      } catch {
        messages.append(error.description)
      }
    }
    #expect(
      messages == [
        "namesake: f.csv: there is no column “nam”; the columns are “id”, “full name”, “id”",
        "namesake: f.csv: the column “id” stands 2 times; give each column a name of its own",
      ])
  }

  @Test func raggedRowsAreReported() throws {
    let file = try TemporaryFile(Array("a,b\n1,2\n1\n1,é,3\n\"1\"x,2\n".utf8), suffix: ".csv")
    var reader = try RecordReader(try ByteSource(file.path))
    let batch = try #require(try reader.nextBatch())
    var row = CSVRow(dialect: .csv)
    var problems: [String] = []
    for record in 0..<batch.count {
      row.split(batch.record(record))
      if let issue = row.issue(in: batch, record: record, width: 2) {
        problems.append("\(issue.line):\(issue.column): \(issue.problem)")
      }
    }
    #expect(
      problems == [
        "3:2: the row has 1 fields, the header has 2",
        "4:5: the row has 3 fields, the header has 2",
        "5:1: a quoted field goes on after its closing quote",
      ])
  }
}
