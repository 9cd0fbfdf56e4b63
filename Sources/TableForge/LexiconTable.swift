// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ICUText
import SystemPackage
import TextBytes

/// Lays out the lexicons as one hash table that is read in place.
///
/// Layout, all integers little-endian:
///
///     0   "NSKLEXIC"
///     8   UInt32 layout version, UInt32 number of slots (a power of two)
///     16  UInt32 number of entries, UInt32 number of senses
///     24  UInt32 number of groups, UInt32 number of key bytes
///     32  64 × 4 bytes: language codes in ASCII, padded with zeros; the place is the bit number
///     …   UInt32 × slots: entry number + 1, or 0; linear probing from the hash of the key
///     …   12 bytes × entries, sorted by key: UInt32 key offset, UInt32 first sense,
///         UInt8 key length, UInt8 number of senses, UInt8 isPrefix, UInt8 zero
///     …   16 bytes × senses: UInt8 class, UInt8 side, UInt16 zero, UInt32 group + 1 or 0,
///         UInt64 languages (0 is every language)
///     …   UInt32 × (groups + 1): offsets into the group names
///     …   key bytes, then group names
///
/// A key is a term in the `key` profile with hyphens as spaces and without full stops and inner
/// quotation marks. `isPrefix` says that a longer key begins with this one: at a word, or at any
/// character in scripts without spaces. An entry with no sense is such a beginning alone.
struct LexiconTable {
  private struct Sense: Hashable {
    var kind: UInt8
    var side: UInt8 = 0
    var group: String = ""
    var languages: UInt64 = 0
  }

  private var senses: [[UInt8]: [Sense]] = [:]
  private var prefixes: Set<[UInt8]> = []
  private var languages: [String] = []
  private var termKeys: TermKeys

  /// Reads every lexicon of a folder and the names of countries from ICU.
  static func forge(folder: FilePath, mapping: KeyMapping) throws -> [UInt8] {
    var table = LexiconTable(termKeys: TermKeys(mapping: mapping))
    for (number, name) in LexiconRows.classes.enumerated() {
      for row in try LexiconRows.read(folder.appending("\(name).tsv")) {
        try table.add(row, kind: UInt8(number), named: name)
      }
    }
    let place = UInt8(LexiconRows.classes.firstIndex(of: "places") ?? 0)
    for row in LexiconRows.countries() { try table.add(row, kind: place, named: "places") }
    return table.serialized()
  }

  private init(termKeys: TermKeys) { self.termKeys = termKeys }

  private mutating func add(_ row: LexiconRows.Row, kind: UInt8, named name: String) throws {
    let key = termKeys.key(of: row.term)
    guard !key.isEmpty, key.count < 256 else { return }
    var sense = Sense(kind: kind)
    for code in row.languages { sense.languages |= 1 << UInt64(try bit(of: code)) }
    if let side = ["before", "after", "both", "first", "last", "family"].firstIndex(of: row.group) {
      sense.side = UInt8(side + 1)
    } else if ["institutions", "places", "nicknames"].contains(name) {
      sense.group = row.group
    }
    var known = senses[key] ?? []
    let same = known.firstIndex {
      $0.kind == sense.kind && $0.side == sense.side && $0.group == sense.group
    }
    if let same {
      let isGeneral = known[same].languages == 0 || sense.languages == 0
      known[same].languages = isGeneral ? 0 : known[same].languages | sense.languages
    } else {
      known.append(sense)
    }
    senses[key] = known
    addPrefixes(of: key)
  }

  private mutating func bit(of code: String) throws -> Int {
    if let known = languages.firstIndex(of: code) { return known }
    guard languages.count < 64, code.utf8.count <= 4 else {
      throw ForgeError("\(code): the lexicons name too many languages or a code that is too long")
    }
    languages.append(code)
    return languages.count - 1
  }

  /// Marks the beginnings at which a search for a longer key goes on.
  private mutating func addPrefixes(of key: [UInt8]) {
    let values = scalars(key)
    var prefix: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0, value == 0x20 || Self.isUnspaced(values[index - 1]) {
        prefixes.insert(prefix)
      }
      prefix.append(scalar: value)
    }
  }

  private static func isUnspaced(_ value: UInt32) -> Bool {
    ["Hani", "Hira", "Kana", "Thai"].contains(ICU.Properties.scriptCode(value))
  }

  private func serialized() -> [UInt8] {
    let keys = Set(senses.keys).union(prefixes).sorted { $0.lexicographicallyPrecedes($1) }
    let groups = Set(senses.values.joined().map(\.group)).subtracting([""]).sorted()
    let groupNumbers = Dictionary(uniqueKeysWithValues: zip(groups, groups.indices))
    var entryBytes: [UInt8] = []
    var senseBytes: [UInt8] = []
    var keyBytes: [UInt8] = []
    for key in keys {
      let own = senses[key] ?? []
      entryBytes.append(littleEndian: UInt32(keyBytes.count))
      entryBytes.append(littleEndian: UInt32(senseBytes.count / 16))
      entryBytes += [
        UInt8(key.count), UInt8(min(own.count, 255)), prefixes.contains(key) ? 1 : 0, 0,
      ]
      keyBytes += key
      for sense in own.prefix(255) {
        senseBytes += [sense.kind, sense.side, 0, 0]
        senseBytes.append(littleEndian: UInt32(groupNumbers[sense.group].map { $0 + 1 } ?? 0))
        senseBytes.append(littleEndian: sense.languages)
      }
    }
    let slots = self.slots(keys)
    var output = [UInt8]("NSKLEXIC".utf8)
    for value in [
      1, slots.count, keys.count, senseBytes.count / 16, groups.count, keyBytes.count,
    ] {
      output.append(littleEndian: UInt32(value))
    }
    for number in 0..<64 {
      let code = number < languages.count ? Array(languages[number].utf8) : []
      output += code + [UInt8](repeating: 0, count: 4 - code.count)
    }
    for slot in slots { output.append(littleEndian: slot) }
    output += entryBytes + senseBytes
    var names: [UInt8] = []
    for group in groups {
      output.append(littleEndian: UInt32(names.count))
      names += Array(group.utf8)
    }
    output.append(littleEndian: UInt32(names.count))
    return output + keyBytes + names
  }

  private func slots(_ keys: [[UInt8]]) -> [UInt32] {
    var size = 64
    while size < keys.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (number, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: ByteHash.hash(key.span)) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(number + 1)
    }
    return slots
  }
}
