// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
public import NameComparison
public import NameModel
public import StringDistance

/// Names in a file, ready to be searched: opened in place, nothing is read ahead.
///
///     let index = try NameIndex(path: "people.index")
///     var searcher = NameSearcher(index)
///     searcher.search("Ким Чен Ын", limit: 10)
public final class NameIndex: Sendable {
  let layout: IndexLayout
  let model: EmbeddingModel
  private let file: MappedFile

  let lists: Column<UInt32>
  let vectors: Column<UInt8>
  let shapes: Column<UInt8>
  let postingEnds: Column<UInt32>
  let postings: Column<UInt32>
  let keyHashes: Column<UInt32>
  let keyWords: Column<UInt32>
  let entryEnds: Column<UInt32>
  let entries: Column<UInt32>
  private let textEnds: Column<UInt32>
  private let text: Column<UInt8>
  private let kinds: Column<UInt8>
  private let entities: Column<UInt32>
  private let idEnds: Column<UInt32>
  private let ids: Column<UInt8>

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - model: The word vectors that it was made with.
  /// - Throws: When the file is no index, of another version, profile or model, cut short or
  ///   damaged.
  /// - Complexity: O(*n*) in the bytes, which are summed once at the speed of memory.
  public init(path: String, model: EmbeddingModel = .standard) throws(IndexError) {
    let file = try MappedFile(path)
    let layout = try IndexLayout(file, path: path, model: model)
    for section in layout.sections where file.checksum(section.range) != section.checksum {
      throw IndexLayout.damaged(path)
    }
    func words(_ section: IndexLayout.Section) -> Column<UInt32> {
      file.column(layout[section].range, of: UInt32.self)
    }
    func bytes(_ section: IndexLayout.Section) -> Column<UInt8> {
      file.column(layout[section].range, of: UInt8.self)
    }
    self.file = file
    self.layout = layout
    self.model = model
    lists = words(.lists)
    vectors = bytes(.vectors)
    shapes = bytes(.shapes)
    postingEnds = words(.postingEnds)
    postings = words(.postings)
    keyHashes = words(.keyHashes)
    keyWords = words(.keyWords)
    entryEnds = words(.entryEnds)
    entries = words(.entries)
    textEnds = words(.textEnds)
    text = bytes(.text)
    kinds = bytes(.kinds)
    entities = words(.entities)
    idEnds = words(.idEnds)
    ids = bytes(.ids)
  }

  /// Number of names.
  public var count: Int { layout.nameCount }
  /// Number of distinct ids.
  public var entityCount: Int { layout.entityCount }

  /// A name as it was given.
  public func name(_ number: Int) -> [UInt8] { text.array(textEnds.range(number)) }
  /// Kind of a name, if it was given.
  public func kind(of number: Int) -> NameKind? { KindCode.kind(of: kinds[number]) }
  /// Number of what a name names.
  public func entity(of number: Int) -> Int {
    entities.count == 0 ? number : Int(entities[number])
  }
  /// The id of what is named.
  public func id(ofEntity entity: Int) -> [UInt8] { ids.array(idEnds.range(entity)) }

  /// Places of a name's entries.
  func entries(of name: Int) -> Range<Int> { entryEnds.range(name) }

  /// Blocks of a list.
  func blocks(of list: Int) -> Range<Int> { lists.range(list) }

  /// Words whose keys have a hash.
  func words(withKey key: Span<UInt8>, _ body: (Int) -> Void) {
    let hash = KeyHash.of(key)
    var low = 0
    var high = keyHashes.count
    while low < high {
      let middle = (low + high) / 2
      if keyHashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    while low < keyHashes.count, keyHashes[low] == hash {
      body(Int(keyWords[low]))
      low += 1
    }
  }
}
