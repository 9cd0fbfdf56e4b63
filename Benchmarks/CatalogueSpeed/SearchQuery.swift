// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import Glibc
internal import NameModel
internal import TextBytes
internal import TextNormalization

/// A name to look for, and the id of what it names.
struct SearchQuery {
  var id: String
  var name: [UInt8]
  var kind: NameKind?

  /// Script of its first letter.
  var script: String {
    var place = 0
    while place < name.count {
      let decoded = name.span.scalar(at: place)
      let script = CharacterProperties(decoded.value).script
      if script != .common { return script.code }
      place += decoded.length
    }
    return "none"
  }

  /// The queries of a file; none when it cannot be read.
  static func read(_ path: String) -> [SearchQuery] {
    var bytes: [UInt8] = []
    let file = unsafe open(path, O_RDONLY)
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe part.withUnsafeMutableBytes {
        unsafe Glibc.read(file, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      bytes += part.prefix(count)
    }
    close(file)
    return bytes.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09)
      guard fields.count >= 2, !line.starts(with: "id\t".utf8) else { return nil }
      let kind =
        fields.count > 2 ? NameKind(rawValue: String(decoding: fields[2], as: UTF8.self)) : nil
      return SearchQuery(
        id: String(decoding: fields[0], as: UTF8.self), name: Array(fields[1]), kind: kind)
    }
  }
}
