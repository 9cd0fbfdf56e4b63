// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import StringDistance
internal import TextNormalization

/// How an index lies in its file.
///
/// Little-endian. A header of 1024 bytes: the magic `NSKINDEX`, the version, a checksum of the
/// header (taken with zeros in its place), the length of the file, numbers of names, entities and
/// vectors, the profile of the keys and the model of the vectors in 32 bytes of text each, of changes
/// the checksum of what they change, and for each section its place, its length and its checksum. Sections begin at multiples of 64.
struct IndexLayout: Equatable {
  /// What lies in the file, in this order.
  enum Section: Int, CaseIterable {
    /// First block of each list's two parts, spaced and unspaced scripts, and the end of the last:
    /// UInt32.
    case lists
    /// Vectors of the words, list after list, in blocks.
    case vectors
    /// First letter of each vector's word, romanized: a byte, 0 for none.
    case firstLetters
    /// First posting of each vector's word, and the end of the last: UInt32.
    case postingEnds
    /// Names that each word stands in, ascending: UInt32.
    case postings
    /// First key of each beginning of a key's hash, and the end of the last: UInt32.
    case keyStarts
    /// The next 16 bits of the words' keys' hashes, by their hashes: UInt16.
    case keyRests
    /// The vectors' numbers in the order of the hashes: UInt32.
    case keyWords
    /// First byte of every eighth vector's record: UInt32.
    case recordStarts
    /// Each vector's `WordRecord` behind its length; none for joins.
    case records
    /// First entry of every eighth name: UInt32.
    case entryStarts
    /// Words and joins of each name: `NameEntry`.
    case entries
    /// First byte of each name's text, and the end of the last: UInt32.
    case textEnds
    /// The names.
    case text
    /// Kind of each name: a byte.
    case kinds
    /// Entity of each name: UInt32; empty when every name has its own.
    case entities
    /// First byte of each entity's id, and the end of the last: UInt32.
    case idEnds
    /// The ids.
    case ids
    /// Of changes: entities of the base that are left out, ascending: UInt32.
    case removed
    /// Of changes: each entity's number in the base, or the greatest UInt32: UInt32.
    case origins
  }

  /// Where a section lies.
  struct Extent: Equatable {
    var start = 0
    var count = 0
    var checksum: UInt64 = 0
    var range: Range<Int> { start..<start + count }
  }

  static let magic = Array("NSKINDEX".utf8)
  static let version: UInt64 = 2
  static let headerSize = 1024
  static let alignment = 64
  private static let textSize = 32

  /// Of changes, the checksum of the header of the index that they change; 0 otherwise.
  var base: UInt64 = 0
  var nameCount = 0
  var entityCount = 0
  /// Places for vectors, those that fill up blocks included.
  var vectorCount = 0
  var fileSize = 0
  var profile = Profile.key.identifier
  var model = ""
  /// Whether a name is in a script without spaces.
  var hasUnspaced = false
  var sections = [Extent](repeating: Extent(), count: Section.allCases.count)

  /// The header's bytes, but for its checksum.
  private func bytes(checksum: UInt64) -> [UInt8] {
    var bytes = Self.magic
    func append(_ value: UInt64) {
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * shift))) }
    }
    for value in [Self.version, checksum] { append(value) }
    for value in [fileSize, nameCount, entityCount, vectorCount, hasUnspaced ? 1 : 0] {
      append(UInt64(value))
    }
    for text in [profile, model] {
      let kept = Array(text.utf8.prefix(Self.textSize))
      bytes += kept + [UInt8](repeating: 0, count: Self.textSize - kept.count)
    }
    append(base)
    for section in sections {
      append(UInt64(section.start))
      append(UInt64(section.count))
      append(section.checksum)
    }
    precondition(bytes.count <= Self.headerSize, "The header has a fixed size.")
    return bytes + [UInt8](repeating: 0, count: Self.headerSize - bytes.count)
  }

  /// The header's bytes.
  var header: [UInt8] { bytes(checksum: Self.sum(bytes(checksum: 0))) }
  /// The checksum that was read with the header.
  private(set) var checksum: UInt64 = 0

  private static func sum(_ bytes: [UInt8]) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe Checksum.of($0) }
  }

  /// Reads the header of a file.
  ///
  /// - Throws: When the file is no index, of another version, cut short or damaged.
  init(_ file: MappedFile, path: String, model: EmbeddingModel) throws(IndexError) {
    let size = min(file.count, Self.headerSize)
    let header = file.column(0..<size, of: UInt8.self).array(0..<size)
    guard header.count >= 16, Array(header.prefix(8)) == Self.magic else {
      throw IndexError(
        .notAnIndex, path, "this is no index", advice: "make one with namesake index")
    }
    func number(_ place: Int) -> UInt64 {
      (0..<8).reduce(0) { $0 | UInt64(header[place + $1]) << UInt64(8 * $1) }
    }
    guard number(8) == Self.version else {
      throw IndexError(
        .otherVersion, path, "this is an index of version \(number(8)), not \(Self.version)",
        advice: "build it again with this program")
    }
    guard header.count == Self.headerSize else { throw Self.cutShort(path) }
    func text(_ place: Int) -> String {
      String(decoding: header[place..<place + Self.textSize].prefix { $0 != 0 }, as: UTF8.self)
    }
    fileSize = Int(truncatingIfNeeded: number(24))
    nameCount = Int(truncatingIfNeeded: number(32))
    entityCount = Int(truncatingIfNeeded: number(40))
    vectorCount = Int(truncatingIfNeeded: number(48))
    hasUnspaced = number(56) == 1
    profile = text(64)
    self.model = text(96)
    base = number(128)
    checksum = number(16)
    sections = Section.allCases.map { section in
      let place = 136 + section.rawValue * 24
      return Extent(
        start: Int(truncatingIfNeeded: number(place)),
        count: Int(truncatingIfNeeded: number(place + 8)), checksum: number(place + 16))
    }
    guard Self.sum(bytes(checksum: 0)) == number(16) else { throw Self.damaged(path) }
    guard file.count == fileSize else { throw Self.cutShort(path) }
    guard profile == Profile.key.identifier else {
      throw IndexError(
        .otherVersion, path,
        "the index was made with the profile \(profile), this program has "
          + Profile.key.identifier, advice: "build it again")
    }
    guard self.model == model.identifier else {
      throw IndexError(
        .otherVersion, path, "the index was made with other word vectors (\(self.model))",
        advice: "build it again, or give the model that it was made with")
    }
  }

  /// A layout without sections.
  init(model: EmbeddingModel) { self.model = model.identifier }

  /// Where a section lies.
  subscript(_ section: Section) -> Extent { sections[section.rawValue] }

  static func cutShort(_ path: String) -> IndexError {
    IndexError(
      .damaged, path, "the index is cut short or has grown", advice: "build it again")
  }

  static func damaged(_ path: String) -> IndexError {
    IndexError(
      .damaged, path, "the index is damaged: its checksum is wrong", advice: "build it again")
  }
}
