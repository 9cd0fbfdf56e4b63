// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance

/// What it costs to take one class of sound for another, from how newsrooms' spellings differ.
///
/// A first, hand-made version: vowels are cheap because Arabic and Hebrew do not write them and
/// traditions disagree on them; classes that one letter stands for in different languages are
/// near; the rest is a different word.
enum SoundCosts {
  /// The cost table.
  static let standard: EditCosts = {
    typealias S = SoundClasses
    var costs = EditCosts(classCount: S.count)
    let vowels = [S.a, S.e, S.i, S.o, S.u]
    for vowel in vowels {
      costs[gap: vowel] = 0.35
      for other in vowels where other != vowel { costs[vowel, other] = 0.3 }
    }
    costs[gap: S.h] = 0.3
    costs[gap: S.j] = 0.5
    costs[gap: S.g] = 0.6
    let near: [(UInt8, UInt8, Float)] = [
      (S.i, S.j, 0.15), (S.u, S.v, 0.25), (S.o, S.v, 0.4), (S.i, S.e, 0.2), (S.o, S.u, 0.2),
      (S.a, S.e, 0.25), (S.c, S.k, 0.15), (S.c, S.s, 0.3), (S.c, S.ch, 0.15), (S.c, S.zh, 0.2),
      (S.c, S.t, 0.5), (S.c, S.j, 0.2), (S.ch, S.j, 0.4), (S.sh, S.j, 0.5), (S.c, S.z, 0.4),
      (S.c, S.sh, 0.4), (S.s, S.sh, 0.25), (S.s, S.z, 0.2),
      (S.s, S.ch, 0.5), (S.sh, S.ch, 0.35), (S.sh, S.zh, 0.35), (S.zh, S.j, 0.1),
      (S.zh, S.z, 0.3), (S.zh, S.ch, 0.3), (S.zh, S.g, 0.35), (S.j, S.g, 0.35), (S.j, S.h, 0.4),
      (S.j, S.z, 0.4), (S.t, S.d, 0.35), (S.t, S.ch, 0.5), (S.v, S.f, 0.2), (S.v, S.b, 0.3),
      (S.b, S.p, 0.3), (S.f, S.p, 0.45), (S.g, S.k, 0.45), (S.g, S.h, 0.3), (S.h, S.k, 0.35),
      (S.h, S.ch, 0.5), (S.n, S.m, 0.5), (S.l, S.r, 0.5),
    ]
    for (first, second, cost) in near { costs[first, second] = cost }
    return costs
  }()
}

/// Likeness of two words by sound.
struct SoundSimilarity: Sendable {
  private var kernel = WeightedEditDistance(costs: SoundCosts.standard)

  /// Likeness, `0...1`: 1 for the same sounds, 0 where nothing is left of either.
  ///
  /// - Complexity: O(*m* *n*) in the numbers of sounds.
  mutating func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
    if a.isEmpty || b.isEmpty { return 0 }
    if a == b { return 1 }
    let whole = max(weight(a), weight(b))
    let distance = Double(kernel.distance(a, b))
    return max(0, 1 - distance / whole)
  }

  private func weight(_ sounds: [UInt8]) -> Double {
    sounds.reduce(0) { $0 + Double(SoundCosts.standard[gap: $1]) }
  }
}
