// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc

/// Grows a catalogue of names with known truth, for measurements of scale only.
///
///     GrowCatalogue 1000000 > names.tsv              # id, name, kind; equal ids are one entity
///     GrowCatalogue 1000000 --queries 2000 > queries.tsv   # other names of 2,000 of its entities
///     GrowCatalogue 1000000 --seed 7 > other.tsv
///
/// The same numbers give the same bytes on every machine. Names of one entity stand apart from one
/// another. Their parts were written for this program; accuracy is measured on real names, not here.
@main
enum GrowCatalogue {
  static func main() {
    var count: Int?
    var seed: UInt64 = 1
    var queries: Int?
    var arguments = CommandLine.arguments.dropFirst()[...]
    while let argument = arguments.popFirst() {
      switch argument {
      case "--seed": seed = arguments.popFirst().flatMap { UInt64($0) } ?? 1
      case "--queries": queries = arguments.popFirst().flatMap { Int($0) }
      default: count = Int(argument)
      }
    }
    guard let count, count > 0, count <= Int(Int32.max) else {
      print("usage: GrowCatalogue COUNT [--seed N] [--queries COUNT]")
      exit(2)
    }
    let cultures = Culture.latin + Culture.other
    let entities = entityOfRows(count, seed)
    var output = Output()
    if let queries {
      output.line("id", "query", "kind")
      var random = Randomness(seed, 6, 0)
      for query in 0..<queries {
        let number = Int(entities[random.below(count)])
        let entity = Entity(number, seed: seed, cultures)
        var rendering = Rendering(seed: seed, place: -1 - query, entity: number)
        output.line("e\(number)", rendering.name(of: entity), entity.kind.rawValue)
      }
    } else {
      output.line("id", "name", "kind")
      for (row, number) in entities.enumerated() {
        let entity = Entity(Int(number), seed: seed, cultures)
        var rendering = Rendering(seed: seed, place: row, entity: Int(number))
        output.line("e\(number)", rendering.name(of: entity), entity.kind.rawValue)
      }
    }
    output.flush()
  }

  /// Entity of each row: half have one name, the others up to a dozen, in random order.
  private static func entityOfRows(_ count: Int, _ seed: UInt64) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    var random = Randomness(seed, 7, 0)
    var entity: Int32 = 0
    while rows.count < count {
      var names = 1
      if random.happens(0.5) {
        names = 2
        while names < 12, random.happens(0.55) { names += 1 }
      }
      for _ in 0..<min(names, count - rows.count) { rows.append(entity) }
      entity += 1
    }
    for place in stride(from: count - 1, to: 0, by: -1) {
      rows.swapAt(place, random.below(place + 1))
    }
    return rows
  }
}

/// Lines to standard output.
struct Output {
  private var bytes: [UInt8] = []

  mutating func line(_ id: String, _ name: String, _ kind: String) {
    bytes += id.utf8
    bytes.append(0x09)
    bytes += name.utf8
    bytes.append(0x09)
    bytes += kind.utf8
    bytes.append(0x0A)
    if bytes.count > 1 << 20 { flush() }
  }

  mutating func flush() {
    var done = 0
    while done < bytes.count {
      let written = bytes[done...].withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      guard written > 0 else { exit(1) }
      done += written
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
