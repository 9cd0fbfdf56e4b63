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
  private var entryEnds: [UInt32] = [0]
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
      words.count + batch.words.count <= NameEntry.mostWords
    else {
      throw IndexError(
        .tooLarge, "index", "there are too many names for one index",
        advice: "split the list in two")
    }
    let numbers = batch.words.map { words.intern($0.span) }
    let firstEntry = entries.count
    for entry in batch.entries { entries.append(entry.with(word: numbers[entry.word]).bits) }
    for end in batch.entryEnds { entryEnds.append(UInt32(firstEntry + end)) }
    let firstByte = text.count
    text += batch.text
    for end in batch.textEnds { textEnds.append(UInt32(firstByte + end)) }
    kinds += batch.kinds
    var start = 0
    for end in batch.idEnds {
      entityOfName.append(UInt32(entities.intern(batch.ids.span.extracting(start..<end))))
      start = end
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
    let vectors = try WordVectors(of: words, model: model, threads: threads)
    for place in entries.indices {
      let entry = NameEntry(bits: entries[place])
      entries[place] = entry.with(word: Int(vectors.places[entry.word])).bits
    }
    let postings = Postings(
      entries: entries, entryEnds: entryEnds, vectorCount: vectors.count)
    let keys = keyTable(vectors)
    var layout = IndexLayout(model: model)
    layout.nameCount = kinds.count
    layout.entityCount = entities.count
    layout.vectorCount = vectors.count
    layout.hasUnspaced = vectors.hasUnspaced
    var writer = IndexFileWriter(layout)
    writer.add(.lists, vectors.listStarts)
    writer.add(.vectors, vectors.blocks)
    writer.add(.shapes, vectors.shapes)
    writer.add(.postingEnds, postings.ends)
    writer.add(.postings, postings.names)
    writer.add(.keyHashes, keys.hashes)
    writer.add(.keyWords, keys.words)
    writer.add(.entryEnds, entryEnds)
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
    try writer.write(to: path)
  }

  private func keyTable(_ vectors: borrowing WordVectors) -> (hashes: [UInt32], words: [UInt32]) {
    var pairs: [UInt64] = []
    pairs.reserveCapacity(words.count)
    for number in 0..<words.count {
      pairs.append(UInt64(vectors.keyHashes[number]) << 32 | UInt64(vectors.places[number]))
    }
    pairs.sort()
    return (
      pairs.map { UInt32(truncatingIfNeeded: $0 >> 32) },
      pairs.map { UInt32(truncatingIfNeeded: $0) }
    )
  }
}

/// Which names each word stands in.
struct Postings {
  private(set) var ends: [UInt32]
  private(set) var names: [UInt32]

  init(entries: [UInt32], entryEnds: [UInt32], vectorCount: Int) {
    var next = [UInt32](repeating: 0, count: vectorCount + 1)
    for bits in entries { next[NameEntry(bits: bits).word + 1] += 1 }
    for place in 0..<vectorCount { next[place + 1] += next[place] }
    ends = next
    names = [UInt32](repeating: 0, count: entries.count)
    for name in 0..<max(entryEnds.count - 1, 0) {
      for place in Int(entryEnds[name])..<Int(entryEnds[name + 1]) {
        let word = NameEntry(bits: entries[place]).word
        names[Int(next[word])] = UInt32(name)
        next[word] += 1
      }
    }
  }
}
