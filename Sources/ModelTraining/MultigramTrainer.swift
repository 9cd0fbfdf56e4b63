// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CPieceAligner

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Learns which pieces two spellings of one name are made of, by expectation–maximization.
///
/// A pair of words is taken to come about by drawing pieces one after another from one
/// distribution; the pieces are not seen and are summed over. Pairs that the model finds less
/// likely than two words drawn apart count little from the third round on: real lists hold wrong
/// pairs. In every round a constant is taken off each piece's expected uses, so that rare long
/// pieces do not learn the list by heart.
///
/// - Reference: Deligne and Bimbot, "Inference of variable-length linguistic and acoustic units by
///   multigrams", Speech Communication 23 (1997); Bisani and Ney 2008,
///   doi:10.1016/j.specom.2008.01.002 (evidence trimming).
struct MultigramTrainer {
  /// A piece with its use.
  struct TrainedPiece {
    var first: [UInt16]
    var second: [UInt16]
    /// Log-odds in nats of the piece against its letters drawn apart.
    var score: Double
    /// Expected number of uses in training.
    var uses: Double
  }

  private let lattice: PieceLattice
  private var probability: [Double]
  private let firstLetters: LetterModel
  private let secondLetters: LetterModel
  private let null: [Double]

  static let rounds = 7
  /// Taken off each piece's expected uses.
  static let discount = 0.35
  /// Pieces that are expected to be used less are dropped at the end.
  static let fewestUses = 0.5

  init(pairs words: [WordPair], shape: PieceShape) {
    let end = [UInt16(NSK_WORD_END)]
    let pairs = words.map {
      WordPair(first: $0.first + end, second: $0.second + end, weight: $0.weight)
    }
    lattice = PieceLattice(pairs: pairs, shape: shape)
    let first = LetterModel(pairs.lazy.map { ($0.first, $0.weight) })
    let second = LetterModel(pairs.lazy.map { ($0.second, $0.weight) })
    firstLetters = first
    secondLetters = second
    null = lattice.inventory.pieces.map { first.logOdds($0.first) + second.logOdds($0.second) }
    probability = lattice.inventory.pieces.map { piece in
      switch (piece.first.count, piece.second.count) {
      case (1, 1), (1, 2), (1, 3): 1e-3
      case (0, _), (_, 0): 2e-4
      default: 3e-4
      }
    }
  }

  /// Trains and gives the pieces that are worth keeping, best used first.
  mutating func train() -> [TrainedPiece] {
    var uses: [Double] = []
    for round in 0..<Self.rounds {
      uses = expectedUses(trustsPairs: round < 2)
      let kept = uses.map { max(0, $0 - Self.discount) }
      let total = kept.reduce(0, +)
      probability = kept.map { $0 / max(total, 1) }
    }
    var result: [TrainedPiece] = []
    for (number, piece) in lattice.inventory.pieces.enumerated()
    where uses[number] - Self.discount >= Self.fewestUses && probability[number] > 0 {
      result.append(
        TrainedPiece(
          first: Array(piece.first), second: Array(piece.second),
          score: log(probability[number]) - null[number], uses: uses[number]))
    }
    return result.sorted { left, right in
      if left.uses != right.uses { return left.uses > right.uses }
      return (left.first + [0] + left.second).lexicographicallyPrecedes(
        right.first + [0] + right.second)
    }
  }

  private func expectedUses(trustsPairs: Bool) -> [Double] {
    var uses = [Double](repeating: 0, count: probability.count)
    var forward: [Double] = []
    var backward: [Double] = []
    for (number, pair) in lattice.pairs.enumerated() {
      let m = pair.first.count
      let n = pair.second.count
      let width = n + 1
      let cells = (m + 1) * width
      forward.removeAll(keepingCapacity: true)
      forward.append(contentsOf: repeatElement(0, count: cells))
      backward.removeAll(keepingCapacity: true)
      backward.append(contentsOf: repeatElement(0, count: cells))
      forward[0] = 1
      backward[cells - 1] = 1
      var edge = lattice.starts[number]
      for i in 0...m {
        for j in 0...n {
          let value = forward[i * width + j]
          lattice.shape.forEach(leftOfFirst: m - i, leftOfSecond: n - j) { a, b in
            let piece = lattice.edges[edge]
            edge += 1
            if value > 0, piece >= 0 {
              forward[(i + a) * width + j + b] += value * probability[Int(piece)]
            }
          }
        }
      }
      let whole = forward[cells - 1]
      guard whole > 1e-250 else { continue }
      var weight = Double(pair.weight)
      if !trustsPairs {
        let odds =
          log(whole) - firstLetters.logOdds(pair.first) - secondLetters.logOdds(pair.second)
        weight /= 1 + exp(2 - odds)
      }
      // Backwards, place by place; the edges of one place lie in forward order.
      let end = edge
      edge = end
      for i in stride(from: m, through: 0, by: -1) {
        for j in stride(from: n, through: 0, by: -1) {
          var count = 0
          lattice.shape.forEach(leftOfFirst: m - i, leftOfSecond: n - j) { _, _ in count += 1 }
          edge -= count
          let value = forward[i * width + j]
          var sum = backward[i * width + j]
          var current = edge
          lattice.shape.forEach(leftOfFirst: m - i, leftOfSecond: n - j) { a, b in
            let piece = lattice.edges[current]
            current += 1
            guard piece >= 0 else { return }
            let onward = probability[Int(piece)] * backward[(i + a) * width + j + b]
            sum += onward
            if value > 0 { uses[Int(piece)] += weight * value * onward / whole }
          }
          backward[i * width + j] = sum
        }
      }
    }
    return uses
  }
}

/// How often each letter stands in a list of words.
struct LetterModel {
  private var logFrequency: [UInt16: Double] = [:]

  init(_ words: some Sequence<([UInt16], Float)>) {
    var counts: [UInt16: Double] = [:]
    var total = 0.0
    for (word, weight) in words {
      for letter in word { counts[letter, default: 0] += Double(weight) }
      total += Double(weight) * Double(word.count)
    }
    for (letter, count) in counts { logFrequency[letter] = log(count / total) }
  }

  /// Log of the probability of letters drawn one by one.
  func logOdds(_ letters: some Sequence<UInt16>) -> Double {
    letters.reduce(0) { $0 + (logFrequency[$1] ?? -12) }
  }
}
