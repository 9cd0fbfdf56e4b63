// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// Relates pairs of words, and remembers what it found.
///
/// Most pairs of words of two names have nothing in common, which their vectors tell at once; and
/// the same few pairs are met over and over when one name is compared with many. The aligner is
/// left what remains.
struct WordMatcher: ~Copyable {
  private var spelling: SpellingScorer
  private var known = MatchCache()
  private var identity = 0

  private let concordance = Concordance.standard

  /// Similarity of vectors below which two words' letters are not looked at.
  private static let leastSimilarity = 0.25

  init(spelling: SpellingModel) { self.spelling = SpellingScorer(model: spelling) }

  /// Makes ready for words of some names.
  mutating func begin(_ names: borrowing InternedNames) {
    if names.identity == identity { return }
    identity = names.identity
    spelling.begin()
    known.removeAll()
  }

  /// The best relation between two words; `conflict` when there is none.
  ///
  /// - Returns: The relation, and nats that speak for it; the order of the words is no matter.
  mutating func match(
    _ word: Int, _ other: Int, of names: borrowing InternedNames
  ) -> WordMatch {
    let a = names.words[word]
    let b = names.words[other]
    if a.keyHash == b.keyHash { return .equal(a) }
    if b.keyHash < a.keyHash { return match(other, word, of: names) }
    if let found = known.find(word, other) { return found }
    let found = look(a, word, b, other, names)
    known.keep(found, of: word, other)
    return found
  }

  /// Relates words joined with a word of the other name.
  mutating func match(
    _ joined: borrowing JoinedWord, _ other: Int, of names: borrowing InternedNames
  ) -> WordMatch {
    let key = names.key(of: other)
    if joined.equals(key) {
      return WordMatch(relation: .equal, nats: 3 + 2.3 * Double(joined.roman.count))
    }
    let nats = spelling.nats(joined.spelled, names.spelled(other))
    return spelt(
      nats, joined.script, names.words[other].script,
      isInflected: Inflection.mayBeFormsOfOneName(joined.key.span, key))
  }

  private mutating func look(
    _ a: InternedWord, _ word: Int, _ b: InternedWord, _ other: Int,
    _ names: borrowing InternedNames
  ) -> WordMatch {
    if a.role == .number || b.role == .number || a.role == .generation || b.role == .generation {
      return meaning(concordance.kinds(sharedBy: a.meanings, b.meanings)) ?? .clash
    }
    if a.role == .initial || b.role == .initial { return initial(a, word, b, other, names) }
    if !a.meanings.isEmpty, !b.meanings.isEmpty {
      if let shared = meaning(concordance.kinds(sharedBy: a.meanings, b.meanings)) { return shared }
      if a.role == .legalForm, b.role == .legalForm,
        concordance.differ(a.meanings, b.meanings, in: .legalForm)
      {
        return .otherForm
      }
    }
    if names.similarity(word, other) < Self.leastSimilarity { return .strange }
    return spelt(
      spelling.nats(names.spelled(word), names.spelled(other)), a.script, b.script,
      isInflected: a.script == b.script
        && Inflection.mayBeFormsOfOneName(names.key(of: word), names.key(of: other)))
  }

  /// The relation of words that their letters join, or do not.
  private func spelt(
    _ nats: Double, _ script: Script, _ other: Script, isInflected: Bool
  ) -> WordMatch {
    if script == other, isInflected { return WordMatch(relation: .inflection, nats: max(nats, 5)) }
    let relation: Relation = script == other ? .spelling : .transliteration
    return WordMatch(relation: nats > 0 ? relation : .conflict, nats: nats)
  }

  /// What two words have in common by the lexicons.
  private func meaning(_ shared: Concordance.Kinds) -> WordMatch? {
    if shared.isEmpty { return nil }
    if shared.contains(.generation) || shared.contains(.legalForm) {
      return WordMatch(relation: .abbreviation, nats: 8)
    }
    if shared.contains(.cognate) { return WordMatch(relation: .cognate, nats: 5) }
    if shared.contains(.nickname) { return WordMatch(relation: .nickname, nats: 6) }
    return WordMatch(relation: .translation, nats: 7)
  }

  private func initial(
    _ a: InternedWord, _ word: Int, _ b: InternedWord, _ other: Int,
    _ names: borrowing InternedNames
  ) -> WordMatch {
    let fits: Bool
    if a.script == b.script {
      let (key, otherKey) = (names.key(of: word), names.key(of: other))
      fits = (0..<min(key.count, otherKey.count)).allSatisfy { key[$0] == otherKey[$0] }
    } else {
      let (roman, otherRoman) = (names.spelled(word).roman, names.spelled(other).roman)
      fits =
        roman.isEmpty || otherRoman.isEmpty
        ? roman.isEmpty && otherRoman.isEmpty : roman[0] == otherRoman[0]
    }
    return fits ? WordMatch(relation: .initial, nats: 2) : .clash
  }
}
