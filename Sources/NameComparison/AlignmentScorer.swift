// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Lays interned names side by side and weighs what it sees; with its own scratch memory.
struct AlignmentScorer: ~Copyable {
  private let model: ComparisonModel
  private var matcher: WordMatcher
  private var input: NetworkInput
  private var parts = Refillable<FeatureNetwork.Sums>()
  private var alignment = NameAlignment()
  /// Log-odds that the names that were laid out cannot exceed.
  private var mostOdds = Double.infinity

  /// Log-odds that names of which no word fits cannot exceed: such pairs may be one, as nicknames
  /// are, but nothing that is seen speaks for it.
  private static let oddsOfConflict = -0.6

  init(model: ComparisonModel, spelling: SpellingModel) {
    self.model = model
    matcher = WordMatcher(spelling: spelling)
    input = NetworkInput(network: model.network)
  }

  /// Compares two interned names.
  mutating func compare(_ a: Int, _ b: Int, of names: borrowing InternedNames) -> Comparison {
    let (first, second) = (names.names[a], names.names[b])
    guard first.count > 0, second.count > 0 else {
      return Comparison(score: Self.wordless(first, second), prior: 0, evidence: [])
    }
    // Which name stands first is no matter.
    if second.keyHash < first.keyHash { return compareOrdered(second, first, names).swapped() }
    return compareOrdered(first, second, names)
  }

  /// The probability alone, without allocation.
  mutating func score(_ a: Int, _ b: Int, of names: borrowing InternedNames) -> Double {
    var (first, second) = (names.names[a], names.names[b])
    if first.count == 0 || second.count == 0 { return Self.wordless(first, second) }
    if second.keyHash < first.keyHash { swap(&first, &second) }
    if let whole = WholeNameMatch(first, second, names) {
      return wholeMatch(whole, first, second).score
    }
    layOut(first, second, names)
    let all = sumUp()
    return Self.probability(min(model.network.logOdds(all), mostOdds))
  }

  /// Names without words (`???`) are one when they are equal.
  private static func wordless(_ a: InternedName, _ b: InternedName) -> Double {
    a.keyHash == b.keyHash && a.hasKey && b.hasKey ? 0.95 : 0
  }

  private mutating func compareOrdered(
    _ a: InternedName, _ b: InternedName, _ names: borrowing InternedNames
  ) -> Comparison {
    if let whole = WholeNameMatch(a, b, names) { return wholeMatch(whole, a, b) }
    layOut(a, b, names)
    return weigh()
  }

  private mutating func layOut(
    _ a: InternedName, _ b: InternedName, _ names: borrowing InternedNames
  ) {
    if WordList.holds(a, b) {
      WordList.align(a, b, names, into: &alignment)
    } else {
      matcher.begin(names)
      alignment.align(a, b, names, &matcher)
    }
  }

  /// The features of two names, for training; empty when nothing is learned from such a pair.
  mutating func features(
    _ a: Int, _ b: Int, of names: borrowing InternedNames
  ) -> [(feature: Int, value: Double)] {
    var (first, second) = (names.names[a], names.names[b])
    guard first.count > 0, second.count > 0 else { return [] }
    if second.keyHash < first.keyHash { swap(&first, &second) }
    var record = FeatureRecord()
    if let whole = WholeNameMatch(first, second, names) {
      record.add(whole.feature, 1)
      record.add(FeatureSpace.standard.intercept, 1)
    } else {
      layOut(first, second, names)
      var features = PairFeatures()
      for item in alignment.items.elements { features.emit(item, to: &record) }
      features.emitWhole(isReordered: alignment.isReordered, to: &record)
    }
    return record.values
  }

  private mutating func wholeMatch(
    _ match: WholeNameMatch, _ a: InternedName, _ b: InternedName
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
      relation: match.relation, left: Array(0..<a.count), right: Array(0..<b.count),
      similarity: match.relation == .conflict ? 0 : 1, contribution: contribution)
    return Comparison(
      score: Self.probability(logOdds), prior: logOdds - contribution, evidence: [evidence])
  }

  /// Feeds the names that were laid out into the network: the sum of all, and each item's in `parts`.
  private mutating func sumUp() -> FeatureNetwork.Sums {
    var features = PairFeatures()
    parts.removeAll()
    var all = FeatureNetwork.Sums()
    for index in alignment.items.indices {
      features.emit(alignment.items[index], to: &input)
      let part = input.take()
      parts.append(part)
      all += part
    }
    features.emitWhole(isReordered: alignment.isReordered, to: &input)
    all += input.take()
    mostOdds = features.hasOnlyConflicts ? Self.oddsOfConflict : .infinity
    return all
  }

  private mutating func weigh() -> Comparison {
    let all = sumUp()
    let logOdds = min(model.network.logOdds(all), mostOdds)
    let active = model.network.activeOutput(all)
    var evidence: [Evidence] = []
    evidence.reserveCapacity(parts.count)
    for (item, part) in zip(alignment.items.elements, parts.elements) {
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
