// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import SystemPackage

/// `TableForge diff`: what a new version of a profile gives otherwise than the old one.
struct DiffTables: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Prints the characters and words whose output differs between two tables.",
    discussion: """
      One line for each: the code point and the character, or the word; what the old table gives and
      what the new one gives, with tabs between. A new output is a new version of the profile: keys
      that were stored under the old one do not match any more.
      Exit code 0 when nothing differs, 1 when something does or a file cannot be read.

      Example:
        git show HEAD:Sources/CNamesakeTables/tables/key.bin > old.bin
        TableForge diff old.bin Sources/CNamesakeTables/tables/key.bin --words names.txt
      """)

  @Argument(help: "Table of the old version.")
  var old: String

  @Argument(help: "Table of the new version.")
  var new: String

  @Option(help: "File of words or names, one a line.")
  var words: String?

  func run() throws {
    let (old, new) = try (TableFile(path: FilePath(old)), TableFile(path: FilePath(new)))
    var found = 0
    func compare(_ name: String, _ before: [UInt8], _ after: [UInt8]) {
      guard before != after else { return }
      found += 1
      print("\(name)\t\(Self.shown(before))\t\(Self.shown(after))")
    }
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = value < 0x20 ? "" : " \(scalar)"
      compare(Self.code(value) + shown, old.output(of: value), new.output(of: value))
    }
    if let words {
      for word in try readFile(FilePath(words)).split(separator: 0x0A) {
        let bytes = [UInt8](word)
        compare(Self.shown(bytes), old.output(of: bytes), new.output(of: bytes))
      }
    }
    if found > 0 { throw ExitCode(1) }
  }

  private static func code(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
