// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// Makes the ids of entities.
///
/// An id is the hash of the entity's kind and of the match key of its best name, in Crockford's
/// base 32: the same records give the same ids on every machine and in every run, and an entity
/// keeps its id when records are added as long as its best name stays the same.
enum EntityIdentifier {
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Makes the id of an entity.
  ///
  /// - Parameters:
  ///   - key: Match key of the best name.
  ///   - kind: Kind of the entity, empty when unknown.
  ///   - occurrence: 0, or how many entities of the same best name came before.
  /// - Returns: `e` and 13 digits.
  static func make(key: [UInt8], kind: String, occurrence: Int) -> String {
    var hash = ByteHash.hash(key.span, seed: ByteHash.hash(kind.utf8Span.span))
    hash ^= UInt64(occurrence) &* 0x9E37_79B9_7F4A_7C15
    var bytes: [UInt8] = [0x65]
    for shift in stride(from: 60, through: 0, by: -5) {
      bytes.append(digits[Int(truncatingIfNeeded: hash >> UInt64(shift)) & 31])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Hands out ids, telling entities of one best name apart by their order.
struct EntityIdentifiers {
  private var used: [String: Int] = [:]

  mutating func next(key: [UInt8], kind: String) -> String {
    let base = EntityIdentifier.make(key: key, kind: kind, occurrence: 0)
    let occurrence = used[base, default: 0]
    used[base] = occurrence + 1
    return occurrence == 0
      ? base : EntityIdentifier.make(key: key, kind: kind, occurrence: occurrence)
  }
}
