// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText

/// Lays out a two-stage table from Unicode scalars to 64-bit entries.
///
/// The low six bits of a scalar are the payload of its last UTF-8 byte, so a block holds the 64
/// scalars that share all bytes but the last. Equal blocks are stored once, except those below U+0800, which lie first, in order:
/// scalars of one and two UTF-8 bytes are found without the index.
///
/// Layout, all integers little-endian:
///
///     0   "NSKTABLE"
///     8   UInt32 layout version, UInt8 Unicode major, UInt8 Unicode minor,
///         UInt16 1 with a block table, 0 without
///     16  UInt32 number of blocks, UInt32 number of overflow bytes
///     24  UInt16 × 17408: block number of each group of 64 scalars
///     …   UInt64 × 64 × blocks: entries
///     …   the block table of a mapping, which `BlockTable` describes
///     …   overflow bytes
///
/// What an entry means is said where it is made: `MappingEntry` and `CharacterProperties`.
struct ScalarTableBuilder {
  static let layoutVersion: UInt32 = 3
  static let groupCount = 0x110000 / 64
  /// Groups below U+0800, whose blocks are never shared, so that they need no index.
  static let directGroupCount = 0x800 / 64

  private var index: [UInt16] = []
  private var blocks: [[UInt64]] = []
  private var numbers: [[UInt64]: UInt16] = [:]
  private var overflow: [UInt8] = []
  private var overflowOffsets: [[UInt8]: Int] = [:]

  /// Builds the table by asking for the entry of every scalar in order.
  init(entry: (UInt32, inout ScalarTableBuilder) -> UInt64) {
    for group in 0..<Self.groupCount {
      var block: [UInt64] = []
      block.reserveCapacity(64)
      for low in 0..<64 { block.append(entry(UInt32(group * 64 + low), &self)) }
      if group >= Self.directGroupCount, let number = numbers[block] {
        index.append(number)
      } else {
        let number = UInt16(blocks.count)
        numbers[block] = number
        blocks.append(block)
        index.append(number)
      }
    }
  }

  /// Stores a long output once and gives its offset.
  mutating func overflowOffset(_ bytes: [UInt8]) -> Int {
    if let known = overflowOffsets[bytes] { return known }
    let offset = overflow.count
    overflow += bytes
    overflowOffsets[bytes] = offset
    return offset
  }

  /// The table as bytes; a mapping has a block table.
  func serialized(isMapping: Bool = true) -> [UInt8] {
    var output = [UInt8]("NSKTABLE".utf8)
    output.append(littleEndian: Self.layoutVersion)
    output.append(littleEndian: ICU.unicodeVersion.major)
    output.append(littleEndian: ICU.unicodeVersion.minor)
    output.append(littleEndian: UInt16(isMapping ? 1 : 0))
    output.append(littleEndian: UInt32(blocks.count))
    output.append(littleEndian: UInt32(overflow.count))
    for number in index { output.append(littleEndian: number) }
    for block in blocks { for entry in block { output.append(littleEndian: entry) } }
    if isMapping {
      output += BlockTable { blocks[Int(index[Int($0 >> 6)])][Int($0 & 63)] }.serialized()
    }
    return output + overflow
  }
}
