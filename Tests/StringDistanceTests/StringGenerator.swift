// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Strings from a seed, in scripts with one to four bytes a letter.
struct StringGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Few letters each, so that strings have much in common; white space in all.
  static let alphabets = [
    "abcde ", "аеиор ", "中国人民大\u{3000}", "𠀋𠮟😀a ", "çğışö\u{A0}", "aа中😀 ",
  ].map { $0.unicodeScalars.map(\.value) }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func letters(upTo longest: Int, alphabet: Int) -> [UInt32] {
    let alphabet = Self.alphabets[alphabet]
    return (0..<next(longest + 1)).map { _ in alphabet[next(alphabet.count)] }
  }

  /// A string and often one that is a few edits away from it.
  mutating func pair(upTo longest: Int) -> ([UInt32], [UInt32]) {
    let alphabet = next(Self.alphabets.count)
    let first = letters(upTo: longest, alphabet: alphabet)
    if next(2) == 0 { return (first, letters(upTo: longest, alphabet: alphabet)) }
    var second = first
    for _ in 0..<next(6) where second.count > 1 {
      let place = next(second.count - 1)
      switch next(4) {
      case 0: second.remove(at: place)
      case 1: second.insert(Self.alphabets[alphabet][next(4)], at: place)
      case 2: second.swapAt(place, place + 1)
      default: second[place] = Self.alphabets[alphabet][next(4)]
      }
    }
    return (first, second)
  }
}

/// The string of scalars.
func string(_ letters: [UInt32]) -> String {
  var result = String.UnicodeScalarView()
  for letter in letters { result.append(Unicode.Scalar(letter) ?? "?") }
  return String(result)
}
