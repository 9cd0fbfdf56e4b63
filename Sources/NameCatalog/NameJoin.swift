// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
internal import NameModel
internal import RecordFormats
public import StringDistance

/// For each name of a table the few that are worth comparing with it.
///
///     let join = NameJoin(table, threads: 2)
///     join.pairs(threads: 2, makeScratch: { NameComparator() }) { comparator, a, b in
///       Float(comparator.score(a, b, of: names))   // for names that share most of their words
///     }
///
/// Words are joined with words first (`NearWords`). A name then walks the names of its rarest
/// words' neighbours: those that it cannot do without, whatever the others say (the prefix filter
/// of similarity joins). What it finds is weighed word by word, a few nanoseconds each, before any
/// two names are compared in full. The work for a name is bounded; names whose words are all very
/// common find the closest of their kind.
///
/// - Reference: Bayardo, Ma, Srikant, “Scaling up all pairs similarity search”, WWW 2007,
///   doi:10.1145/1242572.1242591.
public final class NameJoin: Sendable {
  let vocabulary: WordVocabulary
  let near: NearWords
  private let postingEnds: [UInt32]
  private let postings: [NamePosting]
  private let count: Int
  /// What a search reads of each word.
  let traits: [WordTraits]
  /// Names that a search for each word's neighbours would walk.
  private let costs: [UInt32]

  /// How much of a name another must have to be found.
  public enum Share: Sendable {
    /// Most of its words, and not much beside: names that may be one.
    case most
    /// One of its words, whatever stands beside: a surname's bearers.
    case any
  }

  /// Candidates of a name, at most.
  public static let mostCandidates = 16

  /// Joins the words of a table's names.
  ///
  /// - Complexity: O(*w*) bounded searches for *w* distinct words.
  public init(_ table: NameTable, model: EmbeddingModel = .standard, threads: Int) {
    count = table.count
    var vocabulary = WordVocabulary(table, threads: threads)
    let wordCount = vocabulary.count
    let traits = WordTraits.all(of: vocabulary, threads: threads)
    let near = NearWords(vocabulary, model: model, threads: threads)
    vocabulary.forgetWords()
    var ends = [UInt32](repeating: 0, count: wordCount + 1)
    for bits in vocabulary.entries { ends[NameEntry(bits: bits).word + 1] += 1 }
    for word in 0..<wordCount { ends[word + 1] += ends[word] }
    var next = ends
    var postings = [NamePosting](repeating: .none, count: vocabulary.entries.count)
    for name in 0..<table.count {
      let row = vocabulary.entries[vocabulary.entries(of: name)]
      for (place, bits) in row.enumerated() {
        let word = NameEntry(bits: bits).word
        postings[Int(next[word])] = NamePosting(name, at: place, of: row, traits)
        next[word] += 1
      }
    }
    costs = (0..<wordCount).map { word in
      var sum = 0
      for place in near.range(of: UInt32(word)) {
        let other = Int(near.word(at: place))
        sum += Int(ends[other + 1] - ends[other])
      }
      return UInt32(min(sum, Int(UInt32.max)))
    }
    self.vocabulary = vocabulary
    self.traits = traits
    self.near = near
    self.postings = postings
    postingEnds = ends
  }

  /// Places of the names that a word stands in.
  func nameRange(of word: UInt32) -> Range<Int> {
    Int(postingEnds[Int(word)])..<Int(postingEnds[Int(word) + 1])
  }

  /// A name that a word stands in.
  func posting(at place: Int) -> NamePosting { postings[place] }

  /// Names that a word's neighbours stand in, counted for each neighbour.
  func cost(of word: UInt32) -> Int { Int(costs[Int(word)]) }

  /// One worker's search, what it weighs with, and what it weighed last.
  private struct Worker<Scratch: ~Copyable>: ~Copyable {
    var search: NameJoinSearch
    var scratch: Scratch
    var recent = RecentPairs()
  }

  /// All pairs in which one of some names finds most of itself in another, weighed, each once.
  ///
  /// Several ranges give together what all names give; two of them may give the same pair.
  ///
  /// Names are gone through so that those with words in common come one after the other: a worker
  /// meets the same words and names again while it has them at hand.
  ///
  /// - Parameters:
  ///   - names: The names that look for others.
  ///   - threads: Workers; the pairs are the same for any number.
  ///   - least: Weight below which a pair is left out.
  ///   - makeScratch: Makes what a worker weighs with.
  ///   - weigh: Gives the weight of two names, the lower number first; it must always be the same.
  /// - Returns: The pairs, in order.
  /// - Complexity: O(*n*) searches, each bounded.
  public func pairs<Scratch: ~Copyable>(
    foundBy names: Range<Int>, threads: Int, atLeast least: Float,
    makeScratch: @escaping @Sendable () -> Scratch,
    weigh: @escaping @Sendable (inout Scratch, Int, Int) -> Float
  ) -> NamePairs {
    let order = namesByWords().filter { names.contains(Int($0)) }
    var pairs: [UInt64] = []
    var weights: [Float] = []
    RangePipeline.run(
      count: order.count, size: 1024, threads: threads,
      makeScratch: { Worker(search: NameJoinSearch(self), scratch: makeScratch()) },
      work: { worker, range in
        var found: (pairs: [UInt64], weights: [Float]) = ([], [])
        for place in range {
          let name = Int(order[place])
          for other in worker.search.find(name, share: .most, limit: Self.mostCandidates) {
            let pair = UInt64(min(name, other)) << 32 | UInt64(max(name, other))
            guard !worker.recent.meet(pair) else { continue }
            let weight = weigh(&worker.scratch, min(name, other), max(name, other))
            if weight < least { continue }
            found.pairs.append(pair)
            found.weights.append(weight)
          }
        }
        return found
      },
      deliver: { found in
        pairs += found.pairs
        weights += found.weights
      })
    return NamePairs(pairs, weights, count: count)
  }

  /// The names that are worth comparing with one of the table's, best first.
  public func candidates(for name: Int, share: Share, limit: Int) -> [Int] {
    var search = NameJoinSearch(self)
    return search.find(name, share: share, limit: limit)
  }

  /// Number of names.
  public var nameCount: Int { count }

  /// The names so that those whose rarest words lie close stand close.
  private func namesByWords() -> [UInt32] {
    var places = [UInt32](repeating: 0, count: costs.count)
    for (place, word) in near.order.enumerated() { places[Int(word)] = UInt32(place) }
    // The place of the rarest word, then of the next.
    var order: [(key: UInt64, name: UInt32)] = []
    order.reserveCapacity(count)
    for name in 0..<count {
      var rarest: (cost: UInt32, place: UInt32) = (.max, 0)
      var next = rarest
      for index in vocabulary.entries(of: name) {
        let entry = NameEntry(bits: vocabulary.entries[index])
        guard entry.isCounted else { continue }
        let own = (cost: costs[entry.word], place: places[entry.word])
        if own < rarest {
          (rarest, next) = (own, rarest)
        } else if own < next {
          next = own
        }
      }
      order.append((UInt64(rarest.place) << 32 | UInt64(next.place), UInt32(name)))
    }
    order.sort { ($0.key, $0.name) < ($1.key, $1.name) }
    return order.map(\.name)
  }
}

/// The pairs that a worker met last: alike names find one another, and come one after the other.
private struct RecentPairs {
  private var pairs = [UInt64](repeating: .max, count: 1 << Self.bits)
  private static let bits = 15

  /// Whether a pair was met lately; it is remembered.
  mutating func meet(_ pair: UInt64) -> Bool {
    let place = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
    if pairs[place] == pair { return true }
    pairs[place] = pair
    return false
  }
}
