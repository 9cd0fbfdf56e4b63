// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables

/// The embedded concordance, read in place; `TableForge` documents the layout
/// (`ConcordanceTable`).
///
/// Safety: the pointer leads into constant memory of the program that is never freed or written,
/// and TableForge guarantees that every offset lies inside it.
@safe
struct ConcordanceTableView: @unchecked Sendable {
  // Sendable: constant memory.
  private let base: UnsafeRawPointer
  private let slotCount: Int
  private let listStart: Int
  private let nameOffsets: Int
  private let names: Int

  private static let slotStart = 56

  static let standard = unsafe ConcordanceTableView(nsk_table_concordance())

  private init(_ table: nsk_table) {
    let bytes = unsafe UnsafeRawBufferPointer(start: table.bytes, count: table.count)
    let magic = unsafe Array(bytes.prefix(8))
    precondition(magic == Array("NSKCONCO".utf8), "the embedded concordance is damaged")
    guard let start = bytes.baseAddress else { preconditionFailure("the concordance is empty") }
    unsafe base = start
    func word(_ offset: Int) -> Int {
      unsafe Int(start.load(fromByteOffset: offset, as: UInt32.self))
    }
    slotCount = word(12)
    listStart = Self.slotStart + 8 * slotCount
    nameOffsets = listStart + 2 * word(20)
    names = nameOffsets + 4 * (word(16) + 1)
  }

  private func word(_ offset: Int) -> Int {
    unsafe Int(base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Where the list of a term's groups begins, 0 for an unknown term.
  func listStart(_ hash: UInt64) -> UInt32 {
    var slot = Int(((hash >> 32) * UInt64(slotCount)) >> 32)
    while true {
      let found = unsafe base.load(fromByteOffset: Self.slotStart + 8 * slot, as: UInt64.self)
      if found == 0 { return 0 }
      if found >> 24 == hash & 0xFF_FFFF_FFFF {
        return UInt32(truncatingIfNeeded: found & 0xFF_FFFF)
      }
      slot = slot + 1 == slotCount ? 0 : slot + 1
    }
  }

  func listWord(_ index: Int) -> Int {
    unsafe Int(base.load(fromByteOffset: listStart + 2 * index, as: UInt16.self))
  }

  /// Number behind the last group of a kind.
  func kindEnd(_ kind: Int) -> Int { word(24 + 4 * kind) }

  func name(_ group: Int) -> String {
    let start = word(nameOffsets + 4 * group)
    let end = word(nameOffsets + 4 * (group + 1))
    return String(
      decoding: (start..<end).map { offset in
        unsafe base.load(fromByteOffset: names + offset, as: UInt8.self)
      }, as: UTF8.self)
  }
}
