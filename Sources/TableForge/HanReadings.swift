// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import SystemPackage

/// Readings of Han characters in the languages beside Chinese, one table each.
///
/// `han-readings.tsv` says where they come from. A character without a reading stays itself in the
/// table, and is read as in Chinese.
enum HanReadings {
  /// Names of the tables in the order of the file's columns.
  private static let names = ["han-ja", "han-ko", "han-yue", "han-vi"]

  static func tables(path: FilePath) throws -> [(name: String, bytes: [UInt8])] {
    let text = try String(decoding: readFile(path), as: UTF8.self)
    var readings = [[UInt32: [UInt8]]](repeating: [:], count: names.count)
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let scalar = fields[0].unicodeScalars.first?.value, fields.count == names.count + 1
      else { throw ForgeError("\(path): a character and \(names.count) readings: \(line)") }
      for (index, reading) in fields.dropFirst().enumerated() where !reading.isEmpty {
        readings[index][scalar] = Array(reading.utf8)
      }
    }
    return names.enumerated().map { index, name in
      (name, table(readings[index]))
    }
  }

  private static func table(_ readings: [UInt32: [UInt8]]) -> [UInt8] {
    ScalarTableBuilder { value, builder in
      guard let reading = readings[value] else { return MappingEntry.identity }
      return MappingEntry(output: reading).packed(for: value, in: &builder)
    }.serialized()
  }
}
