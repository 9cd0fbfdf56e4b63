// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The sorted tokens of many strings, joined again, and a sieve for strings that share a token.
struct TokenLists: ~Copyable {
  /// For every string its sorted tokens, joined by spaces.
  private(set) var joined = LetterList()
  private var order = TokenOrder()
  /// Hashes of all tokens, and where those of every string begin.
  private var hashes: [UInt32] = []
  private var starts: [Int] = []
  /// Which strings have a token with a hash of that remainder, a bit each.
  private var marks: [UInt64] = []
  /// Strings without tokens.
  private var blank: UInt64 = 0

  /// A bit for every string in the sieve.
  private var all: UInt64 = 0

  private static let markCount = 4096

  /// Takes the strings of a list.
  mutating func fill(_ list: LetterList, once: Bool) {
    joined.removeAll()
    hashes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    for string in 0..<list.count {
      let letters = list[string]
      order.sort(letters, once: once)
      order.join(letters, into: &joined)
      for token in order.tokens { hashes.append(hash(letters.extracting(token))) }
      starts.append(hashes.count)
    }
  }

  /// Notes the tokens of up to 64 strings.
  mutating func sieve(_ strings: Range<Int>) {
    precondition(strings.count <= 64, "The sieve has 64 bits.")
    marks.removeAll(keepingCapacity: true)
    for _ in 0..<Self.markCount { marks.append(0) }
    blank = 0
    for (bit, string) in strings.enumerated() {
      if starts[string] == starts[string + 1] { blank |= 1 << UInt64(bit) }
      for index in starts[string]..<starts[string + 1] {
        marks[Int(hashes[index]) % Self.markCount] |= 1 << UInt64(bit)
      }
    }
    all = strings.count == 64 ? ~0 : (1 << UInt64(strings.count)) - 1
  }

  /// Strings in the sieve that may share a token with one of another list.
  ///
  /// Also all where either has no tokens. Some of them share only a hash.
  func sifted(_ others: borrowing TokenLists, _ other: Int) -> UInt64 {
    let tokens = others.starts[other]..<others.starts[other + 1]
    if tokens.isEmpty { return all }
    return tokens.reduce(blank) { $0 | marks[Int(others.hashes[$1]) % Self.markCount] }
  }
}

/// A multiplicative hash; its high bits are folded down, as the remainder looks at low ones.
private func hash(_ token: Span<UInt32>) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for index in token.indices { hash = (hash ^ token[index]) &* 0x85EB_CA6B }
  return hash ^ hash >> 15
}
