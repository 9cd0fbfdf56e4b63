// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Weighs what a name's words are worth against a whole query.
struct CandidateScorer {
  private var values: [Float] = []
  private var isCovered: [Bool] = []
  private var firstLetters: [UInt8] = []
  private var best: [Float] = []

  /// What a word too many or too few costs.
  private static let stray: Float = 0.5

  /// Value of a name, greater for better.
  mutating func value(
    of entries: Range<Int>, _ query: borrowing QueryUnits, _ table: borrowing MatchTable,
    _ index: NameIndex
  ) -> Float {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(0, count: query.units.count))
    isCovered.removeAll(keepingCapacity: true)
    firstLetters.removeAll(keepingCapacity: true)
    for place in entries {
      let entry = NameEntry(bits: index.entries[place])
      var isFound = false
      if var match = table.first(UInt32(entry.word)) {
        isFound = true
        while match < table.matches.count, table.matches[match].word == UInt32(entry.word) {
          let unit = table.matches[match].unit
          values[unit] = max(values[unit], table.matches[match].value)
          match += 1
        }
      }
      if entry.joined == 0 {
        isCovered.append(isFound || !entry.isCounted)
        firstLetters.append(index.shapes[entry.word * 2 + 1])
      } else if isFound {
        for back in 1...min(entry.joined, isCovered.count) {
          isCovered[isCovered.count - back] = true
        }
      }
    }
    var total = tiling(query)
    for letter in query.initials {
      let place = isCovered.indices.first { !isCovered[$0] && firstLetters[$0] == letter }
      if let place {
        isCovered[place] = true
        total += Self.stray
      } else {
        total -= Self.stray
      }
    }
    for covered in isCovered where !covered { total -= Self.stray }
    return total
  }

  /// Value of a name in which every unit's word stands as it is.
  mutating func fullValue(_ query: borrowing QueryUnits) -> Float {
    values.removeAll(keepingCapacity: true)
    for unit in query.units { values.append(unit.fullValue) }
    return tiling(query) + Self.stray * Float(query.initials.count)
  }

  /// The best row of units that covers the query, each place at most once.
  private mutating func tiling(_ query: borrowing QueryUnits) -> Float {
    best.removeAll(keepingCapacity: true)
    best.append(0)
    for place in query.isCounted.indices {
      var value = best[place] - (query.isCounted[place] ? Self.stray : 0)
      for (number, unit) in query.units.enumerated()
      where unit.places.upperBound == place + 1 && values[number] > 0 {
        value = max(value, best[unit.places.lowerBound] + values[number])
      }
      best.append(value)
    }
    return best[best.count - 1]
  }
}
