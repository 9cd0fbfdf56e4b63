// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameCatalog
public import NameModel
internal import TextBytes

/// The names of many records in little memory: each distinct text is kept once.
public struct NameList: Sendable {
  /// A kind's code and a text for each distinct one.
  private var texts = ByteInterner()
  /// Number of each record's text.
  private(set) var textOfRecord: [UInt32] = []
  /// How many records have each text.
  private(set) var counts: [UInt32] = []

  /// Creates an empty list.
  public init() {}

  /// Number of records.
  public var count: Int { textOfRecord.count }

  /// Number of distinct texts.
  package var textCount: Int { counts.count }

  /// Adds a record.
  ///
  /// - Parameters:
  ///   - name: The name as given, in UTF-8.
  ///   - kind: What it names, if known.
  public mutating func add(_ name: Span<UInt8>, kind: NameKind?) {
    let number = number(of: name, kind: kind)
    counts[number] += 1
    textOfRecord.append(UInt32(number))
  }

  /// Adds a name that several records have, as one record of this list.
  public mutating func add(_ name: Span<UInt8>, kind: NameKind?, records: Int) {
    let number = number(of: name, kind: kind)
    counts[number] += UInt32(clamping: records)
    textOfRecord.append(UInt32(number))
  }

  /// Adds a name that earlier runs have seen in some records, which are not of this list.
  package mutating func addKnown(_ name: Span<UInt8>, kind: NameKind?, records: Int) {
    counts[number(of: name, kind: kind)] += UInt32(clamping: records)
  }

  private mutating func number(of name: Span<UInt8>, kind: NameKind?) -> Int {
    var buffer: [UInt8] = []
    buffer.reserveCapacity(name.count + 1)
    buffer.append(KindCode.code(of: kind))
    for index in name.indices { buffer.append(name[index]) }
    let number = texts.intern(buffer.span)
    if number == counts.count { counts.append(0) }
    return number
  }

  /// Number of a record's text.
  package func text(ofRecord record: Int) -> Int { Int(textOfRecord[record]) }

  /// How many records have a text, those of earlier runs counted in.
  package func recordCount(ofText number: Int) -> Int { Int(counts[number]) }

  /// A text's bytes.
  package func text(_ number: Int) -> ArraySlice<UInt8> { texts[number].dropFirst() }

  /// What the records with a text are said to name.
  package func kind(_ number: Int) -> NameKind? {
    texts[number].first.flatMap { KindCode.kind(of: $0) }
  }
}
