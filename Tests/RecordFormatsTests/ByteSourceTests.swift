// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage
import Testing

struct ByteSourceTests {
  static let text = Array((0..<40_000).map { "line \($0)\n" }.joined().utf8)

  @Test(arguments: [1, 2, 3, 5, 16, 17, 4096, 1 << 20])
  func everyPackingGivesTheSameBytes(chunkSize: Int) throws {
    let text = Array(Self.text.prefix(chunkSize < 100 ? 3000 : .max))
    let half = text.count / 2
    let front = Array(text[..<half])
    let back = Array(text[half...])
    let skippable: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3]
    for bytes in [
      text, gzipped(text), gzipped(front) + gzipped(back), gzipped(text) + [0, 0, 0],
      gzipped([]) + gzipped(text), zstandard(text), zstandard(front) + zstandard(back),
      skippable + zstandard(text),
    ] {
      let file = try TemporaryFile(bytes)
      let (read, error) = drain(file.path, chunkSize: chunkSize)
      #expect(error == nil)
      #expect(read == text)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 100])
  func aByteOrderMarkIsDropped(chunkSize: Int) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let rows: [([UInt8], [UInt8])] = [
      (mark + [65], [65]), (mark, []), (mark + mark, mark), ([0xEF, 0xBB], [0xEF, 0xBB]), ([], []),
      (gzipped(mark + [65, 66]), [65, 66]),
    ]
    for (bytes, expected) in rows {
      let file = try TemporaryFile(bytes)
      let (read, error) = drain(file.path, chunkSize: chunkSize)
      #expect(read == expected)
      #expect(error == nil)
    }
  }

  @Test func truncatedDataIsDeliveredAndThenAnError() throws {
    for packed in [gzipped(Self.text), zstandard(Self.text)] {
      let file = try TemporaryFile(Array(packed.prefix(packed.count * 2 / 3)))
      let (read, error) = drain(file.path, chunkSize: 4096)
      #expect(!read.isEmpty)
      #expect(Self.text.starts(with: read))
      #expect(error?.code == .damagedCompression)
      #expect(error?.problem == "the compressed data ends early")
    }
  }

  @Test func corruptDataIsAnError() throws {
    for (packed, packing) in [(gzipped(Self.text), "gzip"), (zstandard(Self.text), "zstd")] {
      var damaged = packed
      for index in packed.count / 2..<packed.count / 2 + 40 { damaged[index] = 0xFF }
      let file = try TemporaryFile(damaged)
      let (_, error) = drain(file.path, chunkSize: 4096)
      #expect(error?.code == .damagedCompression, "\(packing)")
    }
    let file = try TemporaryFile(gzipped([65]) + Array("rubbish".utf8))
    let (read, error) = drain(file.path)
    #expect(read == [65])
    #expect(error?.problem == "there are other bytes after the end of the compressed data")
  }

  @Test func whatCannotBeOpenedSaysWhy() {
    let rows: [(FilePath, String)] = [
      (
        "/tmp/no-such-file.csv",
        "namesake: /tmp/no-such-file.csv: cannot open: No such file or directory; check the path"
      ),
      ("/tmp", "namesake: /tmp: cannot read: Is a directory; give the files inside it"),
    ]
    for (path, message) in rows {
      let (_, error) = drain(path)
      #expect(error?.description == message)
    }
  }
}
