// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes

/// Parses names for a table, keeping each distinct word once.
struct NameTableReader: ~Copyable {
  /// Names on their way into a table; words and names are numbered as they come.
  struct Batch: Sendable {
    /// A role's code and a record for each word, end to end.
    var wordRecords: [UInt8] = []
    var wordEnds: [Int] = []
    var rows: [UInt32] = []
    var rowEnds: [Int] = []
    /// A kind's code and a match key for each name, end to end.
    var identities: [UInt8] = []
    var identityEnds: [Int] = []
  }

  private var parser = NameParser()
  private var known = ByteInterner()
  private var batch = Batch()

  /// Parses a name into the batch.
  mutating func add(_ name: Span<UInt8>, kind: NameKind?) { add(parser.parse(name, kind: kind)) }

  /// Adds a parsed name to the batch.
  mutating func add(_ name: StructuredName) {
    var record: [UInt8] = []
    for token in name.tokens {
      record.removeAll(keepingCapacity: true)
      record.append(token.role.code)
      WordRecord.append(IndexWord(token), to: &record)
      let number = known.intern(record.span)
      if number == batch.wordEnds.count {
        batch.wordRecords += record
        batch.wordEnds.append(batch.wordRecords.count)
      }
      batch.rows.append(UInt32(number))
    }
    batch.rowEnds.append(batch.rows.count)
    batch.identities.append(KindCode.code(of: name.kind))
    batch.identities += name.key
    batch.identityEnds.append(batch.identities.count)
  }

  /// Gives the batch and begins the next.
  mutating func take() -> Batch {
    defer {
      batch = Batch()
      known = ByteInterner()
    }
    return batch
  }
}
