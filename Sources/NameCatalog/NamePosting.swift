// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import RecordFormats
internal import StringDistance

/// What a join reads of a word, in eight bytes.
struct WordTraits: Sendable {
  /// What the word is worth where it is found: longer ones more, common ones little.
  let worth: Float
  let alphabet: UInt8
  /// First letter, romanized; 0 for none.
  let firstLetter: UInt8

  /// Letters of a word beyond which it is worth no more.
  private static let longest = 24
  /// Share of its worth that a common word of organizations' names keeps.
  private static let commonShare: Float = 0.25

  private init(_ word: IndexWord) {
    let full = 4 + Float(min(word.length, Self.longest))
    let meanings = Concordance.standard.meanings(of: word.key.span)
    worth = Concordance.standard.isCommonWord(meanings) ? full * Self.commonShare : full
    alphabet = word.embedded.alphabet
    firstLetter = word.firstLetter
  }

  /// Those of all words of a vocabulary.
  static func all(of vocabulary: WordVocabulary, threads: Int) -> [WordTraits] {
    var traits: [WordTraits] = []
    traits.reserveCapacity(vocabulary.count)
    RangePipeline.run(
      count: vocabulary.count, size: 8192, threads: threads, makeScratch: { 0 },
      work: { _, range in range.map { WordTraits(vocabulary.word($0)) } },
      deliver: { traits += $0 })
    return traits
  }
}

/// That a word stands in a name, and what else does: enough to turn most names away unseen.
///
/// From the highest bit: the name in 32 bits, the name's other word in 25, four times its worth in
/// seven.
struct NamePosting: Sendable {
  private let bits: UInt64

  /// Stands for a worth when the name has more than two words that count.
  private static let notPlain: UInt64 = 127
  private static let wordBits: UInt64 = 25

  static let none = NamePosting(bits: 0)

  private init(bits: UInt64) { self.bits = bits }

  /// The posting of the entry at a place of a name's row.
  init(_ name: Int, at place: Int, of row: ArraySlice<UInt32>, _ traits: [WordTraits]) {
    var rest: UInt64 = 0
    var others = 0
    let isOwn = NameEntry(bits: row[row.startIndex + place]).isCounted
    for index in row.indices where index != row.startIndex + place {
      let entry = NameEntry(bits: row[index])
      if entry.joined > 0 { others = 2 }
      guard entry.isCounted else { continue }
      others += 1
      rest = UInt64(entry.word) << 7 | UInt64(traits[entry.word].worth * 4)
    }
    if !isOwn || others > 1 { rest = Self.notPlain }
    bits = UInt64(name) << 32 | rest
  }

  var name: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }

  /// Whether the name has at most one other word that counts.
  var isPlain: Bool { bits & 127 != Self.notPlain }

  /// The other word of a plain name, if its worth is above 0.
  var other: UInt32 { UInt32(truncatingIfNeeded: bits >> 7 & (1 << Self.wordBits - 1)) }

  /// What the other word of a plain name is worth; 0 when there is none.
  var otherWorth: Float { Float(bits & 127) / 4 }
}
