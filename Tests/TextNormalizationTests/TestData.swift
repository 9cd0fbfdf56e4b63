// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Tables beside the tests: tab-separated, `#` begins a comment line.
enum TestData {
  static func rows(_ name: String) -> [[Substring]] {
    text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  static func text(_ name: String) -> String {
    let here = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = here.joined(separator: "/") + "/Golden/" + name
    return String(decoding: UnicodeFiles.read(path), as: UTF8.self)
  }
}
