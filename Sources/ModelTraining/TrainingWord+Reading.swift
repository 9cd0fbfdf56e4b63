// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

extension TrainingWord {
  /// Reads a word, or neighbours as one word; nil when it mixes scripts or has no letters.
  init?(reading text: [UInt8], _ parser: inout NameParser) {
    let tokens = parser.parse(text.span, kind: nil).tokens.filter { !$0.letters.isEmpty }
    guard let first = tokens.first, tokens.allSatisfy({ $0.script == first.script }) else {
      return nil
    }
    self = .joined(
      tokens.map {
        TrainingWord(
          alphabet: NameLetters.alphabet(of: $0.script), letters: $0.letters,
          roman: $0.romanLetters)
      })
  }
}
