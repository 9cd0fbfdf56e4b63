// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables

/// A two-stage table from Unicode scalars to 64-bit entries, read in place from the binary.
///
/// `TableForge` documents the layout (`ScalarTableBuilder`).
///
/// Safety: the pointers lead into constant memory of the program that is never freed or written,
/// and TableForge guarantees that every block number in the index exists.
@safe
struct ScalarTable: @unchecked Sendable {
  // Sendable: constant memory.
  private let index: UnsafePointer<UInt16>
  private let entries: UnsafePointer<UInt64>
  private let overflow: UnsafePointer<UInt8>
  /// Version of the Unicode data that the table was made from.
  let unicodeVersion: (major: UInt8, minor: UInt8)

  private init(_ table: nsk_table) {
    let bytes = unsafe UnsafeRawBufferPointer(start: table.bytes, count: table.count)
    let magic = unsafe Array(bytes.prefix(8))
    precondition(magic == Array("NSKTABLE".utf8), "an embedded table is damaged")
    unicodeVersion = unsafe (bytes[12], bytes[13])
    let blockCount = unsafe Int(bytes.load(fromByteOffset: 16, as: UInt32.self))
    let start = unsafe UnsafeRawPointer(table.bytes!)
    let indexStart = 24
    let entryStart = indexStart + 2 * (0x110000 / 64)
    unsafe index = (start + indexStart).assumingMemoryBound(to: UInt16.self)
    unsafe entries = (start + entryStart).assumingMemoryBound(to: UInt64.self)
    unsafe overflow = (start + entryStart + 8 * 64 * blockCount)
      .assumingMemoryBound(to: UInt8.self)
  }

  /// The entry of a scalar; values past U+10FFFF must not be passed.
  @inline(__always)  // The walk reads one entry a character: a call here halved its speed.
  subscript(scalar: UInt32) -> UInt64 {
    unsafe entries[Int(index[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// The entry of a scalar given by its bits above the low six, and those six.
  @inline(__always)  // As above.
  func entry(group: Int, low: UInt8) -> UInt64 {
    unsafe entries[Int(index[group]) << 6 | Int(low)]
  }

  /// Copies the long output of an overflow entry.
  func overflowBytes(_ entry: UInt64) -> UnsafeBufferPointer<UInt8> {
    let offset = Int(truncatingIfNeeded: entry >> 8 & 0xFFFF_FFFF)
    let count = Int(truncatingIfNeeded: entry >> 40 & 0xFFFF)
    return unsafe UnsafeBufferPointer(start: overflow + offset, count: count)
  }

  static let properties = unsafe ScalarTable(nsk_table_properties())
  static let key = unsafe ScalarTable(nsk_table_key())
  static let fold = unsafe ScalarTable(nsk_table_fold())
  static let latin = unsafe ScalarTable(nsk_table_latin())
  static let ascii = unsafe ScalarTable(nsk_table_ascii())
}
