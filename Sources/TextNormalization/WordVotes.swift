// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes

/// What one word says for and against each language of its script.
struct WordVotes {
  private var votes: [Int32]
  private var hash = LetterFeature.emptyWord
  // The last two letters.
  private var before: (UInt32, UInt32) = (LetterFeature.edge, LetterFeature.edge)
  private var letterCount = 0

  init(languages: Int) { votes = [Int32](repeating: 0, count: languages) }

  var isEmpty: Bool { letterCount == 0 }

  /// Takes a letter or mark of the word.
  ///
  /// - Parameters:
  ///   - scalar: The letter.
  ///   - folded: Its case folding in UTF-8.
  ///   - group: The languages that are told apart.
  mutating func add(_ scalar: UInt32, folded: Span<UInt8>, _ group: LanguageTable.Group) {
    let isOne = folded.count > 0 && folded.scalar(at: 0).length == folded.count
    // İ is written where ı is; a folding of several letters says nothing of the letter.
    let letter = scalar == 0x130 ? 0x131 : isOne ? folded.scalar(at: 0).value : scalar
    if let code = LetterFeature.letter(letter) { group.add(code, to: &votes) }
    var index = 0
    while index < folded.count {
      let decoded = folded.scalar(at: index)
      append(decoded.value == 0x131 ? 0x69 : decoded.value, group)
      index += decoded.length
    }
  }

  private mutating func append(_ letter: UInt32, _ group: LanguageTable.Group) {
    hash = LetterFeature.continued(hash, by: letter)
    letterCount += 1
    if letterCount > 1 { addTriple(letter, group) }
    before = (before.1, letter)
  }

  private func triple(_ letter: UInt32) -> UInt64? {
    LetterFeature.triple(before.0, before.1, letter)
  }

  private mutating func addTriple(_ letter: UInt32, _ group: LanguageTable.Group) {
    if let code = triple(letter) { group.add(code, to: &votes) }
  }

  /// Ends the word: adds its votes to the scores.
  ///
  /// A word may be foreign to the language of the text: what it says against a language goes no
  /// further than a word does that is drawn from all languages alike.
  ///
  /// - Returns: The lead of the best language in the scores.
  mutating func finish(_ group: LanguageTable.Group, into scores: inout [Int32]) -> Int32 {
    addTriple(LetterFeature.edge, group)
    group.add(LetterFeature.word(hash), to: &votes)
    let best = votes.max() ?? 0
    let sum = votes.reduce(0.0) { $0 + LanguageBelief.weight(below: best - $1) }
    let farthest = LanguageBelief.distance(
      ofShare: LanguageBelief.foreignWords * sum / Double(votes.count))
    var (first, second) = (Int32.min, Int32.min)
    for index in scores.indices {
      scores[index] += max(votes[index] - best, -farthest)
      votes[index] = 0
      if scores[index] > first {
        (first, second) = (scores[index], first)
      } else {
        second = max(second, scores[index])
      }
    }
    hash = LetterFeature.emptyWord
    before = (LetterFeature.edge, LetterFeature.edge)
    letterCount = 0
    return first &- second
  }
}
