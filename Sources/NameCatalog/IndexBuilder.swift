// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
internal import NameModel
public import StringDistance
internal import TextBytes

/// Gathers names and writes them as an index.
///
///     var reader = IndexBatchReader()
///     reader.add(name: "Kim Jong-un".utf8Span.span, id: "Q56226".utf8Span.span, kind: .person)
///     var builder = IndexBuilder()
///     try builder.add(reader.take())
///     try builder.write(to: "people.index", threads: 2)
///
/// The same batches in the same order give the same bytes, whatever the number of threads. Memory
/// grows with the index, about 120 bytes a name, not with the input.
public struct IndexBuilder: ~Copyable {
  private let model: EmbeddingModel
  private var words = ByteInterner()
  private var entities = ByteInterner()
  private var entityOfName: [UInt32] = []
  private var entries: [UInt32] = []
  /// First entry of every eighth name.
  private var entryStarts: [UInt32] = []
  private var text: [UInt8] = []
  private var textEnds: [UInt32] = [0]
  private var kinds: [UInt8] = []

  /// Bytes of text and entries of names, at most: places in a file's sections have 32 bits.
  private static let mostPlaces = Int(UInt32.max)

  /// Creates a builder without names.
  public init(model: EmbeddingModel = .standard) { self.model = model }

  /// Number of names.
  public var count: Int { kinds.count }

  /// Adds the names of a batch.
  ///
  /// - Throws: When there are more names than an index can hold.
  public mutating func add(_ batch: IndexBatch) throws(IndexError) {
    guard text.count + batch.text.count <= Self.mostPlaces,
      entries.count + batch.entries.count <= Self.mostPlaces,
      words.count + batch.wordEnds.count <= NameEntry.mostWords
    else {
      throw IndexError(
        .tooLarge, "index", "there are too many names for one index",
        advice: "split the list in two")
    }
    var numbers: [Int] = []
    numbers.reserveCapacity(batch.wordEnds.count)
    words.intern(batch.wordEnds.count, of: batch.words.span, into: &numbers) {
      ($0 == 0 ? 0 : batch.wordEnds[$0 - 1])..<batch.wordEnds[$0]
    }
    var owners: [Int] = []
    owners.reserveCapacity(batch.count)
    entities.intern(batch.count, of: batch.ids.span, into: &owners) {
      ($0 == 0 ? 0 : batch.idEnds[$0 - 1])..<batch.idEnds[$0]
    }
    let firstByte = text.count
    text += batch.text
    var entry = 0
    for name in 0..<batch.count {
      if kinds.count % NameIndex.namesPerStart == 0 { entryStarts.append(UInt32(entries.count)) }
      kinds.append(batch.kinds[name])
      while entry < batch.entryEnds[name] {
        let own = batch.entries[entry]
        entries.append(own.isNone ? own.bits : own.with(word: numbers[own.word]).bits)
        entry += 1
      }
      textEnds.append(UInt32(firstByte + batch.textEnds[name]))
      entityOfName.append(UInt32(owners[name]))
    }
  }

  /// Writes the index: the file appears whole or not at all.
  ///
  /// - Parameters:
  ///   - path: The file, which replaces an old one.
  ///   - threads: Workers.
  /// - Throws: When the file cannot be written; an old one stays as it was.
  /// - Complexity: O(*n*) in the names and O(*w* *l*) in distinct words and lists of the model.
  public consuming func write(to path: String, threads: Int) throws(IndexError) {
    try write(to: path, threads: threads, changes: nil)
    // Changes of the old index are none of the new one.
    AtomicFile.remove(NameIndex.changesPath(path))
  }

  /// What an index of changes has besides its names.
  struct Changes {
    /// Checksum of the base's header.
    var base: UInt64
    /// Entities of the base that are left out, ascending.
    var removed: [UInt32]
    /// Number of an id in the base.
    var number: (ArraySlice<UInt8>) -> Int?
  }

  consuming func write(to path: String, threads: Int, changes: Changes?) throws(IndexError) {
    let file = try AtomicFile(path)
    let vectors = try WordVectors(of: words, model: model, threads: threads)
    for place in entries.indices {
      let entry = NameEntry(bits: entries[place])
      if entry.isNone { continue }
      entries[place] = entry.with(word: Int(vectors.places[entry.word])).bits
    }
    let postings = Postings(entries: entries, vectorCount: vectors.count)
    var layout = IndexLayout(model: model)
    layout.base = changes?.base ?? 0
    layout.nameCount = kinds.count
    layout.entityCount = entities.count
    layout.vectorCount = vectors.count
    layout.hasUnspaced = vectors.hasUnspaced
    var writer = IndexFileWriter(layout)
    writer.add(.lists, vectors.listStarts)
    writer.add(.vectors, vectors.blocks)
    writer.add(.firstLetters, vectors.firstLetters)
    writer.add(.postingEnds, postings.ends)
    writer.add(.postings, postings.names)
    let keys = keyTable(vectors)
    writer.add(.keyStarts, keys.starts)
    writer.add(.keyRests, keys.rests)
    writer.add(.keyWords, keys.words)
    let records = recordTable(vectors)
    writer.add(.recordStarts, records.starts)
    writer.add(.records, records.bytes)
    writer.add(.entryStarts, entryStarts)
    writer.add(.entries, entries)
    writer.add(.textEnds, textEnds)
    writer.add(.text, text)
    writer.add(.kinds, kinds)
    writer.add(.entities, entities.count == kinds.count ? [] : entityOfName)
    var idEnds: [UInt32] = [0]
    var ids: [UInt8] = []
    for number in 0..<entities.count {
      ids += entities[number]
      idEnds.append(UInt32(ids.count))
    }
    writer.add(.idEnds, idEnds)
    writer.add(.ids, ids)
    writer.add(.removed, changes?.removed ?? [])
    var origins: [UInt32] = []
    if let changes {
      for number in 0..<entities.count {
        origins.append(changes.number(entities[number]).map { UInt32($0) } ?? .max)
      }
    }
    writer.add(.origins, origins)
    try writer.write(file)
  }

  private func keyTable(
    _ vectors: borrowing WordVectors
  ) -> (starts: [UInt32], rests: [UInt8], words: [UInt32]) {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(words.count)
    for number in 0..<words.count {
      pairs.append(UInt64(vectors.keyHashes[number]) << 32 | UInt64(vectors.places[number]))
    }
    pairs.sort()
    let bits = KeyHash.beginningBits(words: words.count)
    var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
    var rests: [UInt8] = []
    rests.reserveCapacity(pairs.count * 2)
    for pair in pairs {
      let (beginning, rest) = KeyHash.parts(UInt32(truncatingIfNeeded: pair >> 32), bits: bits)
      starts[beginning + 1] += 1
      rests.append(UInt8(truncatingIfNeeded: rest))
      rests.append(UInt8(truncatingIfNeeded: rest >> 8))
    }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    return (starts, rests, pairs.map { UInt32(truncatingIfNeeded: $0) })
  }

  /// The words' records in the order of their vectors, each behind its length; joins have none.
  private func recordTable(
    _ vectors: borrowing WordVectors
  ) -> (starts: [UInt32], bytes: [UInt8]) {
    var numbers = [Int32](repeating: -1, count: vectors.count)
    for number in 0..<words.count { numbers[Int(vectors.places[number])] = Int32(number) }
    var starts: [UInt32] = []
    var bytes: [UInt8] = []
    for place in numbers.indices {
      if place % NameIndex.recordsPerStart == 0 { starts.append(UInt32(bytes.count)) }
      let record = numbers[place] < 0 ? [] : words[Int(numbers[place])]
      if record.isEmpty || WordRecord.isJoined(record) {
        bytes.append(0)
      } else {
        WordRecord.appendLength(record.count, to: &bytes)
        bytes += record
      }
    }
    return (starts, bytes)
  }
}

/// Which names each word stands in.
struct Postings {
  private(set) var ends: [UInt32]
  private(set) var names: [UInt32]

  init(entries: [UInt32], vectorCount: Int) {
    var next = [UInt32](repeating: 0, count: vectorCount + 1)
    for bits in entries {
      let entry = NameEntry(bits: bits)
      if !entry.isNone { next[entry.word + 1] += 1 }
    }
    for place in 0..<vectorCount { next[place + 1] += next[place] }
    ends = next
    names = [UInt32](repeating: 0, count: Int(next[vectorCount]))
    var name: UInt32 = 0
    for bits in entries {
      let entry = NameEntry(bits: bits)
      if !entry.isNone {
        names[Int(next[entry.word])] = name
        next[entry.word] += 1
      }
      if entry.isLast { name += 1 }
    }
  }
}
