// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
internal import TextBytes

/// The embedded lexicon, read in place; `TableForge` documents the layout (`LexiconTable`).
///
/// Safety: the pointer leads into constant memory of the program that is never freed or written,
/// and TableForge guarantees that every offset lies inside it.
@safe
struct LexiconTableView: @unchecked Sendable {
  // Sendable: constant memory.
  private let base: UnsafeRawPointer
  private let slotCount: Int
  private let slotStart: Int
  private let entryStart: Int
  private let senseStart: Int
  private let groupStart: Int
  private let keyStart: Int
  private let nameStart: Int

  static let standard = unsafe LexiconTableView(nsk_table_lexicon())

  private init(_ table: nsk_table) {
    let bytes = unsafe UnsafeRawBufferPointer(start: table.bytes, count: table.count)
    let magic = unsafe Array(bytes.prefix(8))
    precondition(magic == Array("NSKLEXIC".utf8), "the embedded lexicon is damaged")
    guard let start = bytes.baseAddress else { preconditionFailure("the lexicon is empty") }
    unsafe base = start
    func word(_ offset: Int) -> Int {
      unsafe Int(start.load(fromByteOffset: offset, as: UInt32.self))
    }
    slotCount = word(12)
    slotStart = 32 + 256
    entryStart = slotStart + 4 * slotCount
    senseStart = entryStart + 12 * word(16)
    groupStart = senseStart + 16 * word(20)
    keyStart = groupStart + 4 * (word(24) + 1)
    nameStart = keyStart + word(28)
  }

  private func word(_ offset: Int) -> Int {
    unsafe Int(base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private func byte(_ offset: Int) -> UInt8 {
    unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  func find(_ key: Span<UInt8>) -> Lexicon.Entry? {
    guard key.count > 0, key.count < 256 else { return nil }
    var slot = Int(truncatingIfNeeded: ByteHash.hash(key)) & (slotCount - 1)
    while true {
      let number = word(slotStart + 4 * slot)
      if number == 0 { return nil }
      let entry = entryStart + 12 * (number - 1)
      if equals(entry, key) {
        return Lexicon.Entry(
          table: self, firstSense: word(entry + 4), senseCount: Int(byte(entry + 9)),
          isPrefix: byte(entry + 10) != 0)
      }
      slot = (slot + 1) & (slotCount - 1)
    }
  }

  private func equals(_ entry: Int, _ key: Span<UInt8>) -> Bool {
    guard Int(byte(entry + 8)) == key.count else { return false }
    let start = keyStart + word(entry)
    for index in 0..<key.count where byte(start + index) != key[index] { return false }
    return true
  }

  func kind(ofSense sense: Int) -> UInt8 { byte(senseStart + 16 * sense) }
  func side(ofSense sense: Int) -> UInt8 { byte(senseStart + 16 * sense + 1) }
  func group(ofSense sense: Int) -> Int { word(senseStart + 16 * sense + 4) }
  func languages(ofSense sense: Int) -> UInt64 {
    unsafe base.loadUnaligned(fromByteOffset: senseStart + 16 * sense + 8, as: UInt64.self)
  }

  func languageBit(_ code: String) -> Int? {
    let alias = ["no": "nb", "nn": "nb", "bs": "sr", "me": "sr", "iw": "he"][code] ?? code
    return (0..<64).first { languageCode($0) == alias }
  }

  var languageCodes: [String] { (0..<64).map(languageCode).filter { !$0.isEmpty } }

  private func languageCode(_ number: Int) -> String {
    let bytes = (0..<4).map { byte(32 + 4 * number + $0) }.prefix { $0 != 0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  func groupName(_ group: Int) -> String {
    let start = word(groupStart + 4 * group)
    let end = word(groupStart + 4 * (group + 1))
    return String(decoding: (start..<end).map { byte(nameStart + $0) }, as: UTF8.self)
  }
}
