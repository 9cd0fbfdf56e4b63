// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Writes an entity's name as one of many writers would.
struct Rendering {
  private var random: Randomness
  /// The entity's usual spellings.
  private var usual: Randomness

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - seed: Seed of the catalogue.
  ///   - place: Tells this writer from others.
  ///   - entity: Number of the entity, which has spellings that most writers use.
  init(seed: UInt64, place: Int, entity: Int) {
    random = Randomness(seed, 4, place)
    usual = Randomness(seed, 5, entity)
  }

  private enum Writing {
    case native, latin
    case foreign([Character: Character])
  }

  /// The name.
  mutating func name(of entity: Entity) -> String {
    let writing: Writing =
      random.happens(0.42)
      ? .native : random.happens(0.8) ? .latin : .foreign(random.pick(Alphabets.foreign))
    var words: [String]
    var isUnspaced = false
    if entity.kind == .person {
      if case .native = writing { isUnspaced = entity.culture.system.isUnspaced }
      words = person(entity, writing)
    } else {
      words = ([entity.family] + entity.rest).map { word($0, writing) }
      if entity.kind == .org, random.happens(0.3) { words.removeLast() }
    }
    var name = words.joined(separator: isUnspaced ? "" : " ")
    if random.happens(0.025) { name = mistaken(name) }
    if random.happens(0.03) { name = name.uppercased() }
    return name
  }

  private mutating func person(_ entity: Entity, _ writing: Writing) -> [String] {
    let family = word(entity.family, writing)
    var given = [word(entity.given, writing)]
    if let second = entity.second, random.happens(0.6) { given.append(word(second, writing)) }
    let isSpaced =
      if case .native = writing { !entity.culture.system.isUnspaced } else { true }
    if isSpaced, random.happens(0.06), let letter = given[0].first { given[0] = "\(letter)." }
    if isSpaced, given.count > 1, random.happens(0.5), let letter = given[1].first {
      given[1] = "\(letter)."
    }
    var last = [family]
    if let particle = entity.particle, random.happens(0.85) {
      last.insert(word(particle, writing), at: 0)
    }
    if isSpaced, random.happens(0.02) {
      given.insert(word([random.pick(entity.culture.titles)], writing), at: 0)
    }
    let familyFirst = entity.culture.familyFirst != random.happens(0.07)
    if familyFirst, !entity.culture.familyFirst, random.happens(0.6) { last[last.count - 1] += "," }
    return familyFirst ? last + given : given + last
  }

  private mutating func word(_ parts: Entity.Word, _ writing: Writing) -> String {
    switch writing {
    case .native: return parts.map(\.native).joined()
    case .latin: return latin(parts)
    case .foreign(let table):
      let rendered = Alphabets.rendered(latin(parts), in: table)
      return rendered.prefix(1).uppercased() + rendered.dropFirst()
    }
  }

  /// Latin spelling: the entity's usual one, or another.
  private mutating func latin(_ parts: Entity.Word) -> String {
    var chosen = ""
    let isUsual = random.happens(0.7)
    for part in parts {
      let place = isUsual ? usual.below(part.latin.count) : random.below(part.latin.count)
      chosen += part.latin[place]
    }
    if random.happens(0.5) { chosen = Alphabets.plain(chosen) }
    return chosen.prefix(1).uppercased() + chosen.dropFirst()
  }

  /// A slip of the hand: a letter left out, written twice or exchanged with its neighbour.
  private mutating func mistaken(_ name: String) -> String {
    var letters = Array(name)
    guard letters.count > 4 else { return name }
    let place = 1 + random.below(letters.count - 2)
    switch random.below(3) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}
