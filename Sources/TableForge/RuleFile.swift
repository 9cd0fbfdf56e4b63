// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import SystemPackage

/// A table of rules written by hand: one rule a line, `source<TAB>target[<TAB>note]`.
///
/// Lines that begin with `#` are comments. Characters stand as themselves or as `U+0130`.
/// An empty target deletes the source.
struct RuleFile {
  private(set) var rules: [UInt32: [UInt8]] = [:]

  init(path: FilePath) throws {
    let text = try String(decoding: readFile(path), as: UTF8.self)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let source = fields.first.map { Self.scalars($0) } ?? []
      guard fields.count >= 2, source.count == 1 else {
        throw ForgeError("\(path):\(number + 1): a rule is one character, a tab and its target")
      }
      guard rules[source[0]] == nil else {
        throw ForgeError("\(path):\(number + 1): a second rule for the same character")
      }
      rules[source[0]] = utf8(Self.scalars(fields[1]))
    }
  }

  private static func scalars(_ field: Substring) -> [UInt32] {
    if field.hasPrefix("U+"), let value = UInt32(field.dropFirst(2), radix: 16) { return [value] }
    return field.unicodeScalars.map(\.value)
  }
}

/// Why the forge stopped.
struct ForgeError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Reads a whole file.
func readFile(_ path: FilePath) throws -> [UInt8] {
  let file = try FileDescriptor.open(path, .readOnly)
  return try file.closeAfter {
    var bytes: [UInt8] = []
    let chunk = 1 << 16
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let count = try unsafe bytes.withUnsafeMutableBytes { buffer in
        try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
      }
      bytes.removeLast(chunk - count)
      if count == 0 { return bytes }
    }
  }
}

/// Writes a whole file, replacing what was there.
func writeFile(_ path: FilePath, _ bytes: [UInt8]) throws {
  let file = try FileDescriptor.open(
    path, .writeOnly, options: [.create, .truncate],
    permissions: [.ownerReadWrite, .groupRead, .otherRead])
  try file.closeAfter { _ = try file.writeAll(bytes) }
}
