// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel
public import NameComparison
public import NameModel
public import StringDistance

/// Names in a file, ready to be searched in place.
///
/// Changes lie in a second file beside it, `FILE.delta`, an index of its own that `IndexChanges`
/// writes: it holds names that were added and says which entities were removed.
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
  private let firstLetters: Column<UInt8>
  let postingEnds: Column<UInt32>
  let postings: Column<UInt32>
  private let keyStarts: Column<UInt32>
  private let keyRests: Column<UInt16>
  private let keyWords: Column<UInt32>
  private let recordStarts: Column<UInt32>
  private let records: Column<UInt8>
  private let entryStarts: Column<UInt32>
  let entries: Column<UInt32>
  private let textEnds: Column<UInt32>
  private let text: Column<UInt8>
  private let kinds: Column<UInt8>
  private let entities: Column<UInt32>
  private let idEnds: Column<UInt32>
  private let ids: Column<UInt8>
  private let removed: Column<UInt32>
  private let origins: Column<UInt32>

  /// The changes beside the file, if there are any.
  public let changes: NameIndex?
  /// A bit for each entity that the changes remove.
  private let removedBits: [UInt64]

  /// Opens an index.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - model: The word vectors that it was made with.
  /// - Throws: When the file is no index, of another version, profile or model, cut short or
  ///   damaged.
  /// - Complexity: O(*n*) in the bytes, which are summed once at the speed of memory.
  public convenience init(path: String, model: EmbeddingModel = .standard) throws(IndexError) {
    try self.init(path: path, model: model, changesOf: nil)
  }

  /// Where the changes of an index lie.
  static func changesPath(_ path: String) -> String { path + ".delta" }

  private init(path: String, model: EmbeddingModel, changesOf base: IndexLayout?) throws(IndexError)
  {
    let file = try MappedFile(path)
    let layout = try IndexLayout(file, path: path, model: model)
    guard layout.base == base?.checksum ?? 0 else {
      throw IndexError(
        .otherVersion, path,
        base == nil
          ? "these are changes of an index, not an index" : "these are changes of another index",
        advice: base == nil
          ? "name the file without .delta" : "remove the file if they were merged")
    }
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
    firstLetters = bytes(.firstLetters)
    postingEnds = words(.postingEnds)
    postings = words(.postings)
    keyStarts = words(.keyStarts)
    keyRests = file.column(layout[.keyRests].range, of: UInt16.self)
    keyWords = words(.keyWords)
    recordStarts = words(.recordStarts)
    records = bytes(.records)
    entryStarts = words(.entryStarts)
    entries = words(.entries)
    textEnds = words(.textEnds)
    text = bytes(.text)
    kinds = bytes(.kinds)
    entities = words(.entities)
    idEnds = words(.idEnds)
    ids = bytes(.ids)
    removed = words(.removed)
    origins = words(.origins)
    let changesPath = Self.changesPath(path)
    changes =
      base == nil && MappedFile.exists(changesPath)
      ? try NameIndex(path: changesPath, model: model, changesOf: layout) : nil
    var bits: [UInt64] = []
    if let changes {
      bits = [UInt64](repeating: 0, count: (layout.entityCount + 63) / 64)
      for entity in changes.removedEntities where entity < layout.entityCount {
        bits[entity / 64] |= 1 << UInt64(entity % 64)
      }
    }
    removedBits = bits
  }

  /// Entities of the base that these changes leave out.
  var removedEntities: [Int] { (0..<removed.count).map { Int(removed[$0]) } }

  /// Number that an entity of these changes has in the base; nil for a new one.
  func origin(ofEntity entity: Int) -> Int? {
    origins[entity] == .max ? nil : Int(origins[entity])
  }

  /// Whether the changes beside the file leave an entity out.
  func isRemoved(entity: Int) -> Bool {
    !removedBits.isEmpty && removedBits[entity / 64] >> UInt64(entity % 64) & 1 == 1
  }

  /// Whether a name is still there and, as far as is known, of a kind.
  func holds(_ name: Int, of kind: NameKind?) -> Bool {
    if let kind, let own = self.kind(of: name), own != kind { return false }
    return removedBits.isEmpty || !isRemoved(entity: entity(of: name))
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

  /// Names that share a place of their first entry.
  static let namesPerStart = 8
  /// Vectors that share a place of their first record.
  static let recordsPerStart = 8

  /// Place of a name's first entry; its entries end with one that says so.
  func firstEntry(of name: Int) -> Int {
    precondition(name < count, "The index is damaged.")
    var place = Int(entryStarts[name / Self.namesPerStart])
    for _ in 0..<name % Self.namesPerStart {
      while !NameEntry(bits: entries[place]).isLast { place += 1 }
      place += 1
    }
    return place
  }

  /// A name's words with their roles, and behind them its kind: equal for names that no comparison
  /// tells apart.
  func words(of name: Int) -> [UInt32] {
    var words: [UInt32] = []
    var place = firstEntry(of: name)
    var entry: NameEntry
    repeat {
      entry = NameEntry(bits: entries[place])
      place += 1
      if entry.joined == 0 { words.append(entry.bits) }
    } while !entry.isLast
    words.append(UInt32(kinds[name]))
    return words
  }

  /// Appends places of names' first entries.
  ///
  /// Each step is taken for all names before the next, so that their memory is waited for at once.
  func appendFirstEntries(of names: [UInt32], to places: inout [Int]) {
    for name in names { places.append(Int(entryStarts[Int(name) / Self.namesPerStart])) }
    var touched: UInt32 = 0
    for place in places { touched |= entries[place] }
    precondition(touched != 0 || names.isEmpty, "The index is damaged.")
    for (number, name) in names.enumerated() { places[number] = firstEntry(of: Int(name)) }
  }

  /// The word of a vector that is no join.
  func word(_ number: Int) -> IndexWord {
    var place = Int(recordStarts[number / Self.recordsPerStart])
    for _ in 0..<number % Self.recordsPerStart {
      place = WordRecord.range(at: place, in: records).upperBound
    }
    return WordRecord.word(records.array(WordRecord.range(at: place, in: records))[...])
  }

  /// First letter of a vector's word, romanized; 0 for none.
  func firstLetter(ofWord number: Int) -> UInt8 { firstLetters[number] }

  /// The product of a vector with that of a word.
  func product(_ vector: WordVector, ofWord number: Int) -> Int32 {
    let start = number / Int(NSK_BLOCK_VECTORS) * Int(NSK_BLOCK_BYTES)
    let block = unsafe vectors.pointer(start..<start + Int(NSK_BLOCK_BYTES))
    guard let first = block.baseAddress else { return 0 }
    var product: Int32 = 0
    unsafe vector.withConstantPointer {
      unsafe product = nsk_stored_product(first, Int32(number % Int(NSK_BLOCK_VECTORS)), $0)
    }
    return product
  }

  /// Asks for the names that a word stands in, which are read soon.
  func prefetchPostings(_ places: Range<Int>) {
    if let first = unsafe postings.pointer(places).baseAddress { unsafe nsk_prefetch(first) }
  }

  /// Blocks of a list, or of its part of scripts without spaces.
  func blocks(of list: Int, unspacedOnly: Bool) -> Range<Int> {
    let unspaced = lists.range(list * 2 + 1)
    return unspacedOnly ? unspaced : lists.range(list * 2).lowerBound..<unspaced.upperBound
  }

  /// Words whose keys have a hash.
  func words(withKey key: Span<UInt8>, _ body: (Int) -> Void) {
    let bits = KeyHash.beginningBits(words: keyWords.count)
    let (beginning, rest) = KeyHash.parts(KeyHash.of(key), bits: bits)
    for place in keyStarts.range(beginning) where Int(keyRests[place]) == rest {
      body(Int(keyWords[place]))
    }
  }
}
