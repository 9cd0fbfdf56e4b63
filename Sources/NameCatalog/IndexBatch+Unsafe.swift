// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
internal import TextBytes

/// Names on their way into an index, read apart from the others.
///
/// Batches are read in parallel and added to an `IndexBuilder` in order.
public struct IndexBatch: Sendable {
  var text: [UInt8] = []
  var textEnds: [Int] = []
  var ids: [UInt8] = []
  var idEnds: [Int] = []
  var kinds: [UInt8] = []
  var entries: [NameEntry] = []
  var entryEnds: [Int] = []
  /// Records of the distinct words, by the numbers that the entries have, end to end.
  var words: [UInt8] = []
  var wordEnds: [Int] = []

  /// Creates a batch without names.
  public init() {}

  /// Number of names.
  public var count: Int { kinds.count }

  /// Calls back with each name, its id and its kind.
  public func forEach(_ body: (Span<UInt8>, Span<UInt8>, NameKind?) -> Void) {
    for number in 0..<count {
      let name = (number == 0 ? 0 : textEnds[number - 1])..<textEnds[number]
      let id = (number == 0 ? 0 : idEnds[number - 1])..<idEnds[number]
      body(
        text.span.extracting(name), ids.span.extracting(id), KindCode.kind(of: kinds[number]))
    }
  }
}

/// Reads names into batches; keeps what it has learned of words from one batch to the next.
public struct IndexBatchReader: ~Copyable {
  private var reader = ChunkReader()
  /// Number of each of the reader's words in the batch, with the batch that it belongs to.
  private var places: [(batch: Int, number: Int)] = []
  private var batchNumber = 0
  private var batch = IndexBatch()

  /// Creates a reader.
  public init() {}

  /// Adds a name to the batch.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - id: Id of what it names; names with one id name one thing.
  ///   - kind: What it names, if known.
  public mutating func add(name: Span<UInt8>, id: Span<UInt8>, kind: NameKind?) {
    batch.text.append(name)
    batch.textEnds.append(batch.text.count)
    batch.ids.append(id)
    batch.idEnds.append(batch.ids.count)
    batch.kinds.append(KindCode.code(of: kind))
  }

  /// Gives the batch and begins the next.
  public mutating func take() -> IndexBatch {
    let text = batch.text
    reader.read(
      text.span, ends: batch.textEnds, into: &batch.entries, ends: &batch.entryEnds)
    for place in batch.entries.indices {
      let entry = batch.entries[place]
      if entry.isNone { continue }
      batch.entries[place] = entry.with(word: number(of: entry.word))
    }
    defer {
      batch = IndexBatch()
      batchNumber += 1
      if reader.isFull {
        reader = ChunkReader()
        places = []
      }
    }
    return batch
  }

  private mutating func number(of word: Int) -> Int {
    while places.count <= word { places.append((-1, 0)) }
    if places[word].batch == batchNumber { return places[word].number }
    let number = batch.wordEnds.count
    batch.words += reader.words[word]
    batch.wordEnds.append(batch.words.count)
    places[word] = (batchNumber, number)
    return number
  }
}

extension [UInt8] {
  /// Appends all bytes of a span.
  fileprivate mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

/// Kinds as numbers in a file.
package enum KindCode {
  package static func code(of kind: NameKind?) -> UInt8 {
    switch kind {
    case nil: 0
    case .person: 1
    case .org: 2
    case .place: 3
    }
  }

  package static func kind(of code: UInt8) -> NameKind? {
    switch code {
    case 1: .person
    case 2: .org
    case 3: .place
    default: nil
    }
  }
}
