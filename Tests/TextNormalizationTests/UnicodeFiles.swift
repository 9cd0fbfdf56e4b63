// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc
import Testing
import TextBytes
import TextNormalization

/// The Unicode Character Database's files.
///
/// They lie as Debian's `unicode-data` and `unicode-cldr-core` put them; `NAMESAKE_UNICODE` names
/// another folder.
enum UnicodeFiles {
  static var folder: String {
    unsafe getenv("NAMESAKE_UNICODE").map { unsafe String(cString: $0) } ?? "/usr/share/unicode"
  }

  /// Whether a file is there, packed by bzip2 or not.
  static func has(_ name: String) -> Bool {
    let path = "\(folder)/\(name)"
    return unsafe access(path, R_OK) == 0 || access(path + ".bz2", R_OK) == 0
  }

  static let missing: Comment =
    "install unicode-data and unicode-cldr-core, or set NAMESAKE_UNICODE to their folder"

  /// Lines without comments and blank ends, empty ones left out.
  static func lines(_ name: String) -> [Substring] {
    let text = String(decoding: read("\(folder)/\(name)"), as: UTF8.self)
    return text.split(separator: "\n").map { line in
      var line = line.prefix { $0 != "#" }
      while line.last == " " { line.removeLast() }
      return line
    }.filter { !$0.isEmpty }
  }

  /// Rows of a break test: ÷ stands where there is a boundary, × where there is none.
  static func breaks(_ name: String) -> [(line: Substring, text: [UInt8], boundaries: [Int])] {
    lines(name).map { line in
      var text: [UInt8] = []
      var boundaries: [Int] = []
      for part in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
        if part == "÷" {
          if !text.isEmpty { boundaries.append(text.count) }
        } else if part != "×" {
          text += self.text(part)
        }
      }
      return (line, text, boundaries)
    }
  }

  /// The bytes of a file, unpacked.
  static func read(_ path: String) -> [UInt8] {
    let isPacked = unsafe access(path, R_OK) != 0
    let command = (isPacked ? "bzcat '\(path).bz2'" : "cat '\(path)'")
    guard let pipe = unsafe popen(command, "r") else { return [] }
    defer { unsafe pclose(pipe) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, pipe)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Names of the files of a folder, in order.
  static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir("\(Self.folder)/\(folder)") else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe names.append(String(cString: $0))
        }
      }
    }
    return names.sorted()
  }

  /// Text of code points in hexadecimal, separated by spaces.
  static func text(_ field: some StringProtocol) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for part in field.split(separator: " ") {
      if let value = UInt32(part, radix: 16), let scalar = Unicode.Scalar(value) {
        scalars.append(scalar)
      }
    }
    return Array(String(scalars).utf8)
  }
}

/// The bytes that a profile gives for bytes.
func normalized(_ bytes: [UInt8], _ normalizer: inout TextNormalizer) -> [UInt8] {
  var output = ByteBuffer(capacity: bytes.count + 16)
  normalizer.normalize(bytes.span, into: &output)
  return output.array()
}
