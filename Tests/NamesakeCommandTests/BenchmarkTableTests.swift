// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage
import Testing

/// The README's benchmark table is the one that the measurements wrote, unedited.
@Suite("benchmark table")
struct BenchmarkTableTests {
  private static var root: FilePath {
    var path = FilePath(#filePath)
    for _ in 0..<3 { path.removeLastComponent() }
    return path
  }

  private static func text(_ file: FilePath) throws -> String {
    var source = try ByteSource(file)
    var bytes: [UInt8] = []
    try source.readToEnd(into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("what stands between the markers is the table of the folder that they name")
  func block() throws {
    let readme = try Self.text(Self.root.appending("README.md"))
    let parts = readme.split(separator: "<!-- benchmarks: ", omittingEmptySubsequences: false)
    guard parts.count > 1 else {
      print("skipped: README.md has no benchmark markers")
      return
    }
    #expect(parts.count == 2)
    guard let begin = parts[1].firstRange(of: " -->\n"),
      let end = parts[1].firstRange(of: "<!-- end of benchmarks -->")
    else {
      Issue.record("the markers of README.md do not close")
      return
    }
    let folder = String(parts[1][..<begin.lowerBound])
    let table = try Self.text(Self.root.appending(folder).appending("table.md"))
    #expect(parts[1][begin.upperBound..<end.lowerBound] == table)
  }
}
