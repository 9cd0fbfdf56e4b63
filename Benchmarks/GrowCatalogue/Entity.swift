// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Somebody or something with several names.
struct Entity {
  enum Kind: String { case person, org, place }

  /// A word: parts written together.
  typealias Word = [Culture.Part]

  var kind: Kind
  var culture: Culture
  var given: Word = []
  var second: Word?
  var particle: Word?
  var family: Word = []
  var rest: [Word] = []

  /// Distinct family names of a culture.
  private static let families = 1 << 24
  /// Distinct given names of a culture.
  private static let givens = 1 << 16

  /// The entity of a number.
  init(_ number: Int, seed: UInt64, _ cultures: [Culture]) {
    var random = Randomness(seed, 1, number)
    var place = random.below(cultures.reduce(0) { $0 + $1.weight })
    culture = cultures[0]
    for candidate in cultures {
      culture = candidate
      place -= candidate.weight
      if place < 0 { break }
    }
    kind = random.happens(0.8) ? .person : random.happens(0.6) ? .org : .place
    family = Self.family(random.rank(Self.families), culture)
    switch kind {
    case .person:
      given = Self.given(random.rank(Self.givens), culture)
      if !culture.system.isUnspaced, random.happens(0.2) {
        second = Self.given(random.rank(Self.givens), culture)
      }
      if !culture.particles.isEmpty, random.happens(0.25) {
        particle = [random.pick(culture.particles)]
      }
    case .org:
      rest = [[random.pick(culture.trades)], [random.pick(culture.forms)]]
      if random.happens(0.2) {
        rest.insert(Self.family(random.rank(Self.families), culture), at: 0)
      }
    case .place:
      family = Array(family.dropLast()) + [random.pick(culture.places)]
    }
  }

  private static func family(_ rank: Int, _ culture: Culture) -> Word {
    var random = Randomness(UInt64(culture.starts.count), 2, rank)
    switch culture.system {
    case .han, .hangul:
      return [culture.starts[rank % culture.starts.count]]
    default:
      var word = [random.pick(culture.starts)]
      let middles = rank < 300 ? 0 : rank < 8000 ? 1 : rank < 1 << 19 ? 1 + random.below(2) : 2
      for _ in 0..<middles { word.append(random.pick(culture.middles)) }
      return word + [random.pick(culture.ends)]
    }
  }

  private static func given(_ rank: Int, _ culture: Culture) -> Word {
    if rank < culture.given.count { return [culture.given[rank]] }
    var random = Randomness(UInt64(culture.given.count), 3, rank)
    switch culture.system {
    case .han, .hangul, .japanese:
      return [random.pick(culture.middles), random.pick(culture.ends)]
    default:
      let word = [random.pick(culture.starts), random.pick(culture.middles)]
      return rank < 500 ? word : word + [random.pick(culture.middles)]
    }
  }
}
