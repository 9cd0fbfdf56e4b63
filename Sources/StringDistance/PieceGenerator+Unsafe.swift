// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CPieceAligner

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Turns a table of pieces around: from a word of its first alphabet to words in a to z that may be
/// its spellings.
///
/// The table is a hash table, which does not list its pieces. All runs of up to three letters that
/// it knows on its second side are found once by asking for each; a word is then covered from left
/// to right with pieces, and the likeliest ways are followed. The log-odds of a piece times the
/// probability of its letters is the probability of the letters given the piece's first side.
///
/// - Reference: Bisani and Ney 2008, doi:10.1016/j.specom.2008.01.002, section 2.4, for first-best
///   and n-best decoding of joint-sequence models.
public final class PieceGenerator {
  /// A word with the log of its weight among those that were found.
  public struct Candidate {
    /// Letters a to z.
    public var letters: [UInt8]
    /// Natural logarithm; the weights are not normalized.
    public var logWeight: Double
  }

  /// A run of letters of the second side.
  private struct Run {
    let letters: [UInt8]
    /// The same, packed.
    let packed: UInt128
    let hash: UInt32
    /// Which lengths on the first side it pairs with: bit length - 1.
    let lengths: UInt8
  }

  /// A run that a run of the first side becomes.
  private struct Option {
    let run: Int
    let score: Double
  }

  private let table: PieceTable
  private let rarity: LetterRarity
  private let runs: [Run]
  private var options: [UInt32: [Option]] = [:]

  /// Ways that are followed further, at each letter.
  private static let width = 60
  /// Nats of one letter a to z drawn by itself.
  private static let nats = 2.8
  /// Runs that a run may become, at most.
  private static let mostOptions = 24
  /// Nats taken off for each letter, by which the right words of Arabic, Hebrew and Japanese names
  /// came first most often.
  private static let brevity = 0.3
  private static let end = UInt8(NSK_WORD_END)

  /// Prepares a table.
  ///
  /// - Parameters:
  ///   - table: A table whose second alphabet is Latin.
  ///   - rarity: How likely words are among names.
  /// - Complexity: 19,000 probes of the table.
  public init(_ table: PieceTable, rarity: LetterRarity) {
    self.table = table
    self.rarity = rarity
    let letters = Array(UInt8(ascii: "a")...UInt8(ascii: "z"))
    var all: [[UInt8]] = [[]]
    var level: [[UInt8]] = [[]]
    for _ in 0..<3 {
      level = level.flatMap { run in letters.map { run + [$0] } }
      all += level
    }
    all += all.filter { $0.count < 3 }.map { $0 + [Self.end] }
    runs = all.compactMap { letters in
      guard !letters.isEmpty else { return nil }
      let hash = PieceTable.hash(letters.map { UInt16($0) }, on: .second)
      let lengths = table.payload(PieceTable.lengthsMark, hash)
      guard lengths != 0 else { return nil }
      return Run(
        letters: letters, packed: Self.packed(letters), hash: hash, lengths: UInt8(lengths))
    }
  }

  /// Spellings of a word, likeliest first.
  ///
  /// - Parameters:
  ///   - word: Letters of the table's first alphabet.
  ///   - limit: Most spellings.
  /// - Returns: Different spellings, of equal weights the first in the order of their letters.
  /// - Complexity: O(*n* *w* *p*) for *n* letters, *w* ways followed and *p* pieces at a letter.
  public func spellings(of word: [UInt16], limit: Int) -> [Candidate] {
    let source = word.prefix(PieceTable.longestWord - 1) + [UInt16(Self.end)]
    var open: [[UInt128: Double]] = Array(repeating: [:], count: source.count + 1)
    open[0][0] = 0
    for place in source.indices {
      let ways = open[place].sorted { ($0.value, $0.key) > ($1.value, $1.key) }
        .prefix(Self.width)
      open[place] = [:]
      for length in 1...2 where place + length <= source.count {
        let isLast = place + length == source.count
        let hash = PieceTable.hash(Array(source[place..<place + length]), on: .first)
        for option in options(for: hash, length: length) {
          let run = runs[option.run]
          // Both words end together.
          guard (run.letters.last == Self.end) == isLast else { continue }
          for way in ways where way.key >> UInt128(Self.bits * Self.longest) == 0 {
            let key = way.key << UInt128(Self.bits * run.letters.count) | run.packed
            let value = way.value + option.score
            open[place + length][key] = Self.sum(open[place + length][key], value)
          }
        }
        // A letter that is left out, such as a soft sign.
        if length == 1, !isLast {
          let alone = table.payload(hash, 0)
          guard alone != 0 else { continue }
          let score = Self.score(alone)
          for way in ways {
            open[place + 1][way.key] = Self.sum(open[place + 1][way.key], way.value + score)
          }
        }
      }
    }
    let whole = open[source.count].map { key, value in
      let letters = Self.letters(of: key)
      let drawn = (Self.nats - Self.brevity) * Double(letters.count)
      let known = rarity.information(of: letters.map { UInt16($0) })
      return Candidate(letters: letters, logWeight: value + drawn - known)
    }
    return Array(
      whole.filter { !$0.letters.isEmpty }.sorted {
        $0.logWeight != $1.logWeight
          ? $0.logWeight > $1.logWeight : $0.letters.lexicographicallyPrecedes($1.letters)
      }.prefix(limit))
  }

  /// What a run of the first side becomes; asked of the table once.
  private func options(for hash: UInt32, length: Int) -> [Option] {
    if let known = options[hash] { return known }
    let lengths = table.payload(hash, PieceTable.lengthsMark)
    var found: [Option] = []
    if lengths != 0 {
      for (number, run) in runs.enumerated()
      where run.lengths >> UInt8(length - 1) & 1 == 1
        && lengths >> UInt32(run.letters.count - 1) & 1 == 1
      {
        let payload = table.payload(hash, run.hash)
        guard payload != 0 else { continue }
        let letters = Double(run.letters.count { $0 != Self.end })
        found.append(Option(run: number, score: Self.score(payload) - Self.nats * letters))
      }
    }
    found.sort { ($0.score, $0.run) > ($1.score, $1.run) }
    found = Array(found.prefix(Self.mostOptions))
    options[hash] = found
    return found
  }

  /// Letters of the longest word, so that three more fit into a packed one.
  private static let longest = 22
  private static let bits = 5

  /// Letters as 5 bits each, 1 to 26 and 27 for the end, the last one lowest.
  private static func packed(_ letters: [UInt8]) -> UInt128 {
    letters.reduce(0) { $0 << UInt128(bits) | UInt128($1 == end ? 27 : $1 - 0x60) }
  }

  /// The letters of a whole word without its end.
  private static func letters(of packed: UInt128) -> [UInt8] {
    var letters: [UInt8] = []
    var rest = packed >> UInt128(bits)
    while rest != 0 {
      letters.append(UInt8(truncatingIfNeeded: rest & 31) + 0x60)
      rest >>= UInt128(bits)
    }
    return letters.reversed()
  }

  private static func score(_ payload: UInt32) -> Double {
    Double(Int(payload) - 2048) / PieceTable.unitsPerNat
  }

  /// Log of the sum of two weights.
  private static func sum(_ a: Double?, _ b: Double) -> Double {
    guard let a else { return b }
    return max(a, b) + log1p(exp(-abs(a - b)))
  }
}
