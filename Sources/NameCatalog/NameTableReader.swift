// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Parses names for a table, keeping each distinct word once.
struct NameTableReader: ~Copyable {
  /// Names on their way into a table; words and names are numbered as they come.
  struct Batch: Sendable {
    var words: [NameToken] = []
    /// What tells words apart, end to end.
    var wordIdentities: [UInt8] = []
    var wordIdentityEnds: [Int] = []
    var rows: [UInt32] = []
    var rowEnds: [Int] = []
    /// A kind's code and a match key for each name, end to end.
    var identities: [UInt8] = []
    var identityEnds: [Int] = []
    var mixed: [Bool] = []
  }

  private var parser = NameParser()
  private var known = ByteInterner()
  private var batch = Batch()

  /// Parses a name into the batch.
  mutating func add(_ name: Span<UInt8>, kind: NameKind?) { add(parser.parse(name, kind: kind)) }

  /// Adds a parsed name to the batch.
  mutating func add(_ name: StructuredName) {
    var identity: [UInt8] = []
    for token in name.tokens {
      identity.removeAll(keepingCapacity: true)
      Self.append(identityOf: token, to: &identity)
      let number = known.intern(identity.span)
      if number == batch.words.count {
        var word = token
        word.range = 0..<0
        batch.words.append(word)
        batch.wordIdentities += identity
        batch.wordIdentityEnds.append(batch.wordIdentities.count)
      }
      batch.rows.append(UInt32(number))
    }
    batch.rowEnds.append(batch.rows.count)
    batch.identities.append(KindCode.code(of: name.kind))
    batch.identities += name.key
    batch.identityEnds.append(batch.identities.count)
    batch.mixed.append(name.hasMixedScripts)
  }

  /// Gives the batch and begins the next.
  mutating func take() -> Batch {
    defer {
      batch = Batch()
      known = ByteInterner()
    }
    return batch
  }

  /// Bytes that are equal for words that no comparison tells apart.
  private static func append(identityOf token: NameToken, to bytes: inout [UInt8]) {
    bytes += token.role.rawValue.utf8
    bytes.append(token.isJoined ? 1 : 0)
    bytes.append(token.script.number)
    for part in [token.key, token.roman] {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: part.count >> shift)) }
      bytes += part
    }
    for letter in token.letters {
      bytes.append(UInt8(truncatingIfNeeded: letter))
      bytes.append(UInt8(truncatingIfNeeded: letter >> 8))
    }
  }
}
