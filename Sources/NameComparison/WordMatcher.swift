// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// How two single words relate, before it is weighed.
struct WordMatch: Sendable, Equatable {
  var relation: Relation
  /// How much the letters speak for one name, in nats; about 2.3 for each letter that fits.
  var nats: Double

  /// Numbers and generation words that differ, initials that do not fit.
  static let clash = WordMatch(relation: .conflict, nats: -25)

  /// Two equal words.
  static func equal(_ token: NameToken) -> WordMatch {
    WordMatch(relation: .equal, nats: 3 + 2.3 * Double(token.romanLetters.count))
  }

  /// A word that only one name has.
  static func alone(_ token: NameToken) -> WordMatch {
    WordMatch(relation: token.isOptional ? .optional : .missing, nats: 0)
  }
}

/// Relates pairs of words.
struct WordMatcher: ~Copyable {
  let spelling: SpellingModel
  private var scratch = SpellingScratch()

  init(spelling: SpellingModel) { self.spelling = spelling }

  /// The best relation between two words; `conflict` when there is none.
  mutating func match(_ a: NameToken, _ b: NameToken) -> WordMatch {
    if a.key == b.key { return .equal(a) }
    if a.role == .number || b.role == .number || a.role == .generation || b.role == .generation {
      return .clash
    }
    if a.role == .initial || b.role == .initial { return initial(a, b) }
    if let group = a.nicknameGroup, group == b.nicknameGroup {
      return WordMatch(relation: .nickname, nats: 6)
    }
    let nats = spelling.nats(a, b, &scratch)
    if a.script == b.script, Inflection.mayBeFormsOfOneName(a.key, b.key) {
      return WordMatch(relation: .inflection, nats: max(nats, 5))
    }
    let relation: Relation = a.script == b.script ? .spelling : .transliteration
    return WordMatch(relation: nats > 0 ? relation : .conflict, nats: nats)
  }

  private func initial(_ a: NameToken, _ b: NameToken) -> WordMatch {
    let fits =
      a.script == b.script
      ? a.key.starts(with: b.key) || b.key.starts(with: a.key)
      : a.roman.first.map { $0 | 0x20 } == b.roman.first.map { $0 | 0x20 }
    return fits ? WordMatch(relation: .initial, nats: 2) : .clash
  }
}
