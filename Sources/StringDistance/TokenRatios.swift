// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Similarities that do not mind the order of words, and the scratch they take.
///
/// Reference: the definitions are those of SeatGeek's FuzzyWuzzy (2011), as rapidfuzz keeps them,
/// from 0...1 instead of 0...100.
struct TokenRatios: ~Copyable {
  private var order = TokenOrder()
  private var otherOrder = TokenOrder()
  private var pattern = PreparedPattern()
  /// Tokens joined: of the first string, then of the second.
  private var joined = LetterList()

  /// Normalized Indel similarity of the sorted tokens, joined by spaces.
  mutating func sorted(
    _ a: Span<UInt32>, _ b: Span<UInt32>, atLeast least: Double
  ) -> Double? {
    joined.removeAll()
    order.sort(a, once: false)
    order.join(a, into: &joined)
    order.sort(b, once: false)
    order.join(b, into: &joined)
    return pattern.compareFirstTwo(of: joined) { $0.similarity(.indel, to: $1, atLeast: least) }
  }

  /// The best normalized Indel similarity among three strings of sorted distinct tokens.
  ///
  /// They are those in both (s), those in both and the rest of the first (s a), and those in both and
  /// the rest of the second (s b). 1 if all tokens of one are among the other's, 0 if one has none.
  mutating func sets(_ a: Span<UInt32>, _ b: Span<UInt32>, atLeast least: Double) -> Double? {
    order.sort(a, once: true)
    otherOrder.sort(b, once: true)
    if order.tokens.isEmpty || otherOrder.tokens.isEmpty { return least <= 0 ? 0 : nil }
    let shared = splitTokens(a, b)
    let (restOfA, restOfB) = (joined.length(of: 0), joined.length(of: 1))
    if shared > 0, restOfA == 0 || restOfB == 0 { return 1 }
    // The space between the shared tokens and the rest.
    let seam = shared > 0 ? 1 : 0
    // s is a prefix of both others, so it costs no edit.
    let edits = pattern.compareFirstTwo(of: joined) { $0.indel(to: $1) } ?? 0
    let withA = shared + seam + restOfA
    let withB = shared + seam + restOfB
    var best = 1 - Double(edits) / Double(withA + withB)
    if shared > 0 {
      best = max(best, 1 - Double(seam + restOfA) / Double(shared + withA))
      best = max(best, 1 - Double(seam + restOfB) / Double(shared + withB))
    }
    return best >= least ? best : nil
  }

  /// The same for strings of two lists.
  mutating func sets(
    _ first: LetterList, _ a: Int, _ second: LetterList, _ b: Int, atLeast least: Double
  ) -> Double? {
    sets(first[a], second[b], atLeast: least)
  }

  /// Joins the tokens that only one string has, and returns the length of the shared ones, joined.
  private mutating func splitTokens(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Int {
    joined.removeAll()
    var shared = 0
    var sharedTokens = 0
    appendRest(of: a, order.tokens, without: b, otherOrder.tokens) { token in
      shared += token.count
      sharedTokens += 1
    }
    appendRest(of: b, otherOrder.tokens, without: a, order.tokens) { _ in }
    return shared + max(0, sharedTokens - 1)
  }

  /// Appends to the joined strings the tokens of one string that the other lacks.
  private mutating func appendRest(
    of a: Span<UInt32>, _ tokens: [Range<Int>], without b: Span<UInt32>,
    _ others: [Range<Int>], shared: (Range<Int>) -> Void
  ) {
    let space: InlineArray<1, UInt32> = [0x20]
    var other = 0
    var isFirst = true
    for token in tokens {
      let letters = a.extracting(token)
      while other < others.count, compareLetters(b.extracting(others[other]), letters) < 0 {
        other += 1
      }
      if other < others.count, compareLetters(b.extracting(others[other]), letters) == 0 {
        shared(token)
      } else {
        if !isFirst { joined.extend(space.span) }
        joined.extend(letters)
        isFirst = false
      }
    }
    joined.endString()
  }
}

extension PreparedPattern {
  /// Takes the first string of a list and compares it with the second.
  fileprivate mutating func compareFirstTwo<Result>(
    of list: LetterList, by measure: (inout PreparedPattern, Span<UInt32>) -> Result
  ) -> Result {
    prepare(list[0])
    return measure(&self, list[1])
  }
}
