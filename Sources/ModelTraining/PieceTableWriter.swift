// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CPieceAligner
internal import StringDistance
internal import TextBytes

/// A trained table on its way into a model file.
struct TrainedTable {
  var first: UInt8
  var second: UInt8
  var pieces: [MultigramTrainer.TrainedPiece]
  /// Nats of a letter that stands alone and was never seen so.
  var gap = -9.0
  /// Nats of two identical letters never seen together; 0 when the alphabets differ.
  var identity = 0.0

  /// The slots of the hash table that `CPieceAligner` reads.
  func slots() -> (words: [UInt32], bits: Int) {
    var entries: [UInt64: UInt32] = [:]
    var masks: [UInt64: UInt32] = [:]
    for piece in pieces {
      let first = gram(piece.first, side: 0)
      let second = gram(piece.second, side: 1)
      entries[nsk_piece_hash(first, second)] = Self.payload(piece.score)
      guard !piece.first.isEmpty, !piece.second.isEmpty else { continue }
      masks[nsk_piece_hash(first, 1), default: 0] |= 1 << UInt32(piece.second.count - 1)
      masks[nsk_piece_hash(1, second), default: 0] |= 1 << UInt32(piece.first.count - 1)
    }
    entries.merge(masks) { entry, _ in entry }
    var bits = 4
    while 1 << bits < entries.count * 3 / 2 + 1 { bits += 1 }
    var words = [UInt32](repeating: 0, count: 1 << bits)
    for (hash, payload) in entries.sorted(by: { $0.key < $1.key }) {
      var slot = Int(hash >> UInt64(64 - bits))
      while words[slot] != 0 { slot = (slot + 1) & (words.count - 1) }
      words[slot] = UInt32(hash >> 20 & 0xFFFFF) << 12 | payload
    }
    return (words, bits)
  }

  /// A letter alone stands beside the mark 0.
  private func gram(_ letters: [UInt16], side: Int32) -> UInt32 {
    guard !letters.isEmpty else { return 0 }
    return unsafe letters.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe nsk_gram_hash(side, start, Int32(buffer.count))
    }
  }

  private static func payload(_ score: Double) -> UInt32 {
    let units = (score * PieceTable.unitsPerNat).rounded()
    return UInt32(min(2047, max(-2047, units)) + 2048)
  }
}

/// Writes a model file that `AlignerModel` reads.
enum AlignerModelWriter {
  /// - Returns: The same bytes for the same tables; the identifier is a hash of their slots.
  static func bytes(of tables: [TrainedTable], rarity: [UInt8]) -> [UInt8] {
    var directory: [UInt8] = []
    var body: [UInt8] = []
    let start = AlignerModel.headerSize + tables.count * AlignerModel.entrySize
    for table in tables {
      let (words, bits) = table.slots()
      let longestFirst = table.pieces.reduce(1) { max($0, $1.first.count) }
      let longestSecond = table.pieces.reduce(1) { max($0, $1.second.count) }
      directory += [table.first, table.second, UInt8(longestFirst), UInt8(longestSecond)]
      let gap = Int32(table.gap * PieceTable.unitsPerNat)
      let identity = Int32(table.identity * PieceTable.unitsPerNat)
      directory += le(UInt32(bits)) + le(UInt32(bitPattern: gap))
      directory += le(UInt32(bitPattern: identity)) + le(UInt32(start + body.count))
      directory += le(UInt32(table.pieces.count))
      for word in words { body += le(word) }
    }
    let count = le(UInt32(tables.count))
    let letters = le(UInt32(start + body.count)) + [0, 0, 0, 0]
    return AlignerModel.magic + le(AlignerModel.version) + count + FileDigest.of(directory + body)
      + letters + directory + body + rarity
  }

  private static func le(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}
