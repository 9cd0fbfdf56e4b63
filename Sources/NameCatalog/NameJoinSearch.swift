// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Finds the candidates of one name after the other, with memory of its own.
struct NameJoinSearch: ~Copyable {
  private let join: NameJoin

  /// A word of the name, or words or a part read as one, that may stand in others.
  private struct Unit {
    var word: UInt32
    /// Places of the name that it stands for, as bits.
    var places: UInt64
    var worth: Float
    var cost: Int
  }

  private struct Candidate {
    var name: UInt32
    var value: Float
  }

  private var units: [Unit] = []
  /// The name's own words.
  private var words: [(places: UInt64, worth: Float)] = []
  private var initials: [UInt8] = []
  /// Value of the name in itself.
  private var full: Float = 0
  /// Alphabet of its first word.
  private var alphabet: UInt8 = 0
  private var matches = UnitMatches()
  private var isSeen: [Bool]
  private var seen: [UInt32] = []
  private var values: [Float] = []
  /// For each word of the other name minus its worth while nothing covers it.
  private var covered: [Float] = []
  private var candidates: [Candidate] = []

  /// Similarity that is worth nothing.
  private static let floor: Float = 0.45
  /// What a word too many costs.
  private static let stray: Float = 0.5
  /// Closeness that another name must have: of the same script, and of another.
  private static let leastClose: (same: Float, other: Float) = (0.45, 0.36)
  /// What a word of the name costs that is missing while the other has another instead.
  private static let conflict: Float = 0.5
  /// Names that are walked for one; what its rarest words do not reach is lost beyond.
  private static let mostWalked = 8_000
  /// Words of a name that are looked at; more make a list, not a name.
  private static let mostPlaces = 24

  init(_ join: NameJoin) {
    self.join = join
    isSeen = [Bool](repeating: false, count: join.nameCount)
  }

  /// The best candidates of a name, best first, equals by number.
  mutating func find(_ name: Int, share: NameJoin.Share, limit: Int) -> [Int] {
    prepare(name)
    walk(from: name, share)
    forget()
    candidates.sort { ($1.value, $0.name) < ($0.value, $1.name) }
    return candidates.prefix(limit).map { Int($0.name) }
  }

  // MARK: - The name's units

  private mutating func prepare(_ name: Int) {
    units.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    initials.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    full = 0
    alphabet = 0
    var place = 0
    var starts: [Int] = []
    for index in join.vocabulary.entries(of: name) {
      let entry = NameEntry(bits: join.vocabulary.entries[index])
      let number = UInt32(entry.word)
      if entry.joined > 0 {
        let first = starts[starts.count - min(entry.joined, starts.count)]
        if first < place { add(number, Self.bits(first..<place)) }
        continue
      }
      starts.append(place)
      if place >= Self.mostPlaces { continue }
      if !entry.isCounted {
        if entry.isInitial {
          initials.append(join.traits[entry.word].firstLetter)
        }
        continue
      }
      if alphabet == 0 { alphabet = join.traits[entry.word].alphabet }
      let parts = join.vocabulary.parts[number] ?? []
      let end = place + 1 + Int(parts.last?.cut ?? 0)
      add(number, Self.bits(place..<end))
      full += (1 - Self.floor) * join.traits[entry.word].worth
      words.append((Self.bits(place..<end), join.traits[entry.word].worth))
      for part in parts {
        add(part.first, Self.bits(place..<place + Int(part.cut)))
        add(part.second, Self.bits(place + Int(part.cut)..<end))
      }
      place = end
    }
    units.sort { ($0.cost, $0.word, $0.places) < ($1.cost, $1.word, $1.places) }
    matches.removeAll()
    for number in units.indices { addMatches(of: units[number], number) }
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(0, count: units.count))
  }

  private mutating func add(_ word: UInt32, _ places: UInt64) {
    units.append(
      Unit(
        word: word, places: places, worth: join.traits[Int(word)].worth, cost: join.cost(of: word)))
  }

  private static func bits(_ places: Range<Int>) -> UInt64 {
    places.reduce(0) { $0 | 1 << UInt64(min($1, 63)) }
  }

  private mutating func addMatches(of unit: Unit, _ number: Int) {
    for place in join.near.range(of: unit.word) {
      let word = join.near.word(at: place)
      let value = (join.near.similarity(at: place) - Self.floor) * unit.worth
      matches.add(word, unit: number, value: value)
    }
  }

  private mutating func forget() {
    for name in seen { isSeen[Int(name)] = false }
    seen.removeAll(keepingCapacity: true)
  }

  // MARK: - Names that have them

  /// Walks the names of units' neighbours, rarest first, until a name in which none of the units
  /// walked is found could not be close, whatever the rest.
  ///
  /// A name with fewer words finds itself in the longer one, so words that are only missing need
  /// not be found from here.
  private mutating func walk(from name: Int, _ share: NameJoin.Share) {
    var left = Self.mostWalked
    var walked: UInt64 = 0
    for unit in units.indices {
      if share == .most {
        let missing = worth(of: walked) * (1 - Self.floor) / max(full, 1e-3)
        if 1 - missing * (1 + Self.conflict) < Self.leastClose.other { break }
      }
      walked |= units[unit].places
      for place in join.near.range(of: units[unit].word) {
        let word = join.near.word(at: place)
        let names = join.nameRange(of: word)
        if names.count > left { continue }
        left -= names.count
        let most = share == .most ? mostBeside(word) : .infinity
        for index in names {
          let posting = join.posting(at: index)
          if posting.isPlain, posting.otherWorth > most, isStrange(posting.other) { continue }
          let other = posting.name
          if Int(other) == name || isSeen[Int(other)] { continue }
          isSeen[Int(other)] = true
          seen.append(other)
          weigh(other, share)
        }
      }
    }
  }

  /// What a strange word beside some word of another name may be worth, so that the other name is
  /// still close; below 0 when the word alone is too little.
  private mutating func mostBeside(_ word: UInt32) -> Float {
    for unit in values.indices { values[unit] = 0 }
    var match = matches.first(word)
    while match >= 0 {
      values[matches[match].unit] = max(values[matches[match].unit], matches[match].value)
      match = matches[match].next
    }
    let spare = bestRow() - min(Self.leastClose.same, Self.leastClose.other) * full
    // Whatever is rounded is to be weighed.
    let most = spare / (Self.conflict * (1 - Self.floor)) + 1e-3
    return most >= missingWorth() ? .infinity : most
  }

  /// Whether a word is worth nothing to the name.
  private func isStrange(_ word: UInt32) -> Bool {
    if matches.first(word) >= 0 { return false }
    return initials.isEmpty || !initials.contains(join.traits[Int(word)].firstLetter)
  }

  /// Worth of the name's words that nothing found covers.
  private func missingWorth() -> Float {
    var missing: Float = 0
    for word in words where !isCovered(word.places) { missing += word.worth }
    return missing
  }

  /// Worth of the words of the name that lie within some places.
  private func worth(of places: UInt64) -> Float {
    var sum: Float = 0
    for word in words where word.places & ~places == 0 { sum += word.worth }
    return sum
  }

  private mutating func weigh(_ other: UInt32, _ share: NameJoin.Share) {
    for unit in values.indices { values[unit] = 0 }
    let range = join.vocabulary.entries(of: Int(other))
    // Words of the other name that found nothing, and all of its words.
    var stray: Float = 0
    var strays = 0
    var total: Float = 0
    var sameScript = false
    var initialsLeft = initials.count
    covered.removeAll(keepingCapacity: true)
    for index in range {
      let entry = NameEntry(bits: join.vocabulary.entries[index])
      var match = matches.first(UInt32(entry.word))
      let isFound = match >= 0
      while match >= 0 {
        let found = matches[match]
        values[found.unit] = max(values[found.unit], found.value)
        match = found.next
      }
      if entry.joined > 0 {
        if isFound {
          for back in 1...min(entry.joined, covered.count) where back <= covered.count {
            let place = covered.count - back
            if covered[place] < 0 {
              stray += covered[place]
              strays -= 1
              covered[place] = 0
            }
          }
        }
        continue
      }
      covered.append(0)
      guard entry.isCounted else { continue }
      if total == 0 { sameScript = join.traits[entry.word].alphabet == alphabet }
      let worth = join.traits[entry.word].worth
      total += worth
      if isFound { continue }
      if initialsLeft > 0, takeInitial(join.traits[entry.word].firstLetter, &initialsLeft) {
        continue
      }
      covered[covered.count - 1] = -worth
      stray += worth
      strays += 1
    }
    let value = bestRow()
    if share == .any {
      if value > 0 {
        candidates.append(Candidate(name: other, value: value - Self.stray * Float(strays)))
      }
      return
    }
    let loss = Self.conflict * min(missingWorth(), stray) * (1 - Self.floor)
    let least = sameScript ? Self.leastClose.same : Self.leastClose.other
    if value - loss < least * full { return }
    candidates.append(Candidate(name: other, value: value - loss - Self.stray * Float(strays)))
  }

  /// Whether one of the name's initials, those up to `left`, stands for a word; it is used up.
  private mutating func takeInitial(_ letter: UInt8, _ left: inout Int) -> Bool {
    for place in 0..<left where initials[place] == letter {
      left -= 1
      initials.swapAt(place, left)
      return true
    }
    return false
  }

  /// Whether something that was found covers some places.
  private func isCovered(_ places: UInt64) -> Bool {
    var open = places
    for unit in units.indices where values[unit] > 0 { open &= ~units[unit].places }
    return open == 0
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
