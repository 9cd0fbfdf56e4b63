// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// Finds which words of two spellings of a name belong together.
struct WordPairExtraction: ~Copyable {
  private var aligner: WordAligner

  /// Nats from which two words are taken to be one.
  private static let threshold = 1.0

  init(model: AlignerModel) { aligner = WordAligner(model: model) }

  /// A stretch of one to three words of a name.
  private struct Unit {
    var range: Range<Int>
    var word: TrainingWord
  }

  /// Words in pairs, joined where the other spelling writes them as one; the last words that are
  /// left on both sides, if there is one on each, are taken for a pair as well.
  mutating func pairs(_ a: TrainingName, _ b: TrainingName) -> [(TrainingWord, TrainingWord)] {
    let left = Self.units(of: a.words)
    let right = Self.units(of: b.words)
    var found: [(score: Double, left: Int, right: Int)] = []
    for (i, first) in left.enumerated() {
      for (j, second) in right.enumerated()
      where first.range.count == 1 || second.range.count == 1 {
        let score = aligner.score(first.word, second.word)
        if score > Self.threshold { found.append((score, i, j)) }
      }
    }
    found.sort { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) }
    var freeLeft = Set(a.words.indices)
    var freeRight = Set(b.words.indices)
    var result: [(TrainingWord, TrainingWord)] = []
    for (_, i, j) in found
    where freeLeft.isSuperset(of: left[i].range) && freeRight.isSuperset(of: right[j].range) {
      freeLeft.subtract(left[i].range)
      freeRight.subtract(right[j].range)
      result.append((left[i].word, right[j].word))
    }
    if let i = freeLeft.first, freeLeft.count == 1, let j = freeRight.first, freeRight.count == 1,
      !result.isEmpty
    {
      result.append((a.words[i], b.words[j]))
    }
    return result
  }

  /// Pairs by place, for when nothing is known yet: names of as many words, and a word without
  /// spaces against all words of the other in both orders.
  static func byPlace(
    _ a: TrainingName, _ b: TrainingName
  ) -> [(TrainingWord, TrainingWord, weight: Float)] {
    if a.words.count == b.words.count {
      return zip(a.words, b.words).map { ($0, $1, weight: 1) }
    }
    let (short, long) = a.words.count < b.words.count ? (a, b) : (b, a)
    guard short.words.count == 1, isUnspaced(short.alphabet), long.words.count <= 3 else {
      return []
    }
    let turned = long.words.suffix(1) + long.words.dropLast()
    return [
      (short.words[0], TrainingWord.joined(long.words), weight: 0.4),
      (short.words[0], TrainingWord.joined(turned), weight: 0.6),
    ]
  }

  private static func isUnspaced(_ alphabet: UInt8) -> Bool {
    let script = Script(number: alphabet)
    return script.isUnspaced || script == .hangul
  }

  private static func units(of words: [TrainingWord]) -> [Unit] {
    var units: [Unit] = []
    for start in words.indices {
      for end in start + 1...words.count where end - start <= 3 {
        units.append(
          Unit(range: start..<end, word: TrainingWord.joined(words[start..<end])))
      }
    }
    // Surname first, in scripts that put it first and are written without spaces.
    if (2...3).contains(words.count) {
      let turned = words.suffix(1) + words.dropLast()
      units.append(Unit(range: 0..<words.count, word: TrainingWord.joined(turned)))
    }
    return units
  }
}

/// Scores words by the tables trained so far.
struct WordAligner: ~Copyable {
  private let model: AlignerModel
  private var firstWords = PreparedWords()
  private var secondWords = PreparedWords()

  init(model: AlignerModel) { self.model = model }

  /// Nats for two words being one name.
  mutating func score(_ a: TrainingWord, _ b: TrainingWord) -> Double {
    let (first, second) = AlphabetPair.ordered(a, b)
    if let number = model.number(first: first.alphabet, second: second.alphabet) {
      return score(first.letters, second.letters, number)
    }
    let roman = NameLetters.romanAlphabet
    guard let number = model.number(first: roman, second: roman) else { return -100 }
    return score(first.roman, second.roman, number)
  }

  private mutating func score(_ a: [UInt16], _ b: [UInt16], _ number: Int) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return -100 }
    let table = model.entries[number].table
    let i = firstWords.place(-1, number, .first, a.span, table)
    let j = secondWords.place(-1, number, .second, b.span, table)
    return Double(PreparedWords.score(table, firstWords, i, secondWords, j))
      / PieceTable.unitsPerNat
  }
}
