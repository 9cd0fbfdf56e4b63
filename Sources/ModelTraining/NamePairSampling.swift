// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Chooses which two spellings of an entity are laid side by side.
///
/// Every name in a script of its own meets the English name, another Latin spelling, and up to two
/// names in yet other scripts; Latin spellings and spellings of one other script meet a few of
/// their kind. An entity with forty names would otherwise teach as much as a thousand others.
struct NamePairSampling {
  private var random = SeededRandom(seed: 20_240_229)

  mutating func pairs(of names: [TrainingName]) -> [(TrainingName, TrainingName)] {
    guard names.count > 1 else { return [] }
    let latin = names.filter { $0.alphabet == Script.latin.number }
    let foreign = names.filter { $0.alphabet != Script.latin.number }
    let home = latin.first(where: \.isEnglish) ?? latin.first
    var result: [(TrainingName, TrainingName)] = []
    for name in foreign {
      if let home { result.append((name, home)) }
      if latin.count > 1, let other = latin.randomElement(using: &random) {
        result.append((name, other))
      }
      for _ in 0..<2 {
        guard let other = foreign.randomElement(using: &random), other.words != name.words
        else { continue }
        result.append((name, other))
      }
    }
    if let home {
      for name in latin.shuffled(using: &random).prefix(5) where name.words != home.words {
        result.append((name, home))
      }
      for name in latin.shuffled(using: &random).prefix(3) {
        guard let other = latin.randomElement(using: &random), other.words != name.words
        else { continue }
        result.append((name, other))
      }
    }
    return result
  }
}
