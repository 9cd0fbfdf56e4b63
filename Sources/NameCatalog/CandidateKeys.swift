// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes

/// The keys under which a name is found: two names are worth comparing when they share one.
///
/// For each word its match key, its first letters, which its case forms share, and its consonant
/// skeleton, which is what different scripts and spelling traditions have in common; for the whole
/// name its skeleton written together, which
/// meets names without spaces. A letter that stands for several sounds gives a key for each.
enum CandidateKeys {
  /// Most keys that one word may give through its ambiguous letters.
  private static let variantLimit = 4

  /// Words of a name that its whole-name key is made of.
  private static let wholeNameLimit = 12

  /// Hashes of a name's keys, without repeats.
  static func keys(of name: StructuredName) -> [UInt64] {
    var keys: [UInt64] = []
    for token in name.tokens where !token.isOptional && token.role != .initial {
      keys.append(ByteHash.hash(token.key.span, seed: 1))
      keys.append(ByteHash.hash(beginning(of: token.key).span, seed: 4))
      for skeleton in skeletons(of: token.sounds) where skeleton.count >= 2 {
        keys.append(ByteHash.hash(skeleton.span, seed: 2))
      }
      keys += meanings(token.meanings).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
    }
    let words = name.tokens.filter { !$0.isOptional }
    let rotated = words.suffix(1) + words.dropLast()
    for order in [words, Array(rotated)] {
      for skeleton in skeletons(of: order.prefix(Self.wholeNameLimit).flatMap(\.sounds))
      where skeleton.count >= 2 {
        keys.append(ByteHash.hash(skeleton.span, seed: 3))
      }
    }
    keys += meanings(name.meanings).map { ~$0 }
    return Array(Set(keys)).sorted()
  }

  private static func meanings(_ meanings: Concordance.Meanings) -> [UInt64] {
    let concordance = Concordance.standard
    // Half of all companies share a word for company.
    let telling: Concordance.Kinds = [.nickname, .cognate, .place, .institution]
    return (0..<concordance.meaningCount(meanings)).map { concordance.meaning($0, of: meanings) }
      .filter { !telling.isDisjoint(with: concordance.kind(ofMeaning: $0)) }
      .map { UInt64($0) }
  }

  /// The first letters of a word, which its case forms share.
  private static func beginning(of key: [UInt8]) -> [UInt8] {
    var end = 0
    var letters = 0
    while end < key.count, letters < 4 {
      end += 1
      while end < key.count, key[end] & 0xC0 == 0x80 { end += 1 }
      letters += 1
    }
    return Array(key[..<end])
  }

  /// Consonant skeletons: vowels, h and repeats dropped, near consonants merged.
  private static func skeletons(of sounds: [UInt8]) -> [[UInt8]] {
    var variants: [[UInt8]] = [[]]
    for sound in sounds {
      let options = merged(sound)
      if options.isEmpty { continue }
      if options.count > 1, variants.count * options.count <= variantLimit {
        variants = options.flatMap { option in variants.map { appending(option, to: $0) } }
      } else {
        variants = variants.map { appending(options[0], to: $0) }
      }
    }
    return variants
  }

  private static func appending(_ sound: UInt8, to skeleton: [UInt8]) -> [UInt8] {
    sound == silent || skeleton.last == sound ? skeleton : skeleton + [sound]
  }

  private static let silent = UInt8.max

  private static func merged(_ sound: UInt8) -> [UInt8] {
    typealias S = SoundClasses
    switch sound {
    case S.a, S.e, S.i, S.o, S.u, S.h: return []
    case S.p: return [S.b]
    case S.f: return [S.v]
    case S.d: return [S.t]
    case S.k: return [S.k]
    case S.g: return [S.k, silent]
    case S.c: return [S.k, S.s]
    case S.j: return [S.s, silent]
    case S.z, S.sh, S.zh, S.ch: return [S.s]
    default: return [sound]
    }
  }
}
