// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Finds the candidates of one name after the other, with memory of its own.
final class NameJoinSearch {
  private let join: NameJoin

  /// A word of the name, or words or a part read as one, that may stand in others.
  private struct Unit {
    var word: UInt32
    /// Places of the name that it stands for, as bits.
    var places: UInt64
    var worth: Float
    var cost: Int
    var fullValue: Float { (1 - NameJoinSearch.floor) * worth }
  }

  /// That a word elsewhere is worth something to a unit.
  private struct Match {
    var unit: Int
    var value: Float
    var next: Int32
  }

  private struct Candidate {
    var name: UInt32
    var value: Float
  }

  private var units: [Unit] = []
  private var initials: [UInt8] = []
  private var full: Float = 0
  private var matches: [Match] = []
  /// First match of each word, plus 1.
  private var heads: [Int32]
  private var touched: [UInt32] = []
  private var isSeen: [Bool]
  private var seen: [UInt32] = []
  private var values: [Float] = []
  private var covered: [Bool] = []
  private var candidates: [Candidate] = []

  /// Similarity that is worth nothing.
  private static let floor: Float = 0.45
  /// What a word too many costs.
  private static let stray: Float = 0.5
  /// Share of a name's value that another must have.
  private static let leastShare: Float = 0.4
  /// Share of the other's letters that must find something.
  private static let leastCover: Float = 0.3
  /// Names that are walked for one; what its rarest words do not reach is lost beyond.
  private static let mostWalked = 20_000
  /// Letters of a word beyond which it is worth no more.
  private static let longest = 24
  /// Words of a name that are looked at; more make a list, not a name.
  private static let mostPlaces = 24

  init(_ join: NameJoin) {
    self.join = join
    heads = [Int32](repeating: 0, count: join.vocabulary.words.count)
    isSeen = [Bool](repeating: false, count: join.nameCount)
  }

  /// The best candidates of a name, best first, equals by number.
  func find(_ name: Int, share: NameJoin.Share, limit: Int) -> [Int] {
    prepare(name)
    walk(from: name, share)
    forget()
    candidates.sort { ($1.value, $0.name) < ($0.value, $1.name) }
    return candidates.prefix(limit).map { Int($0.name) }
  }

  // MARK: - The name's units

  private func prepare(_ name: Int) {
    units.removeAll(keepingCapacity: true)
    initials.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    full = 0
    let vocabulary = join.vocabulary
    var place = 0
    var starts: [Int] = []
    for index in vocabulary.entries(of: name) {
      let entry = NameEntry(bits: vocabulary.entries[index])
      let number = UInt32(entry.word)
      if entry.joined > 0 {
        let first = starts[starts.count - min(entry.joined, starts.count)]
        if first < place { add(number, Self.bits(first..<place)) }
        continue
      }
      starts.append(place)
      let word = vocabulary.words[entry.word]
      if place >= Self.mostPlaces { continue }
      if !entry.isCounted {
        if word.weight == .initial { initials.append(word.firstLetter) }
        continue
      }
      let parts = vocabulary.parts[number] ?? []
      let end = place + 1 + Int(parts.last?.cut ?? 0)
      add(number, Self.bits(place..<end))
      full += units[units.count - 1].fullValue
      for part in parts {
        add(part.first, Self.bits(place..<place + Int(part.cut)))
        add(part.second, Self.bits(place + Int(part.cut)..<end))
      }
      place = end
    }
    units.sort { ($0.cost, $0.word, $0.places) < ($1.cost, $1.word, $1.places) }
    for (number, unit) in units.enumerated() { addMatches(of: unit, number) }
  }

  private func add(_ word: UInt32, _ places: UInt64) {
    let length = min(join.vocabulary.words[Int(word)].length, Self.longest)
    units.append(
      Unit(word: word, places: places, worth: 4 + Float(length), cost: join.cost(of: word)))
  }

  private static func bits(_ places: Range<Int>) -> UInt64 {
    places.reduce(0) { $0 | 1 << UInt64(min($1, 63)) }
  }

  private func addMatches(of unit: Unit, _ number: Int) {
    for place in join.near.range(of: unit.word) {
      let word = join.near.word(at: place)
      let value = (join.near.similarity(at: place) - Self.floor) * unit.worth
      if heads[Int(word)] == 0 { touched.append(word) }
      matches.append(Match(unit: number, value: value, next: heads[Int(word)]))
      heads[Int(word)] = Int32(matches.count)
    }
  }

  private func forget() {
    for word in touched { heads[Int(word)] = 0 }
    touched.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    for name in seen { isSeen[Int(name)] = false }
    seen.removeAll(keepingCapacity: true)
  }

  // MARK: - Names that have them

  /// Walks the names of units' neighbours, rarest first, as long as what is left could still make
  /// a candidate by itself.
  private func walk(from name: Int, _ share: NameJoin.Share) {
    var left = Self.mostWalked
    for first in units.indices {
      if share == .most, fullValue(of: units[first...]) < Self.leastShare * full { break }
      for place in join.near.range(of: units[first].word) {
        let names = join.names(of: join.near.word(at: place))
        if names.count > left { continue }
        left -= names.count
        for other in names where Int(other) != name && !isSeen[Int(other)] {
          isSeen[Int(other)] = true
          seen.append(other)
          weigh(other, share)
        }
      }
    }
  }

  /// Full value of units that do not overlap, about: the most valuable first.
  private func fullValue(of units: ArraySlice<Unit>) -> Float {
    var taken: UInt64 = 0
    var total: Float = 0
    for unit in units.sorted(by: { $0.worth > $1.worth }) where taken & unit.places == 0 {
      taken |= unit.places
      total += unit.fullValue
    }
    return total
  }

  private func weigh(_ other: UInt32, _ share: NameJoin.Share) {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(0, count: units.count))
    covered.removeAll(keepingCapacity: true)
    let vocabulary = join.vocabulary
    let range = vocabulary.entries(of: Int(other))
    for index in range {
      let entry = NameEntry(bits: vocabulary.entries[index])
      var match = heads[entry.word]
      let isFound = match != 0
      while match != 0 {
        let found = matches[Int(match) - 1]
        values[found.unit] = max(values[found.unit], found.value)
        match = found.next
      }
      if entry.joined == 0 {
        covered.append(isFound || !entry.isCounted)
      } else if isFound {
        for back in 1...min(entry.joined, covered.count) { covered[covered.count - back] = true }
      }
    }
    var value = bestRow()
    if share == .most, value < Self.leastShare * full { return }
    // What the other has beside it, by letters.
    var letters: Float = 0
    var found: Float = 0
    var place = 0
    var strays = 0
    for index in range {
      let entry = NameEntry(bits: vocabulary.entries[index])
      if entry.joined > 0 { continue }
      if entry.isCounted {
        let word = vocabulary.words[entry.word]
        let length = Float(4 + word.length)
        letters += length
        if covered[place] {
          found += length
        } else if let fitting = initials.firstIndex(of: word.firstLetter) {
          initials.swapAt(fitting, initials.count - 1)
          found += length
          value += Self.stray
        } else {
          strays += 1
        }
      }
      place += 1
    }
    if share == .most, found < Self.leastCover * letters { return }
    candidates.append(Candidate(name: other, value: value - Self.stray * Float(strays)))
  }

  /// Value of the units that were found, most valuable first, none over another.
  private func bestRow() -> Float {
    var taken: UInt64 = 0
    var total: Float = 0
    while true {
      var best = -1
      for number in units.indices
      where values[number] > 0 && taken & units[number].places == 0
        && (best < 0 || values[number] > values[best])
      {
        best = number
      }
      if best < 0 { return total }
      taken |= units[best].places
      total += values[best]
    }
  }
}
