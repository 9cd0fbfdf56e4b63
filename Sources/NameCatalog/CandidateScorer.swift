// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import StringDistance

/// Weighs what a name's words are worth against a whole query.
struct CandidateScorer {
  private var values: [Float] = []
  private var isCovered: [Bool] = []
  private var firstLetters: [UInt8] = []
  private var best: [Float] = []
  /// Vectors of the query's units.
  private var vectors: [WordVector] = []

  /// What a word too many or too few costs.
  private static let stray: Float = 0.5

  /// What a name is worth.
  struct Weight {
    /// The sum of what its words are worth, less what stray words cost; greater for better.
    var value: Float
    /// Words of the name that stand for none of the query.
    var strays: Int
  }

  /// Makes room for a query's units.
  mutating func begin(_ query: borrowing QueryUnits, vectors: [WordVector]) {
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(0, count: query.units.count))
    self.vectors = vectors
  }

  /// Weighs a name.
  ///
  /// - Parameters:
  ///   - first: Place of its first entry.
  ///   - isExact: Whether words that were not found are held against the query's, too.
  ///   - query: The query's units.
  ///   - matches: What the index's words are worth.
  ///   - table: Where a word's matches are.
  ///   - index: The index.
  /// - Returns: What it is worth.
  mutating func weight(
    ofEntriesAt first: Int, isExact: Bool, _ query: borrowing QueryUnits,
    _ matches: [CandidateSearch.Match], _ table: borrowing MatchTable, _ index: NameIndex
  ) -> Weight {
    for unit in values.indices { values[unit] = 0 }
    isCovered.removeAll(keepingCapacity: true)
    firstLetters.removeAll(keepingCapacity: true)
    var place = first
    var entry: NameEntry
    repeat {
      entry = NameEntry(bits: index.entries[place])
      place += 1
      if entry.isNone { break }
      var isFound = false
      if var match = table.last(UInt32(entry.word)) {
        isFound = true
        while match >= 0 {
          let unit = matches[match].unit
          values[unit] = max(values[unit], matches[match].value)
          match = Int(table.previous[match])
        }
      }
      if isExact, !isFound, measure(entry.word, query, index) { isFound = true }
      if entry.joined == 0 {
        isCovered.append(isFound || !entry.isCounted)
        firstLetters.append(query.initials.isEmpty ? 0 : index.firstLetter(ofWord: entry.word))
      } else if isFound {
        for back in 1...min(entry.joined, isCovered.count) {
          isCovered[isCovered.count - back] = true
        }
      }
    } while !entry.isLast
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
    var strays = 0
    for covered in isCovered where !covered { strays += 1 }
    return Weight(value: total - Self.stray * Float(strays), strays: strays)
  }

  /// Holds a word against every unit for which nothing better stands yet; says whether it is close
  /// to one.
  ///
  /// A search keeps only the closest words of each unit; what a name lacks among them it may have
  /// farther off.
  private mutating func measure(
    _ word: Int, _ query: borrowing QueryUnits, _ index: NameIndex
  ) -> Bool {
    var isClose = false
    for unit in values.indices where !query.units[unit].unspacedOnly {
      let similarity = WordSearch.similarity(index.product(vectors[unit], ofWord: word))
      guard similarity >= WordSearch.least else { continue }
      isClose = true
      let value = (min(similarity, 1) - WordSearch.least) * query.units[unit].worth
      values[unit] = max(values[unit], value)
    }
    return isClose
  }

  /// Value of a name in which every unit's word stands as it is.
  mutating func fullValue(_ query: borrowing QueryUnits) -> Float {
    for (number, unit) in query.units.enumerated() { values[number] = unit.fullValue }
    return tiling(query) + Self.stray * Float(query.initials.count)
  }

  /// The best row of units that covers the query, each place at most once.
  private mutating func tiling(_ query: borrowing QueryUnits) -> Float {
    best.removeAll(keepingCapacity: true)
    best.append(0)
    for place in query.isCounted.indices {
      var value = best[place] - (query.isCounted[place] ? Self.stray : 0)
      for number in values.indices where values[number] > 0 {
        let places = query.places[number]
        if places.upperBound == place + 1 {
          value = max(value, best[places.lowerBound] + values[number])
        }
      }
      best.append(value)
    }
    return best[best.count - 1]
  }
}
