// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Piece tables for pairs of alphabets, read where they lie in memory.
///
/// Layout, little-endian: the magic `NSKALIGN`, a version, the number of tables, 16 bytes of model
/// id, the offset of the letter table, four empty bytes; for each table 24 bytes: first alphabet, second alphabet, letters of the
/// longest piece on the first and on the second side, bits, score of an
/// unknown letter, score of unknown identical letters, offset of the slots, number of pieces; then
/// the slots of each table and the letter table.
///
/// Safety: the memory is constant and lives as long as the program; `init` checks every offset
/// against its length.
@safe
public struct AlignerModel: Sendable {
  /// One table and the alphabets that it joins.
  public struct Entry: Sendable {
    /// Alphabet of the side with short pieces.
    public let first: UInt8
    /// Alphabet of the side with long pieces.
    public let second: UInt8
    /// The pieces.
    public let table: PieceTable
    /// Number of pieces.
    public let pieceCount: Int
  }

  /// How surprising words are.
  public let rarity: LetterRarity
  /// Every table, in the order of the file.
  public let entries: [Entry]
  /// What tells this model from others: 32 hexadecimal digits.
  public let identifier: String
  /// Number of the entry for two alphabets, by `first * 256 + second`; -1 for none.
  private let places: [Int8]

  package static let magic = Array("NSKALIGN".utf8)
  package static let version: UInt32 = 2
  package static let headerSize = 40
  package static let entrySize = 24

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - start: First byte, aligned to 4; the memory must never be freed or written.
  ///   - count: Number of bytes; nil comes out when they are no model of this version or cut short.
  @unsafe
  package init?(start: UnsafePointer<UInt8>, count: Int) {
    let raw = unsafe UnsafeRawBufferPointer(start: start, count: count)
    func word(_ offset: Int) -> Int {
      unsafe Int(raw.loadUnaligned(fromByteOffset: offset, as: Int32.self))
    }
    guard count >= Self.headerSize, unsafe Array(raw.prefix(8)) == Self.magic,
      word(8) == Int(Self.version)
    else { return nil }
    let letters = word(32)
    guard letters > 0, letters + LetterRarity.size <= count else { return nil }
    rarity = unsafe LetterRarity(table: start + letters)
    let tableCount = word(12)
    guard tableCount >= 0, tableCount < 128,
      Self.headerSize + tableCount * Self.entrySize <= count
    else { return nil }
    identifier = unsafe raw[16..<32].map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
    var entries: [Entry] = []
    var places = [Int8](repeating: -1, count: 65536)
    for number in 0..<tableCount {
      let at = Self.headerSize + number * Self.entrySize
      let bits = word(at + 4)
      let offset = word(at + 16)
      let longestFirst = unsafe Int(raw[at + 2])
      let longestSecond = unsafe Int(raw[at + 3])
      guard (1...PieceTable.longestPiece.first).contains(longestFirst),
        (1...PieceTable.longestPiece.second).contains(longestSecond)
      else { return nil }
      guard bits > 0, bits <= 24, offset > 0, offset % 4 == 0, offset + 4 << bits <= count else {
        return nil
      }
      let slots = unsafe UnsafeRawPointer(start + offset).assumingMemoryBound(to: UInt32.self)
      let table = unsafe PieceTable(
        slots: slots, bits: bits, gap: word(at + 8), identity: word(at + 12),
        longest: (longestFirst, longestSecond))
      let first = unsafe raw[at]
      let second = unsafe raw[at + 1]
      places[Int(first) << 8 | Int(second)] = Int8(number)
      entries.append(
        Entry(first: first, second: second, table: table, pieceCount: word(at + 20)))
    }
    self.entries = entries
    self.places = places
  }

  /// Reads a model from a file's bytes, which stay in memory for the life of the program.
  ///
  /// - Parameter bytes: The file; nil comes out when it is no model of this version, cut short or
  ///   damaged.
  /// - Complexity: O(*n*): the tables are summed and held against the identifier.
  public init?(lasting bytes: [UInt8]) {
    let start = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    unsafe start.initialize(from: bytes, count: bytes.count)
    guard let model = unsafe AlignerModel(start: start, count: bytes.count),
      model.isWhole(bytes)
    else {
      unsafe start.deallocate()
      return nil
    }
    self = model
  }

  /// Whether the tables are those that the identifier was made of, and nothing follows them.
  private func isWhole(_ bytes: [UInt8]) -> Bool {
    let end = bytes.count - LetterRarity.size
    return end >= Self.headerSize
      && FileDigest.of(bytes[Self.headerSize..<end]).elementsEqual(bytes[16..<32])
  }

  /// Number of the table of two alphabets, if there is one in this order.
  public func number(first: UInt8, second: UInt8) -> Int? {
    let place = places[Int(first) << 8 | Int(second)]
    return place < 0 ? nil : Int(place)
  }
}
