// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
internal import TextBytes

/// The embedded model of languages, read in place.
///
/// `TableForge` documents the layout and where the numbers come from (`LanguageTable` there).
///
/// Safety: the pointers lead into constant memory of the program that is never freed or written,
/// and TableForge guarantees that every row number in the slots exists.
@safe
struct LanguageTable: @unchecked Sendable {
  // Sendable: constant memory.

  /// Languages that share a script, and the features that tell them apart.
  @safe
  struct Group {
    let languages: [LanguageTag]
    fileprivate let slotBits: Int
    fileprivate let slots: UnsafePointer<UInt64>
    fileprivate let rows: UnsafePointer<Int8>

    /// Adds a feature's row to a score for each language; does nothing for unknown features.
    ///
    /// - Complexity: O(languages).
    func add(_ code: UInt64, to scores: inout [Int32]) {
      guard languages.count > 1 else { return }
      var slot = LetterFeature.slot(of: code, bits: slotBits)
      while true {
        let found = unsafe slots[slot]
        if found == 0 { return }
        if found >> 16 == code {
          let row = (Int(found & 0xFFFF) - 1) * languages.count
          for index in scores.indices { unsafe scores[index] &+= Int32(rows[row + index]) }
          return
        }
        slot = (slot + 1) & (1 << slotBits - 1)
      }
    }
  }

  private var groups: [Group] = []
  // Group number of each script, 255 for none.
  private var groupOfScript = [UInt8](repeating: 255, count: 256)

  static let standard = unsafe LanguageTable(nsk_table_languages())

  private init(_ table: nsk_table) {
    let bytes = unsafe UnsafeRawBufferPointer(start: table.bytes, count: table.count)
    precondition(unsafe bytes.starts(with: "NSKLANGS".utf8), "the model of languages is damaged")
    guard let base = bytes.baseAddress else { preconditionFailure("no table") }
    func word(_ offset: Int) -> Int {
      unsafe Int(base.load(fromByteOffset: offset, as: UInt32.self))
    }
    for number in 0..<word(12) {
      let start = 16 + 40 * number
      let languages = (0..<word(start)).compactMap { index in
        let code = unsafe bytes[(word(start + 8) + 4 * index)...].prefix(4).prefix { $0 != 0 }
        return unsafe LanguageTag(String(decoding: code, as: UTF8.self))
      }
      let scripts = unsafe Array(bytes[(start + 24)..<(start + 32)])
      for script in scripts where script != 255 { groupOfScript[Int(script)] = UInt8(number) }
      unsafe groups.append(
        Group(
          languages: languages, slotBits: word(start + 4),
          slots: (base + word(start + 12)).assumingMemoryBound(to: UInt64.self),
          rows: (base + word(start + 16)).assumingMemoryBound(to: Int8.self)))
    }
  }

  /// The languages of a script, nil for scripts of which no language is known.
  func group(of script: Script) -> Group? {
    let number = groupOfScript[Int(script.number)]
    return number == 255 ? nil : groups[Int(number)]
  }

  /// Whether two scripts are written in one text by the same languages, as Han and kana are.
  func sharesGroup(_ first: Script, _ second: Script) -> Bool {
    let number = groupOfScript[Int(first.number)]
    return number != 255 && number == groupOfScript[Int(second.number)]
  }
}
