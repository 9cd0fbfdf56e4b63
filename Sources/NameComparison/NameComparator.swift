// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel
internal import TextNormalization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Compares names: evidence for every word, and a probability.
///
///     var comparator = NameComparator()
///     comparator.compare(parse("Recep Tayyip Erdoğan"), parse("R. T. Erdogan")).score   // 0.97
///
/// Words are paired by a learned aligner of spellings so that their letters speak for one name as
/// well as they can (optimal assignment); what every pair and every word left over says is weighed
/// by a logistic model.
///
/// - Complexity: O(*m* *n* *l*²) for names of *m* and *n* words of *l* letters.
public struct NameComparator: ~Copyable {
  private let model: ComparisonModel
  private var matcher: WordMatcher
  private var input: NetworkInput
  private var parts: [FeatureNetwork.Sums] = []
  private var alignment = NameAlignment()

  /// Creates a comparator with its own scratch memory.
  public init(model: ComparisonModel = .standard, spelling: SpellingModel = .standard) {
    self.model = model
    matcher = WordMatcher(spelling: spelling)
    input = NetworkInput(network: model.network)
  }

  /// Compares two names.
  ///
  /// - Returns: A symmetric score and evidence in which every token of both names stands once.
  public mutating func compare(_ a: StructuredName, _ b: StructuredName) -> Comparison {
    if a.tokens.isEmpty || b.tokens.isEmpty {
      let isSame = a.key == b.key && !a.key.isEmpty
      return Comparison(score: isSame ? 0.95 : 0, prior: 0, evidence: [])
    }
    // Which name stands first is no matter.
    if b.key.lexicographicallyPrecedes(a.key) { return compareOrdered(b, a).swapped() }
    return compareOrdered(a, b)
  }

  /// The probability alone, which is what `compare` gives as its score.
  public mutating func score(_ a: StructuredName, _ b: StructuredName) -> Double {
    if a.tokens.isEmpty || b.tokens.isEmpty { return compare(a, b).score }
    if b.key.lexicographicallyPrecedes(a.key) { return score(b, a) }
    if let whole = WholeNameMatch(a, b) { return wholeMatch(whole, a, b).score }
    layOut(a, b)
    var features = PairFeatures()
    for index in alignment.items.indices { features.emit(alignment.items[index], to: &input) }
    features.emitWhole(isReordered: alignment.isReordered, to: &input)
    return Self.probability(model.network.logOdds(input.take()))
  }

  private mutating func compareOrdered(_ a: StructuredName, _ b: StructuredName) -> Comparison {
    if let whole = WholeNameMatch(a, b) { return wholeMatch(whole, a, b) }
    layOut(a, b)
    return weigh(a, b)
  }

  private mutating func layOut(_ a: StructuredName, _ b: StructuredName) {
    if WordList.holds(a, b) {
      WordList.align(a, b, rarity: matcher.rarity, into: &alignment)
    } else {
      alignment.align(a, b, &matcher)
    }
  }

  /// The features of two names, for training; empty when nothing is learned from such a pair.
  package mutating func features(
    _ a: StructuredName, _ b: StructuredName
  ) -> [(feature: Int, value: Double)] {
    guard !a.tokens.isEmpty, !b.tokens.isEmpty else { return [] }
    if b.key.lexicographicallyPrecedes(a.key) { return features(b, a) }
    var record = FeatureRecord()
    if let whole = WholeNameMatch(a, b) {
      record.add(whole.feature, 1)
      record.add(FeatureSpace.standard.intercept, 1)
      return record.values
    }
    layOut(a, b)
    var features = PairFeatures()
    for item in alignment.items { features.emit(item, to: &record) }
    features.emitWhole(isReordered: alignment.isReordered, to: &record)
    return record.values
  }

  /// Number of features.
  package static var featureCount: Int { FeatureSpace.standard.names.count }

  private mutating func wholeMatch(
    _ match: WholeNameMatch, _ a: StructuredName, _ b: StructuredName
  ) -> Comparison {
    input.add(FeatureSpace.standard.intercept, 1)
    let before = input.take()
    input.add(match.feature, 1)
    let part = input.take()
    var all = before
    all += part
    let logOdds = model.network.logOdds(all)
    let contribution = model.network.contribution(part, model.network.activeOutput(all))
    let evidence = Evidence(
      relation: match.relation, left: Array(a.tokens.indices), right: Array(b.tokens.indices),
      similarity: match.relation == .conflict ? 0 : 1, contribution: contribution)
    return Comparison(
      score: Self.probability(logOdds), prior: logOdds - contribution, evidence: [evidence])
  }

  private mutating func weigh(_ a: StructuredName, _ b: StructuredName) -> Comparison {
    var features = PairFeatures()
    parts.removeAll(keepingCapacity: true)
    var all = FeatureNetwork.Sums()
    for item in alignment.items {
      features.emit(item, to: &input)
      parts.append(input.take())
      all += parts[parts.count - 1]
    }
    features.emitWhole(isReordered: alignment.isReordered, to: &input)
    all += input.take()
    let logOdds = model.network.logOdds(all)
    let active = model.network.activeOutput(all)
    var evidence: [Evidence] = []
    evidence.reserveCapacity(parts.count)
    for (item, part) in zip(alignment.items, parts) {
      evidence.append(Self.evidence(of: item, model.network.contribution(part, active)))
    }
    let total = evidence.reduce(0) { $0 + $1.contribution }
    evidence.sort { Self.order($0) < Self.order($1) }
    return Comparison(
      score: Self.probability(logOdds), prior: logOdds - total, evidence: evidence)
  }

  private static func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

  private static func evidence(of item: NameAlignment.Item, _ contribution: Double) -> Evidence {
    var relation = item.match.relation
    // Letters that speak for one name by little, and weigh against it, are another word; an
    // initial that fits stays one, whatever its weight.
    if relation == .spelling || relation == .transliteration, contribution < 0,
      item.match.nats < weakFit
    {
      relation = .conflict
    }
    let similarity =
      switch relation {
      case .equal: 1.0
      case .missing, .optional: 0.0
      default: min(0.99, max(0, PairFeatures.ratio(item)))
      }
    return Evidence(
      relation: relation, left: item.left?.positions ?? [],
      right: item.right?.positions ?? [], similarity: similarity,
      contribution: contribution)
  }

  /// Nats up to which words that speak against one name are called different.
  private static let weakFit = 6.0

  private static func order(_ evidence: Evidence) -> (Int, Int) {
    (evidence.left.first ?? .max, evidence.right.first ?? .max)
  }
}

extension Comparison {
  /// The same comparison with its sides exchanged.
  fileprivate func swapped() -> Comparison {
    var result = self
    result.evidence = evidence.map { piece in
      var piece = piece
      (piece.left, piece.right) = (piece.right, piece.left)
      return piece
    }
    result.evidence.sort {
      ($0.left.first ?? .max, $0.right.first ?? .max)
        < ($1.left.first ?? .max, $1.right.first ?? .max)
    }
    return result
  }
}
