// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import RecordFormats
import SystemPackage
import Testing

struct FolderListingTests {
  @Test func filesAreSortedByBytes() throws {
    let folder = try TemporaryFolder(files: [
      "b.txt", "a/z.csv.gz", "a.jsonl", "a/.hidden.txt", ".git/x.txt", "a/deep/é.tsv.zst", "B.txt",
      "skip.pdf", "a/skip.json", "z.txt",
    ])
    folder.link("link.txt", to: folder.path.appending("b.txt"))
    folder.link("loop", to: folder.path)
    let files = try FolderListing.files(in: folder.path)
    let names = files.map { String($0.string.dropFirst(folder.path.string.count + 1)) }
    #expect(
      names == [
        "B.txt", "a.jsonl", "a/deep/é.tsv.zst", "a/z.csv.gz", "b.txt", "link.txt", "z.txt",
      ])
    #expect(FolderListing.isFolder(folder.path))
    #expect(!FolderListing.isFolder(files[0]))
  }

  @Test func aMissingFolderIsAnError() {
    #expect(throws: RecordError.self) { try FolderListing.files(in: "/tmp/no-such-folder-x") }
  }
}

struct OutputSinkTests {
  @Test(arguments: [1, 7, 1 << 16])
  func bytesArriveInOrder(bufferSize: Int) throws {
    let file = try TemporaryFile([])
    var sink = try OutputSink(creating: file.path, bufferSize: bufferSize)
    var expected: [UInt8] = []
    for number in 0..<500 {
      let bytes = [UInt8](repeating: UInt8(number % 251), count: number % 13)
      try sink.write(bytes.span)
      expected += bytes
    }
    try sink.finish()
    #expect(drain(file.path).0 == expected)
  }

  @Test func aClosedPipeIsRecognisable() throws {
    // SIG_IGN is a macro that Swift does not see; ignoring is what the command does at its start.
    signal(SIGPIPE) { _ in }
    let (readEnd, writeEnd) = try FileDescriptor.pipe()
    try readEnd.close()
    var sink = OutputSink(writeEnd, name: "pipe")
    try sink.write([65].span)
    do throws(RecordError) {
      try sink.flush()
      Issue.record("writing to a closed pipe went well")
    } catch {
      #expect(error.code == .closedPipe)
    }
    try writeEnd.close()
  }

  @Test func aFullDiskIsAnError() throws {
    let full = try FileDescriptor.open(FilePath("/dev/full"), .writeOnly)
    var sink = OutputSink(full, name: "output")
    try sink.write([65].span)
    do throws(RecordError) {
      try sink.flush()
      Issue.record("writing to a full disk went well")
    } catch {
      #expect(
        error.description
          == "namesake: output: cannot write: No space left on device; free some space and run again"
      )
    }
    try full.close()
  }
}
