// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Lays sections into a file.
struct IndexFileWriter {
  private var layout: IndexLayout
  private var pieces: [Piece] = []

  /// A section's numbers, whatever their width.
  private enum Piece {
    case bytes([UInt8])
    case words([UInt32])
  }

  init(_ layout: IndexLayout) { self.layout = layout }

  /// Adds a section; sections come in the order of the layout.
  mutating func add(_ section: IndexLayout.Section, _ bytes: [UInt8]) {
    add(section, count: bytes.count, checksum: unsafe bytes.withUnsafeBytes(Checksum.of))
    pieces.append(.bytes(bytes))
  }

  /// Adds a section of words.
  mutating func add(_ section: IndexLayout.Section, _ words: [UInt32]) {
    add(section, count: words.count * 4, checksum: unsafe words.withUnsafeBytes(Checksum.of))
    pieces.append(.words(words))
  }

  private mutating func add(_ section: IndexLayout.Section, count: Int, checksum: UInt64) {
    precondition(section.rawValue == pieces.count, "Sections come in order.")
    let before = section.rawValue == 0 ? nil : layout.sections[section.rawValue - 1]
    let start = before.map { Self.aligned($0.range.upperBound) } ?? IndexLayout.headerSize
    layout.sections[section.rawValue] = IndexLayout.Extent(
      start: start, count: count, checksum: checksum)
  }

  private static func aligned(_ place: Int) -> Int {
    (place + IndexLayout.alignment - 1) / IndexLayout.alignment * IndexLayout.alignment
  }

  /// Writes the file and gives it its name.
  consuming func write(_ file: consuming AtomicFile) throws(IndexError) {
    layout.fileSize = layout.sections.last?.range.upperBound ?? IndexLayout.headerSize
    try file.write(layout.header)
    var place = IndexLayout.headerSize
    for (section, piece) in zip(layout.sections, pieces) {
      try file.write([UInt8](repeating: 0, count: section.start - place))
      switch piece {
      case .bytes(let bytes): try file.write(bytes)
      case .words(let words): try file.write(words)
      }
      place = section.range.upperBound
    }
    try file.commit()
  }
}
