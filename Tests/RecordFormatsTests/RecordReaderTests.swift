// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage
import Testing

/// Everything a reader gives, in one piece.
struct ReadRecords {
  var texts: [String] = []
  var lines: [Int] = []
  var broken: [Int] = []
  var issues: [String] = []
  var header: CSVHeader?

  init(
    _ path: FilePath, format: RecordFormat? = nil, chunkSize: Int = 1 << 20,
    batchBytes: Int = 1 << 20
  ) throws {
    var reader = try RecordReader(
      try ByteSource(path, chunkSize: chunkSize), format: format, batchBytes: batchBytes)
    header = reader.header
    while let batch = try reader.nextBatch() {
      #expect(batch.firstRecord == texts.count)
      broken += (0..<batch.count).filter { batch.isBroken($0) }.map { $0 + texts.count }
      texts += batch.texts
      lines += (0..<batch.count).map { batch.line(of: $0) }
      issues += batch.issues.map { issue in
        String(issue.description.dropFirst("namesake: \(path.string):".count))
      }
    }
  }

  init(
    _ text: String, _ format: RecordFormat, chunkSize: Int = 1 << 20, batchBytes: Int = 1 << 20
  ) throws {
    let file = try TemporaryFile(Array(text.utf8))
    try self.init(file.path, format: format, chunkSize: chunkSize, batchBytes: batchBytes)
  }
}

struct RecordReaderTests {
  static let cutting: [(RecordFormat, String, [String], [Int])] = [
    (.text, "", [], []),
    (.text, "a", ["a"], [1]),
    (.text, "a\nb\n", ["a", "b"], [1, 2]),
    (.text, "a\r\n\r\n\nb", ["a", "", "", "b"], [1, 2, 3, 4]),
    (.text, "\n", [""], [1]),
    (.text, "a\rb\n", ["a\rb"], [1]),
    (.jsonl, "{}\n\n \t\r\n{}\n", ["{}", "{}"], [1, 4]),
    (.jsonl, "\n\n\n", [], []),
    (.csv, "h,i\n1,2\n\n3,4\n", ["1,2", "3,4"], [2, 4]),
    (.csv, "h,i\r\n1,2\r\n", ["1,2"], [2]),
    (.csv, "h\n1\n\n2\n", ["1", "", "2"], [2, 3, 4]),
    (.csv, "h,\"i\nj\"\n1,\"a\n\nb\"\n2,x", ["1,\"a\n\nb\"", "2,x"], [3, 6]),
    (.csv, "h,i\n5\" disk,a\n6,b\"c\n", ["5\" disk,a", "6,b\"c"], [2, 3]),
    (.csv, "h,i\n\"a\"x\"\ny\",2\n", ["\"a\"x\"", "y\",2"], [2, 3]),
    (.csv, "h,i\n\"a\"\"\n\",2\n3,4\n", ["\"a\"\"\n\",2", "3,4"], [2, 4]),
    (.tsv, "h\ti\n\"a\tb\n\t\n\nc\td", ["\"a\tb", "\t", "c\td"], [2, 3, 5]),
  ]

  @Test(arguments: Array(1...17) + [1 << 20])
  func cutsAtEveryChunkSize(chunkSize: Int) throws {
    for (format, text, texts, lines) in Self.cutting {
      for batchBytes in [1, 7, 1 << 20] {
        let read = try ReadRecords(text, format, chunkSize: chunkSize, batchBytes: batchBytes)
        #expect(read.texts == texts, "\(text)")
        #expect(read.lines == lines, "\(text)")
        #expect(read.issues.isEmpty)
      }
    }
  }

  @Test(arguments: [1, 2, 9, 1 << 20])
  func anOpenQuoteCostsOneLine(chunkSize: Int) throws {
    let read = try ReadRecords(
      "h,i\n1,2\n\"x\ny\",\"é and\n3,4\n5,6\n", .csv, chunkSize: chunkSize)
    #expect(read.texts == ["1,2", "\"x\ny\",\"é and", "3,4", "5,6"])
    #expect(read.lines == [2, 3, 5, 6])
    #expect(read.broken == [1])
    #expect(
      read.issues == [
        "4:4: a quoted field is never closed; close it with a quote, or double the quote if it is "
          + "part of the text"
      ])
  }

  @Test func anOpenQuoteInTheHeaderLosesNothing() throws {
    let read = try ReadRecords("h,\"i\n1,2\n3,4\n", .csv)
    #expect(read.texts == ["1,2", "3,4"])
    #expect(read.issues.count == 1)
  }

  @Test func anOpenQuoteIsGivenUpInLinearTime() throws {
    let row = "1,\"abc \"\"def\"\"\",x\n"
    let text = "h,i,j\n2,\"open\n" + String(repeating: row, count: 150)
    let file = try TemporaryFile(Array(text.utf8))
    // Every row closes and reopens the quote, so that rows are swallowed in twos, but none is lost.
    let read = try ReadRecords(file.path, format: .csv, chunkSize: 64)
    #expect(read.texts.joined(separator: "\n") + "\n" == text.dropFirst("h,i,j\n".count))
  }

  @Test func binaryRecordsAreReported() throws {
    let read = try ReadRecords("good\nbäd\0x\0\ngood\n\0", .text)
    #expect(read.texts.count == 4)
    #expect(read.broken == [1, 3])
    #expect(
      read.issues == [
        "2:4: a NUL byte: this is not text; check that this is the right file, in UTF-8",
        "4:1: a NUL byte: this is not text; check that this is the right file, in UTF-8",
      ])
  }

  @Test func anotherEncodingIsReportedOnce() throws {
    let file = try TemporaryFile([0xFF, 0xFE, 0x41, 0, 0x0A, 0])
    let read = try ReadRecords(file.path)
    #expect(read.texts.isEmpty)
    #expect(
      read.issues == [
        "1:1: this is UTF-16; nothing of it was read; convert it first: iconv -f utf-16 -t utf-8"
      ])
  }

  @Test func truncatedInputGivesItsWholeRecords() throws {
    let rows = (0..<20_000).map { "row \($0 &* 2_654_435_761)" }
    let packed = gzipped(Array((rows.joined(separator: "\n") + "\n").utf8))
    let file = try TemporaryFile(Array(packed.prefix(packed.count / 2)), suffix: ".txt.gz")
    let read = try ReadRecords(file.path)
    let whole = read.texts.count - read.broken.count
    #expect(whole > 1000)
    #expect(read.texts.prefix(whole) == rows.prefix(whole))
    #expect(read.broken.allSatisfy { $0 == whole })
    #expect(
      read.issues == [
        "\(whole + 1):1: the compressed data ends early; what came before it was used; get the "
          + "file again for the rest"
      ])
  }

  @Test(.timeLimit(.minutes(1)), arguments: [RecordFormat.text, .csv])
  func aLineOfFiftyMegabytes(format: RecordFormat) throws {
    let length = 50_000_000
    var bytes = Array("h,i\n".utf8)
    bytes.append(contentsOf: [UInt8](repeating: UInt8(ascii: "x"), count: length))
    bytes.append(contentsOf: "\nshort\n".utf8)
    let file = try TemporaryFile(bytes)
    let clock = ContinuousClock()
    let time = try clock.measure {
      let read = try ReadRecords(file.path, format: format, chunkSize: 1 << 16)
      #expect(read.texts.map(\.utf8.count) == (format == .csv ? [length, 5] : [3, length, 5]))
    }
    #expect(time < .seconds(20))
  }

  @Test func formatsAreTold() {
    let names: [(FilePath, RecordFormat?)] = [
      ("a.txt", .text), ("a.jsonl", .jsonl), ("a.NDJSON", .jsonl), ("a.csv.gz", .csv),
      ("b/a.x.tsv.zst", .tsv), ("a", nil), ("a.gz", nil), ("a.json", nil), ("/", nil),
    ]
    for (path, format) in names { #expect(RecordFormat(path: path) == format, "\(path)") }
    let starts: [(String, RecordFormat, RecordFormat)] = [
      (" \n {\"a\":1}", .jsonl, .jsonl), ("name,id\n1,2", .text, .csv), ("a\tb,c\n", .text, .tsv),
      ("\ta\nb,c", .text, .text), ("", .text, .text), ("Ada\n", .text, .text),
    ]
    for (start, plain, guessed) in starts {
      #expect(RecordFormat.sniff(start.utf8.span) == plain, "\(start)")
      #expect(RecordFormat.sniff(start.utf8.span, guessesTables: true) == guessed, "\(start)")
    }
  }

  @Test func aPipeHandsOnWhatItHas() throws {
    let (readEnd, writeEnd) = try FileDescriptor.pipe()
    try writeEnd.writeAll("one\ntwo\nthr".utf8)
    let source = try ByteSource(FilePath("/dev/fd/\(readEnd.rawValue)"))
    var reader = try RecordReader(source)
    #expect(try reader.nextBatch()?.texts == ["one", "two"])
    try writeEnd.writeAll("ee\nfour".utf8)
    #expect(try reader.nextBatch()?.texts == ["three"])
    try writeEnd.close()
    #expect(try reader.nextBatch()?.texts == ["four"])
    #expect(try reader.nextBatch() == nil)
    try readEnd.close()
  }
}
