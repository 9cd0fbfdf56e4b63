// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import SystemPackage
import TextBytes

/// Lays out which terms mean the same as one hash table that is read in place.
///
/// Layout, all integers little-endian:
///
///     0   "NSKCONCO"
///     8   UInt32 layout version, UInt32 number of slots
///     16  UInt32 number of groups, UInt32 number of list words
///     24  UInt32 × 8: number behind the last group of each kind
///     56  UInt64 × slots: 0, or the lower 40 bits of the term's hash and 24 bits of list start;
///         linear probing from the slot that the hash's upper 32 bits, as a fraction, point at
///     …   UInt16 × list words: a list is its count and its groups in rising order; equal lists
///         are stored once, and list 0 is empty
///     …   UInt32 × (groups + 1): offsets into the group names
///     …   group names
///
/// Terms are known by `TermHash` alone: writing them down would take most of the table. The forge
/// stops when two terms cannot be told apart, and a stranger is taken for a term once in 2⁴⁰.
struct ConcordanceTable {
  /// What terms share, in the order of `Concordance.Kinds` in NameModel, with the file of each.
  static let kinds = [
    "places", "institutions", "translations", "legal-form-groups", "generation-groups",
    "name-forms",
  ]
  /// Full forms of given names, which are those of `name-forms` once more.
  private static let cognate = kinds.count

  private struct Group: Hashable, Comparable {
    var kind: Int
    var name: String
    static func < (a: Group, b: Group) -> Bool { (a.kind, a.name) < (b.kind, b.name) }
  }

  /// Groups by the hash of a term.
  private var groups: [UInt64: Set<Group>] = [:]
  private var keys: TermKeys

  /// Reads the files of a folder and the names of places from ICU.
  static func forge(folder: FilePath, mapping: KeyMapping) throws -> [UInt8] {
    var table = ConcordanceTable(keys: TermKeys(mapping: mapping))
    for (kind, name) in kinds.enumerated() {
      let path = folder.appending("\(name).tsv")
      if LexiconRows.classes.contains(name) {
        for row in try LexiconRows.read(path) where joins(row.group) {
          table.add(row.term, to: Group(kind: kind, name: row.group))
        }
      } else {
        for row in try ConcordanceRows.read(path) {
          let group = Group(kind: kind, name: row.meaning)
          for term in row.heads + row.others { table.add(term, to: group) }
          guard name == "name-forms" else { continue }
          let cognates = Group(kind: cognate, name: row.meaning)
          for term in row.heads { table.add(term, to: cognates) }
        }
      }
    }
    table.addPlaces()
    return try table.serialized()
  }

  private init(keys: TermKeys) { self.keys = keys }

  /// Groups of lexicon rows that are lists of many things, not names of one.
  private static func joins(_ group: String) -> Bool {
    !group.isEmpty && !group.hasSuffix("-places") && !group.hasSuffix("-cities")
  }

  private mutating func add(_ term: String, to group: Group) {
    if let hash = hash(of: term) { groups[hash, default: []].insert(group) }
  }

  private mutating func hash(of term: String) -> UInt64? {
    var hash = TermHash()
    hash.append(keys.key(of: term).span)
    return hash.isEmpty ? nil : hash.value
  }

  private mutating func addPlaces() {
    for name in PlaceNames.territories() {
      add(name.term, to: Group(kind: 0, name: "country-" + name.place.lowercased()))
      // The United Nations and the Union are bodies too.
      if name.place == "UN" || name.place == "EU" {
        add(name.term, to: Group(kind: 1, name: name.place.lowercased()))
      }
    }
    let known = groups
    for name in PlaceNames.cities() {
      let own = hash(of: name.place).flatMap { known[$0]?.filter { $0.kind == 0 } } ?? []
      for group in own.isEmpty ? [Group(kind: 0, name: "city-" + name.place)] : own {
        add(name.place, to: group)
        add(name.term, to: group)
      }
    }
  }

  private func serialized() throws -> [UInt8] {
    let all = Set(groups.values.joined()).sorted()
    guard all.count < 1 << 16 else { throw ForgeError("the concordance has too many meanings") }
    let numbers = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
    var lists: [UInt16] = [0]
    var starts: [[UInt16]: UInt64] = [:]
    var terms: [(hash: UInt64, list: UInt64)] = []
    for (hash, own) in groups.sorted(by: { $0.key < $1.key }) {
      let list = own.compactMap { numbers[$0].map(UInt16.init) }.sorted()
      let start = starts[list] ?? UInt64(lists.count)
      if starts.updateValue(start, forKey: list) == nil { lists += [UInt16(list.count)] + list }
      terms.append((hash, start))
    }
    let slots = try self.slots(terms)
    var output = [UInt8]("NSKCONCO".utf8)
    for value in [1, slots.count, all.count, lists.count] {
      output.append(littleEndian: UInt32(value))
    }
    for kind in 0..<8 {
      output.append(littleEndian: UInt32(all.count { $0.kind <= kind }))
    }
    for slot in slots { output.append(littleEndian: slot) }
    for word in lists { output.append(littleEndian: word) }
    var names: [UInt8] = []
    for group in all {
      output.append(littleEndian: UInt32(names.count))
      names += Array(group.name.utf8)
    }
    output.append(littleEndian: UInt32(names.count))
    return output + names
  }

  private func slots(_ terms: [(hash: UInt64, list: UInt64)]) throws -> [UInt64] {
    let size = terms.count * 3 / 2 + 1
    var slots = [UInt64](repeating: 0, count: size)
    for term in terms {
      var slot = Int(((term.hash >> 32) * UInt64(size)) >> 32)
      while slots[slot] != 0 {
        if slots[slot] >> 24 == term.hash & 0xFF_FFFF_FFFF {
          throw ForgeError("two terms of the concordance cannot be told apart")
        }
        slot = slot + 1 == size ? 0 : slot + 1
      }
      slots[slot] = (term.hash << 24) | term.list
    }
    return slots
  }
}
