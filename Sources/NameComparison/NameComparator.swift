// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
internal import TextNormalization

#if canImport(Glibc)
  internal import Glibc
#endif

/// Compares names: evidence for every word, and a probability.
///
///     var comparator = NameComparator()
///     comparator.compare(parse("Recep Tayyip Erdoğan"), parse("R. T. Erdogan")).score   // 0.96
///
/// Words are paired so that the evidence speaks for the names as well as it can (optimal
/// assignment), then every word that is left is counted: a word that one name leaves out costs
/// little, two different words in one place cost much.
///
/// - Complexity: O(*m* *n* *l*²) for names of *m* and *n* words of *l* letters.
public struct NameComparator: Sendable {
  private let weights: ComparisonWeights
  private var matcher: TokenMatcher

  /// Creates a comparator with its own scratch memory.
  public init(weights: ComparisonWeights = .standard) {
    self.weights = weights
    matcher = TokenMatcher(weights: weights)
  }

  /// Compares two names.
  ///
  /// - Returns: A symmetric score and evidence in which every token of both names stands once.
  public mutating func compare(_ a: StructuredName, _ b: StructuredName) -> Comparison {
    if a.tokens.isEmpty || b.tokens.isEmpty {
      let isSame = a.key == b.key && !a.key.isEmpty
      return Comparison(score: isSame ? 0.95 : 0, prior: weights.prior, evidence: [])
    }
    var evidence =
      translation(a, b) ?? abbreviation(a, b) ?? enumeration(a, b) ?? unspaced(a, b)
      ?? aligned(a, b)
    evidence.sort { Self.order($0) < Self.order($1) }
    let total = evidence.reduce(weights.prior) { $0 + $1.contribution }
    return Comparison(
      score: 1 / (1 + exp(-total)), prior: weights.prior, evidence: evidence)
  }

  private static func order(_ evidence: Evidence) -> (Int, Int) {
    (evidence.left.first ?? .max, evidence.right.first ?? .max)
  }

  // MARK: - Whole names

  /// Both names are listed in the lexicon as one institution or place.
  private func translation(_ a: StructuredName, _ b: StructuredName) -> [Evidence]? {
    guard let group = a.lexiconGroup, group == b.lexiconGroup, a.key != b.key else { return nil }
    return [
      Evidence(
        relation: .translation, left: Array(a.tokens.indices), right: Array(b.tokens.indices),
        similarity: 1, contribution: weights.translation)
    ]
  }

  /// One name is the row of the other's first letters.
  private func abbreviation(_ a: StructuredName, _ b: StructuredName) -> [Evidence]? {
    let isAcronym = Self.abbreviates(a, b) || Self.abbreviates(b, a)
    guard isAcronym else { return nil }
    return [
      Evidence(
        relation: .abbreviation, left: Array(a.tokens.indices), right: Array(b.tokens.indices),
        similarity: 0.8, contribution: weights.abbreviation)
    ]
  }

  private static func abbreviates(_ short: StructuredName, _ long: StructuredName) -> Bool {
    guard short.kind != .person, long.kind != .person, short.tokens.count == 1,
      long.tokens.count >= 2, let token = short.tokens.first, (2...7).contains(token.key.count)
    else { return false }
    let initials = long.tokens.filter { $0.role != .particle && $0.role != .legalForm }
    guard initials.allSatisfy({ $0.script == token.script }) else { return false }
    return initials.flatMap { firstScalar(of: $0.key) } == token.key
  }

  private static func firstScalar(of key: [UInt8]) -> ArraySlice<UInt8> {
    var end = min(1, key.count)
    while end < key.count, key[end] & 0xC0 == 0x80 { end += 1 }
    return key[..<end]
  }

  /// Names of very many words are lists rather than names: only equal words are paired, so that
  /// the cost stays linear.
  private func enumeration(_ a: StructuredName, _ b: StructuredName) -> [Evidence]? {
    guard max(a.tokens.count, b.tokens.count) > Self.longestAligned else { return nil }
    var places: [[UInt8]: [Int]] = [:]
    for position in b.tokens.indices.reversed() {
      places[b.tokens[position].key, default: []].append(position)
    }
    var evidence: [Evidence] = []
    var usedLeft: Set<Int> = []
    var usedRight: Set<Int> = []
    for (position, token) in a.tokens.enumerated() {
      guard let other = places[token.key]?.popLast() else { continue }
      usedLeft.insert(position)
      usedRight.insert(other)
      evidence.append(
        Evidence(
          relation: .equal, left: [position], right: [other], similarity: 1,
          contribution: weights.equal * TokenMatcher.weight(of: token)))
    }
    return evidence + leftOver(a, except: usedLeft, isLeft: true)
      + leftOver(b, except: usedRight, isLeft: false)
  }

  /// Most words of a name that are aligned; the assignment costs their cube.
  private static let longestAligned = 24

  /// A name without spaces (习近平, 김정은) against one with spaces: the whole against the whole,
  /// in the order given and with the last word first.
  private mutating func unspaced(_ a: StructuredName, _ b: StructuredName) -> [Evidence]? {
    let first = a.tokens.indices.filter { !a.tokens[$0].isOptional }
    let second = b.tokens.indices.filter { !b.tokens[$0].isOptional }
    guard (first.count == 1) != (second.count == 1) else { return nil }
    let (single, many) =
      first.count == 1
      ? (a.tokens[first[0]], second.map { b.tokens[$0] })
      : (b.tokens[second[0]], first.map { a.tokens[$0] })
    let script = single.script
    guard script.isUnspaced || script == .hangul else { return nil }
    guard many.contains(where: { $0.script != script }) || script == .hangul else { return nil }
    let given = many.flatMap(\.sounds)
    let rotated = many.suffix(1).flatMap(\.sounds) + many.dropLast().flatMap(\.sounds)
    let likeness = max(
      matcher.similarity(single.sounds, given), matcher.similarity(single.sounds, rotated))
    let scale = (likeness - weights.neutralTransliteration) / (1 - weights.neutralTransliteration)
    let contribution =
      scale > 0
      ? 2 * weights.transliteration * scale
      : max(1.5 * weights.foreignConflict, -3 * weights.foreignConflict * scale)
    let evidence = Evidence(
      relation: scale > 0 ? .transliteration : .conflict, left: first, right: second,
      similarity: likeness, contribution: contribution)
    return [evidence] + leftOver(a, except: Set(first), isLeft: true)
      + leftOver(b, except: Set(second), isLeft: false)
  }

  // MARK: - Word by word

  private mutating func aligned(_ a: StructuredName, _ b: StructuredName) -> [Evidence] {
    let pieces = NamePieces(a, b)
    let left = pieces.left
    let right = pieces.right
    var matches: [TokenMatch] = []
    matches.reserveCapacity(left.count * right.count)
    for first in left {
      for second in right { matches.append(matcher.match(first.token, second.token)) }
    }
    let pairing = Assignment.best(
      gains: matches.map(\.contribution), rows: left.count, columns: right.count)
    var evidence: [Evidence] = []
    var freeRight = Set(right.indices)
    var alone: [Int] = []
    for (row, column) in pairing.enumerated() {
      guard let column else {
        alone.append(row)
        continue
      }
      freeRight.remove(column)
      let match = matches[row * right.count + column]
      evidence.append(
        Evidence(
          relation: match.relation, left: left[row].positions, right: right[column].positions,
          similarity: match.similarity, contribution: match.contribution))
    }
    evidence += remainder(
      alone.map { left[$0] }, freeRight.sorted().map { right[$0] }, hasMatch: !evidence.isEmpty)
    return evidence
  }

  /// Words that found no partner: in pairs they conflict, alone they are missing or optional.
  private mutating func remainder(
    _ left: [NamePieces.Piece], _ right: [NamePieces.Piece], hasMatch: Bool
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    let firstNames = left.filter { !$0.token.isOptional }
    let secondNames = right.filter { !$0.token.isOptional }
    // Different surnames beside one given name are two people; names that share no word at all
    // may still be a translation that nothing here knows.
    let share = hasMatch ? 1 : weights.unsharedConflict
    for (first, second) in zip(firstNames, secondNames) {
      let match = matcher.match(first.token, second.token)
      evidence.append(
        Evidence(
          relation: .conflict, left: first.positions, right: second.positions,
          similarity: match.similarity,
          contribution: share * min(match.contribution, weights.conflict / 4)))
    }
    let shared = min(firstNames.count, secondNames.count)
    let restLeft = left.filter { $0.token.isOptional } + firstNames.dropFirst(shared)
    let restRight = right.filter { $0.token.isOptional } + secondNames.dropFirst(shared)
    evidence += restLeft.map { single($0.token, positions: $0.positions, isLeft: true) }
    evidence += restRight.map { single($0.token, positions: $0.positions, isLeft: false) }
    return evidence
  }

  private func leftOver(_ name: StructuredName, except used: Set<Int>, isLeft: Bool) -> [Evidence] {
    name.tokens.indices.filter { !used.contains($0) }
      .map { single(name.tokens[$0], positions: [$0], isLeft: isLeft) }
  }

  private func single(_ token: NameToken, positions: [Int], isLeft: Bool) -> Evidence {
    Evidence(
      relation: token.isOptional ? .optional : .missing, left: isLeft ? positions : [],
      right: isLeft ? [] : positions, similarity: 0,
      contribution: token.isOptional ? weights.optional : weights.missing)
  }
}
