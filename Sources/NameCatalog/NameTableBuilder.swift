// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
internal import RecordFormats
internal import TextBytes

/// Puts names into a table, and says which name of the table each of them is.
///
///     let (table, numbers) = NameTableBuilder.table(ofCount: 2, threads: 2) { number, add in
///       add(names[number].utf8Span.span, .person)
///     }
public enum NameTableBuilder {
  /// Names that are parsed as one batch.
  private static let batchSize = 4096

  /// Parses names in parallel.
  ///
  /// - Parameters:
  ///   - count: Number of names.
  ///   - threads: Workers.
  ///   - give: Gives the name of a number; called on the workers' threads, once for each.
  /// - Returns: The table, and for each name its number there.
  /// - Complexity: O(*n*) in the names' bytes, and a sort of the distinct names' hashes.
  public static func table(
    ofCount count: Int, threads: Int,
    _ give: @escaping @Sendable (Int, (Span<UInt8>, NameKind?) -> Void) -> Void
  ) -> (table: NameTable, numbers: [UInt32]) {
    var gathering = Gathering()
    RangePipeline.run(
      count: count, size: batchSize, threads: threads, makeScratch: { NameTableReader() },
      work: { reader, range in
        for number in range { give(number) { name, kind in reader.add(name, kind: kind) } }
        return reader.take()
      },
      deliver: { gathering.add($0) })
    return gathering.finish()
  }

  /// A table of parsed names.
  public static func table(of names: [StructuredName]) -> (table: NameTable, numbers: [UInt32]) {
    var reader = NameTableReader()
    for name in names { reader.add(name) }
    var gathering = Gathering()
    gathering.add(reader.take())
    return gathering.finish()
  }

  /// How the words of a name are read.
  ///
  /// Spellings with one match key may differ in marks: the reading with the lowest hash stands for
  /// all, whichever came first.
  private struct Reading {
    var hash: UInt64
    var start: Int
    var count: Int
  }

  /// The distinct words and names of all batches, in the order in which they were met.
  private struct Gathering {
    private var words = ByteInterner()
    private var names = ByteInterner()
    private var rows: [UInt32] = []
    private var readings: [Reading] = []
    private var numbers: [UInt32] = []

    mutating func add(_ batch: NameTableReader.Batch) {
      var start = 0
      var wordNumbers: [UInt32] = []
      wordNumbers.reserveCapacity(batch.wordEnds.count)
      for end in batch.wordEnds {
        let number = words.intern(batch.wordRecords.span.extracting(start..<end))
        wordNumbers.append(UInt32(number))
        start = end
      }
      start = 0
      var row = 0
      for (place, end) in batch.identityEnds.enumerated() {
        let number = names.intern(batch.identities.span.extracting(start..<end))
        let own = batch.rows[row..<batch.rowEnds[place]].map { wordNumbers[Int($0)] }
        var hash: UInt64 = 0
        for word in own {
          hash = (hash ^ words.hash(Int(word))) &* 0x9E37_79B9_7F4A_7C15
        }
        let reading = Reading(hash: hash, start: rows.count, count: own.count)
        if number == readings.count {
          readings.append(reading)
          rows += own
        } else if hash < readings[number].hash {
          readings[number] = reading
          rows += own
        }
        numbers.append(UInt32(number))
        start = end
        row = batch.rowEnds[place]
      }
    }

    /// The table, everything in the order of hashes.
    consuming func finish() -> (table: NameTable, numbers: [UInt32]) {
      let wordOrder = Self.order(of: words)
      let wordPlaces = Self.inverse(wordOrder)
      let (wordRecords, wordEnds) = Self.strings(of: words, wordOrder)
      words = ByteInterner()
      let nameOrder = Self.order(of: names)
      var newRows: [UInt32] = []
      newRows.reserveCapacity(rows.count)
      var newRowEnds: [Int] = []
      newRowEnds.reserveCapacity(nameOrder.count)
      for name in nameOrder {
        let reading = readings[Int(name)]
        for place in reading.start..<reading.start + reading.count {
          newRows.append(wordPlaces[Int(rows[place])])
        }
        newRowEnds.append(newRows.count)
      }
      rows = []
      let (identities, identityEnds) = Self.strings(of: names, nameOrder)
      names = ByteInterner()
      let places = Self.inverse(nameOrder)
      for index in numbers.indices { numbers[index] = places[Int(numbers[index])] }
      let table = NameTable(
        wordRecords: wordRecords, wordEnds: wordEnds, rows: newRows, rowEnds: newRowEnds,
        identities: identities, identityEnds: identityEnds)
      return (table, numbers)
    }

    /// Strings in an order, end to end.
    private static func strings(
      of strings: borrowing ByteInterner, _ order: [UInt32]
    ) -> (bytes: [UInt8], ends: [Int]) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(strings.byteCount)
      var ends: [Int] = []
      ends.reserveCapacity(order.count)
      for number in order {
        bytes += strings[Int(number)]
        ends.append(bytes.count)
      }
      return (bytes, ends)
    }

    /// Numbers of strings by their hashes; strings of one hash by their bytes.
    private static func order(of strings: borrowing ByteInterner) -> [UInt32] {
      var order: [(hash: UInt64, number: UInt32)] = []
      order.reserveCapacity(strings.count)
      for number in 0..<strings.count { order.append((strings.hash(number), UInt32(number))) }
      let shared = copy strings
      order.sort { first, second in
        first.hash != second.hash
          ? first.hash < second.hash
          : shared[Int(first.number)].lexicographicallyPrecedes(shared[Int(second.number)])
      }
      return order.map(\.number)
    }

    private static func inverse(_ order: [UInt32]) -> [UInt32] {
      var places = [UInt32](repeating: 0, count: order.count)
      for (place, number) in order.enumerated() { places[Int(number)] = UInt32(place) }
      return places
    }
  }
}
