// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The tokens of a string in order of their letters' values, with or without repetitions.
///
/// A token is a run of letters without white space (Unicode's White_Space and the separators
/// U+001C...U+001F).
struct TokenOrder: ~Copyable {
  /// Where the tokens lie in the string, sorted.
  private(set) var tokens: [Range<Int>] = []

  /// Splits and sorts a string.
  ///
  /// - Complexity: O(*n* + *t*² *l*) for *n* letters and *t* tokens of *l* letters: names have few.
  mutating func sort(_ string: Span<UInt32>, once: Bool) {
    tokens.removeAll(keepingCapacity: true)
    var start = 0
    for index in string.indices where isSpace(string[index]) {
      insert(start..<index, of: string, once: once)
      start = index + 1
    }
    insert(start..<string.count, of: string, once: once)
  }

  /// Appends the sorted tokens to a list as one string, a space between two.
  func join(_ string: Span<UInt32>, into list: inout LetterList) {
    let space: InlineArray<1, UInt32> = [0x20]
    for (index, token) in tokens.enumerated() {
      if index > 0 { list.extend(space.span) }
      list.extend(string.extracting(token))
    }
    list.endString()
  }

  private mutating func insert(_ token: Range<Int>, of string: Span<UInt32>, once: Bool) {
    guard !token.isEmpty else { return }
    let letters = string.extracting(token)
    var place = tokens.count
    while place > 0 {
      let order = compareLetters(letters, string.extracting(tokens[place - 1]))
      if order == 0, once { return }
      if order >= 0 { break }
      place -= 1
    }
    tokens.insert(token, at: place)
  }
}

/// Below 0, 0 or above 0 as the first string's letters come before, are, or come after the second's.
func compareLetters(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Int {
  for index in 0..<min(a.count, b.count) where a[index] != b[index] {
    return a[index] < b[index] ? -1 : 1
  }
  return a.count - b.count
}

private func isSpace(_ letter: UInt32) -> Bool {
  switch letter {
  case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
    0x205F, 0x3000:
    true
  default: false
  }
}
