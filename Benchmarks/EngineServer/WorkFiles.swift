// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import RecordFormats
internal import SystemPackage

/// The files of a request.
enum WorkFiles {
  static func bytes(_ path: String) throws(RecordError) -> [UInt8] {
    var source = try ByteSource(FilePath(path))
    var bytes: [UInt8] = []
    try source.readToEnd(into: &bytes)
    return bytes
  }

  static func lines(_ path: String) throws(RecordError) -> [[UInt8]] {
    try bytes(path).split(separator: 0x0A).map { Array($0) }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(RecordError) {
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
      try file.closeAfter { _ = try file.writeAll(bytes) }
    } catch {
      throw RecordError(.cannotWrite, at: path, "\(error)", advice: "check the path")
    }
  }

  /// Numbers as text, one a line.
  static func write(_ numbers: [Double], to path: String) throws(RecordError) {
    try write(numbers.flatMap { Array("\($0)\n".utf8) }, to: path)
  }
}
