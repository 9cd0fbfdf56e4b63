// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import SystemPackage

/// A mapping table read back from its file (`ScalarTableBuilder`, `MappingEntry`).
struct TableFile {
  private let bytes: [UInt8]
  private let entryStart: Int
  private let overflowStart: Int

  init(path: FilePath) throws {
    bytes = try readFile(path)
    guard bytes.count > 24, bytes.prefix(8).elementsEqual("NSKTABLE".utf8) else {
      throw ForgeError("\(path): this is no table of scalars")
    }
    entryStart = 24 + 2 * ScalarTableBuilder.groupCount
    // The overflow bytes come last, behind the block table where there is one.
    overflowStart = bytes.count - Self.number(bytes[20..<24])
    guard overflowStart >= entryStart + 8 * 64 * Self.number(bytes[16..<20]) else {
      throw ForgeError("\(path): the table is cut off")
    }
  }

  /// What a scalar turns into.
  func output(of scalar: UInt32) -> [UInt8] {
    let block = Self.number(bytes[(24 + 2 * Int(scalar >> 6))...].prefix(2))
    let start = entryStart + 8 * (block << 6 | Int(scalar & 63))
    switch bytes[start] & 15 {
    case UInt8(MappingEntry.identity): return utf8([scalar])
    case UInt8(MappingEntry.overflow):
      let offset = overflowStart + Self.number(bytes[(start + 1)..<(start + 5)])
      return [UInt8](bytes[offset...].prefix(Self.number(bytes[(start + 5)..<(start + 7)])))
    case let length: return [UInt8](bytes[(start + 1)...].prefix(Int(length)))
    }
  }

  /// What a text turns into, scalar by scalar and composed, until nothing changes.
  ///
  /// The library also collapses spaces and decides Turkish casing: that is no matter of the table.
  func output(of text: [UInt8]) -> [UInt8] {
    var current = ICU.normalize(.nfc, text)
    // As many rounds as the library takes.
    for _ in 0..<4 {
      let mapped = ICU.normalize(.nfc, scalars(current).flatMap { output(of: $0) })
      if mapped == current { break }
      current = mapped
    }
    return current
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
