// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
public import NameModel
public import StringDistance
internal import TextBytes

/// Names that are added to an index and entities that are removed from it, without building it
/// anew.
///
///     var changes = try IndexChanges(of: "people.index")
///     changes.remove(id: "Q42".utf8Span.span)
///     changes.add(name: "Kim Yo-jong".utf8Span.span, id: "Q7".utf8Span.span, kind: .person)
///     try changes.write(threads: 2)
///     try IndexChanges.merge(into: "people.index", threads: 2)
///
/// They go to a file of their own beside the index, which is written whole each time: keep it small
/// and merge it now and then. An id that the index has gains the names that are added to it; what is
/// removed is gone with all its names, until names are added to it again.
public struct IndexChanges: ~Copyable {
  private let path: String
  private let index: NameIndex
  private let model: EmbeddingModel
  private var added: [AddedName] = []
  private var ids = ByteInterner()
  private var removed: Set<UInt32> = []

  /// A name that the index does not have.
  private struct AddedName {
    var id: [UInt8]
    var name: [UInt8]
    var kind: NameKind?
  }

  /// Names that are read at a time.
  private static let batchSize = 20_000

  /// Opens an index with the changes that it has.
  ///
  /// - Throws: When there is no such index, or it or its changes are damaged.
  /// - Complexity: O(*n*) in the index's ids and the changes' names.
  public init(of path: String, model: EmbeddingModel = .standard) throws(IndexError) {
    self.path = path
    self.model = model
    index = try NameIndex(path: path, model: model)
    for entity in 0..<index.entityCount { _ = ids.intern(index.id(ofEntity: entity).span) }
    guard let old = index.changes else { return }
    removed = Set(old.removedEntities.map { UInt32($0) })
    for number in 0..<old.count {
      added.append(
        AddedName(
          id: old.id(ofEntity: old.entity(of: number)), name: old.name(number),
          kind: old.kind(of: number)))
    }
  }

  /// Adds a name to an id.
  public mutating func add(name: Span<UInt8>, id: Span<UInt8>, kind: NameKind?) {
    added.append(AddedName(id: Self.bytes(id), name: Self.bytes(name), kind: kind))
  }

  private static func bytes(_ span: Span<UInt8>) -> [UInt8] { span.indices.map { span[$0] } }

  /// Removes an id with all its names, those included that were added before.
  ///
  /// - Returns: Whether there was such an id.
  /// - Complexity: O(*n*) in the names that were added.
  @discardableResult
  public mutating func remove(id: Span<UInt8>) -> Bool {
    let bytes = Self.bytes(id)
    let before = added.count
    added.removeAll { $0.id == bytes }
    guard let number = ids.find(id) else { return added.count < before }
    return removed.insert(UInt32(number)).inserted || added.count < before
  }

  /// Writes the changes: they appear whole or not at all.
  ///
  /// - Throws: When they cannot be written; the old ones stay as they were.
  public consuming func write(threads: Int) throws(IndexError) {
    let ids = self.ids
    var reader = IndexBatchReader()
    var builder = IndexBuilder(model: model)
    for (number, entry) in added.enumerated() {
      reader.add(name: entry.name.span, id: entry.id.span, kind: entry.kind)
      if number % Self.batchSize == Self.batchSize - 1 { try builder.add(reader.take()) }
    }
    try builder.add(reader.take())
    try builder.write(
      to: NameIndex.changesPath(path), threads: threads,
      changes: IndexBuilder.Changes(
        base: index.layout.checksum, removed: removed.sorted(),
        number: { id in ids.find(Array(id).span) }))
  }

  /// Builds an index anew from its own names and its changes, as if it had been built from them.
  ///
  /// - Throws: When it cannot be written; index and changes stay as they were.
  public static func merge(
    into path: String, model: EmbeddingModel = .standard, threads: Int
  ) throws(IndexError) {
    let index = try NameIndex(path: path, model: model)
    guard let changes = index.changes else { return }
    var builder = IndexBuilder(model: model)
    try copy(index, to: &builder) { !index.isRemoved(entity: $0) }
    try copy(changes, to: &builder) { _ in true }
    try builder.write(to: path, threads: threads)
  }

  private static func copy(
    _ index: NameIndex, to builder: inout IndexBuilder, where isWanted: (Int) -> Bool
  ) throws(IndexError) {
    var reader = IndexBatchReader()
    for number in 0..<index.count {
      let entity = index.entity(of: number)
      if isWanted(entity) {
        reader.add(
          name: index.name(number).span, id: index.id(ofEntity: entity).span,
          kind: index.kind(of: number))
      }
      if number % batchSize == batchSize - 1 { try builder.add(reader.take()) }
    }
    try builder.add(reader.take())
  }
}
