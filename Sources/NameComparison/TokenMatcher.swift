// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// How two single words relate, and what that adds.
struct TokenMatch: Sendable {
  var relation: Relation
  var similarity: Double
  var contribution: Double
}

/// Judges pairs of words.
struct TokenMatcher: Sendable {
  let weights: ComparisonWeights
  private var sounds = SoundSimilarity()

  init(weights: ComparisonWeights) { self.weights = weights }

  /// The best relation between two words; `conflict` when there is none.
  mutating func match(_ a: NameToken, _ b: NameToken) -> TokenMatch {
    if a.key == b.key {
      return TokenMatch(
        relation: .equal, similarity: 1, contribution: weights.equal * Self.weight(of: a))
    }
    if a.role == .number || b.role == .number || a.role == .generation || b.role == .generation {
      return TokenMatch(relation: .conflict, similarity: 0, contribution: weights.numberConflict)
    }
    if let initial = matchInitial(a, b) ?? matchInitial(b, a) { return initial }
    if a.script == b.script, Inflection.mayBeFormsOfOneName(a.key, b.key) {
      return TokenMatch(
        relation: .inflection, similarity: 0.9,
        contribution: weights.inflection * Self.weight(of: a.key.count < b.key.count ? a : b))
    }
    if let group = a.nicknameGroup, group == b.nicknameGroup {
      return TokenMatch(relation: .nickname, similarity: 0.8, contribution: weights.nickname)
    }
    return matchSpelling(a, b)
  }

  /// How telling a word is, about 0.3 for two letters and 1 for eight and more: long words are
  /// rarer than short ones.
  static func weight(of token: NameToken) -> Double {
    let letters = Double(max(token.sounds.count, 1))
    return min(1.15, 0.15 + 0.125 * letters)
  }

  private func matchInitial(_ short: NameToken, _ long: NameToken) -> TokenMatch? {
    guard short.role == .initial, let first = short.sounds.first, let other = long.sounds.first
    else { return nil }
    let fits = short.script == long.script ? long.key.starts(with: short.key) : first == other
    guard fits else { return nil }
    return TokenMatch(relation: .initial, similarity: 0.5, contribution: weights.initial)
  }

  private mutating func matchSpelling(_ a: NameToken, _ b: NameToken) -> TokenMatch {
    let sameScript = a.script == b.script
    let relation: Relation = sameScript ? .spelling : .transliteration
    let similarity: Double
    if sameScript, Self.writesSyllables(a.script) {
      similarity = Self.sharedScalars(a.key, b.key)
    } else {
      similarity = sounds.similarity(a.sounds, b.sounds)
    }
    let neutral = sameScript ? weights.neutralSpelling : weights.neutralTransliteration
    if similarity > neutral {
      let weight = Self.weight(of: a.sounds.count < b.sounds.count ? a : b)
      let scale = (similarity - neutral) / (1 - neutral)
      let full = sameScript ? weights.spelling : weights.transliteration
      return TokenMatch(
        relation: relation, similarity: similarity, contribution: full * scale * weight)
    }
    // Below the neutral likeness a pair turns into a conflict by degrees.
    let least = sameScript ? weights.strangeSpelling : weights.strangeTransliteration
    let full = sameScript ? weights.conflict : weights.foreignConflict
    let share = min(1, (neutral - similarity) / (neutral - least))
    return TokenMatch(
      relation: .conflict, similarity: similarity, contribution: full * share)
  }

  /// Scripts in which one character more or less is another name: 김종은 is not 김정은.
  private static func writesSyllables(_ script: Script) -> Bool {
    script == .han || script == .hangul
  }

  private static func sharedScalars(_ a: [UInt8], _ b: [UInt8]) -> Double {
    let first = String(decoding: a, as: UTF8.self).unicodeScalars
    let second = String(decoding: b, as: UTF8.self).unicodeScalars
    let same = zip(first, second).count { $0 == $1 }
    return Double(same) / Double(max(first.count, second.count, 1)) * 0.7
  }

  /// Likeness of two strings of sounds.
  mutating func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double { sounds.similarity(a, b) }
}
