// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
internal import TextBytes

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
  private let blocks: UnsafePointer<nsk_block_table>?
  private let overflow: UnsafePointer<UInt8>
  /// Version of the Unicode data that the table was made from.
  let unicodeVersion: (major: UInt8, minor: UInt8)

  private init(_ table: nsk_table) {
    let bytes = unsafe UnsafeRawBufferPointer(start: table.bytes, count: table.count)
    let magic = unsafe Array(bytes.prefix(8))
    precondition(magic == Array("NSKTABLE".utf8), "an embedded table is damaged")
    unicodeVersion = unsafe (bytes[12], bytes[13])
    let blockCount = unsafe Int(bytes.load(fromByteOffset: 16, as: UInt32.self))
    guard let start = bytes.baseAddress else { preconditionFailure("no table") }
    let indexStart = 24
    let entryStart = indexStart + 2 * (0x110000 / 64)
    unsafe index = (start + indexStart).assumingMemoryBound(to: UInt16.self)
    unsafe entries = (start + entryStart).assumingMemoryBound(to: UInt64.self)
    var end = unsafe start + entryStart + 8 * 64 * blockCount
    if unsafe bytes[14] == 1 {
      unsafe blocks = end.assumingMemoryBound(to: nsk_block_table.self)
      unsafe end += MemoryLayout<nsk_block_table>.size
    } else {
      unsafe blocks = nil
    }
    unsafe overflow = end.assumingMemoryBound(to: UInt8.self)
  }

  /// The entry of a scalar; values past U+10FFFF must not be passed.
  @inline(__always)  // The walk reads one entry a character: a call here halved its speed.
  subscript(scalar: UInt32) -> UInt64 {
    unsafe entries[Int(index[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// The table as the kernel in C reads it.
  var mapping: nsk_mapping {
    unsafe nsk_mapping(index: index, entries: entries, overflow: overflow, blocks: blocks)
  }

  /// What lies behind the entries: long outputs, or whatever else the table's maker put there.
  @unsafe var overflowBytes: UnsafePointer<UInt8> { unsafe overflow }

  /// Appends what an entry turns its source into.
  func append(_ entry: UInt64, source: Span<UInt8>, to output: inout ByteBuffer) {
    switch Int(entry & 15) {
    case MappingFlags.identity: output.append(source)
    case 15:
      let offset = Int(truncatingIfNeeded: entry >> 8 & 0xFFFF_FFFF)
      let count = outputLength(entry, sourceLength: 0)
      unsafe output.append(Span(_unsafeStart: overflow + offset, count: count))
    case let length:
      for offset in 0..<length {
        output.append(UInt8(truncatingIfNeeded: entry >> UInt64(8 + 8 * offset)))
      }
    }
  }

  /// Number of bytes that an entry turns a source of some length into.
  func outputLength(_ entry: UInt64, sourceLength: Int) -> Int {
    switch Int(entry & 15) {
    case MappingFlags.identity: sourceLength
    case 15: Int(truncatingIfNeeded: entry >> 40 & 0xFFFF)
    case let length: length
    }
  }

  /// Whether NFC may join a scalar with one behind it; for the table of `nfc`.
  func mayCompose(_ scalar: UInt32) -> Bool {
    let entry = self[scalar]
    // Entries of long outputs have no room for the fact: what they stand for decomposes.
    let hasFact = entry & 15 <= 5 || entry & 15 == UInt64(MappingFlags.identity)
    return !hasFact || entry & MappingFlags.forward != 0
  }

  /// Combining class of the last scalar that an entry turns its scalar into.
  func trailingClass(_ entry: UInt64, of scalar: UInt32) -> UInt8 {
    guard Int(entry & 15) != MappingFlags.identity else {
      return CharacterProperties(scalar).combiningClass
    }
    var output = ByteBuffer(capacity: 16)
    // An entry that is not the scalar itself does not look at its source.
    let nothing: [UInt8] = []
    append(entry, source: nothing.span, to: &output)
    guard output.count > 0 else { return 0 }
    let start = output.span.scalarStart(before: output.count)
    return CharacterProperties(output.span.scalar(at: start).value).combiningClass
  }

  static let properties = unsafe ScalarTable(nsk_table_properties())
  static let key = unsafe ScalarTable(nsk_table_key())
  static let fold = unsafe ScalarTable(nsk_table_fold())
  static let latin = unsafe ScalarTable(nsk_table_latin())
  static let ascii = unsafe ScalarTable(nsk_table_ascii())
  static let hanJapanese = unsafe ScalarTable(nsk_table_han_ja())
  static let hanKorean = unsafe ScalarTable(nsk_table_han_ko())
  static let hanCantonese = unsafe ScalarTable(nsk_table_han_yue())
  static let hanVietnamese = unsafe ScalarTable(nsk_table_han_vi())
  static let roman = unsafe ScalarTable(nsk_table_roman())
  static let nfc = unsafe ScalarTable(nsk_table_nfc())
  static let nfkc = unsafe ScalarTable(nsk_table_nfkc())
}
