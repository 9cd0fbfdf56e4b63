// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
internal import NameModel
internal import RecordFormats
public import StringDistance

/// For each name of a table the few that are worth comparing with it.
///
///     let join = NameJoin(table, threads: 2)
///     join.pairs(threads: 2)   // pairs of names that share most of their words
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
  private let postingEnds: [Int]
  let postings: [UInt32]
  private let count: Int
  /// What a word that is found is worth, by word: longer ones more, common ones little.
  let worths: [Float]
  /// Names that a search for each word's neighbours would walk.
  private let costs: [UInt32]

  /// How much of a name another must have to be found.
  public enum Share: Sendable {
    /// Most of its words, and not much beside: names that may be one.
    case most
    /// One of its words, whatever stands beside: a surname's bearers.
    case any
  }

  /// Two names, the lower number first.
  public struct Pair: Sendable, Comparable, Hashable {
    /// Both numbers in one word, in order of the pairs.
    public let bits: UInt64

    /// A pair of two different names.
    public init(_ a: Int, _ b: Int) { bits = UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    /// The lower number.
    public var first: Int { Int(bits >> 32) }
    /// The higher number.
    public var second: Int { Int(bits & 0xFFFF_FFFF) }

    /// Order by the lower number, then by the higher.
    public static func < (a: Pair, b: Pair) -> Bool { a.bits < b.bits }
  }

  /// Candidates of a name, at most.
  public static let mostCandidates = 30
  /// Letters of a word beyond which it is worth no more.
  private static let longest = 24
  /// Share of its worth that a common word of organizations' names keeps.
  private static let commonShare: Float = 0.25

  /// Joins the words of a table's names.
  ///
  /// - Complexity: O(*w*) bounded searches for *w* distinct words.
  public init(_ table: NameTable, model: EmbeddingModel = .standard, threads: Int) {
    count = table.count
    let vocabulary = WordVocabulary(table)
    let near = NearWords(vocabulary, model: model, threads: threads)
    var ends = [Int](repeating: 0, count: vocabulary.words.count + 1)
    for bits in vocabulary.entries { ends[NameEntry(bits: bits).word + 1] += 1 }
    for word in vocabulary.words.indices { ends[word + 1] += ends[word] }
    var next = ends
    var postings = [UInt32](repeating: 0, count: vocabulary.entries.count)
    for name in 0..<table.count {
      for place in vocabulary.entries(of: name) {
        let word = NameEntry(bits: vocabulary.entries[place]).word
        postings[next[word]] = UInt32(name)
        next[word] += 1
      }
    }
    costs = vocabulary.words.indices.map { word in
      var sum = 0
      for place in near.range(of: UInt32(word)) {
        let other = Int(near.word(at: place))
        sum += ends[other + 1] - ends[other]
      }
      return UInt32(min(sum, Int(UInt32.max)))
    }
    worths = vocabulary.words.map { word in
      let worth = 4 + Float(min(word.length, Self.longest))
      let meanings = Concordance.standard.meanings(of: word.key.span)
      return Concordance.standard.isCommonWord(meanings) ? worth * Self.commonShare : worth
    }
    self.vocabulary = vocabulary
    self.near = near
    self.postings = postings
    postingEnds = ends
  }

  /// Places in `postings` of the names that a word stands in.
  func nameRange(of word: UInt32) -> Range<Int> {
    postingEnds[Int(word)]..<postingEnds[Int(word) + 1]
  }

  /// Names that a word's neighbours stand in, counted for each neighbour.
  func cost(of word: UInt32) -> Int { Int(costs[Int(word)]) }

  /// All pairs in which one name finds most of itself in the other, in order, each once.
  ///
  /// - Complexity: O(*n*) searches, each bounded.
  public func pairs(threads: Int) -> [Pair] { pairs(foundBy: 0..<count, threads: threads) }

  /// The pairs that some of the names find, in order, each once.
  ///
  /// All names together give what `pairs(threads:)` gives.
  ///
  /// - Complexity: O(*n*) searches for *n* names, each bounded.
  public func pairs(foundBy names: Range<Int>, threads: Int) -> [Pair] {
    var pairs: [Pair] = []
    RangePipeline.run(
      count: names.count, size: 1024, threads: threads, makeScratch: { NameJoinSearch(self) },
      work: { search, range in
        var pairs: [Pair] = []
        for name in range.lowerBound + names.lowerBound..<range.upperBound + names.lowerBound {
          for other in search.find(name, share: .most, limit: Self.mostCandidates) {
            pairs.append(Pair(name, other))
          }
        }
        return pairs
      },
      deliver: { pairs += $0 })
    pairs.sort()
    var kept = 0
    for place in pairs.indices where place == 0 || pairs[place] != pairs[place - 1] {
      pairs[kept] = pairs[place]
      kept += 1
    }
    pairs.removeSubrange(kept...)
    return pairs
  }

  /// The names that are worth comparing with one of the table's, best first.
  public func candidates(for name: Int, share: Share, limit: Int) -> [Int] {
    var search = NameJoinSearch(self)
    return search.find(name, share: share, limit: limit)
  }

  /// Number of names.
  var nameCount: Int { count }
}
