// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage
import Testing

/// What the README shows is what the program prints.
///
/// A `console` block begins with `$ command`; the lines below it must be a prefix of what the
/// command prints, or its beginning up to a line that is just `…`.
@Suite("README", .serialized)
struct ReadmeTests {
  private struct Example {
    var command: String
    var output: [String]
  }

  private static var root: FilePath {
    var path = FilePath(#filePath)
    for _ in 0..<3 { path.removeLastComponent() }
    return path
  }

  private static func examples() throws -> [Example] {
    var source = try ByteSource(root.appending("README.md"))
    var bytes: [UInt8] = []
    try source.readToEnd(into: &bytes)
    var examples: [Example] = []
    var isInside = false
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2)), output: []))
      } else if isInside, !examples.isEmpty {
        examples[examples.count - 1].output.append(String(line))
      }
    }
    return examples
  }

  @Test("every shown output is what the command prints")
  func outputs() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 4)
    let runner = CommandRunner()
    for example in examples {
      let command = example.command.replacing(
        "namesake", with: "'\(CommandRunner.command)'", maxReplacements: 1)
      let run = runner.shell("cd '\(Self.root.string)' && \(command)")
      let shown = example.output.prefix { $0 != "…" }
      #expect(Array(run.lines.prefix(shown.count)) == Array(shown), "\(example.command)")
    }
  }
}
