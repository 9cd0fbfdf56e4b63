// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Words of a name read as one; keeps its memory from one to the next.
struct JoinedWord {
  private(set) var key: [UInt8] = []
  private(set) var letters: [UInt16] = []
  private(set) var roman: [UInt16] = []
  private(set) var script = Script.common

  /// What the aligner reads.
  var spelled: SpelledWord {
    @_lifetime(borrow self)
    get {
      SpelledWord(
        number: -1, alphabet: NameLetters.alphabet(of: script), letters: letters.span,
        roman: roman.span)
    }
  }

  /// Joins the words of a run.
  mutating func join(
    _ run: JoinableRun, of name: InternedName, _ names: borrowing InternedNames
  ) {
    key.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    roman.removeAll(keepingCapacity: true)
    var rest = run.mask
    if run.isTurned {
      // The last word first, as a family name is written before a given name.
      let last = UInt32.bitWidth - 1 - rest.leadingZeroBitCount
      append(names.word(last, of: name), names)
      rest &= ~(1 << UInt32(last))
    }
    while rest != 0 {
      append(names.word(rest.trailingZeroBitCount, of: name), names)
      rest &= rest - 1
    }
  }

  private mutating func append(_ word: Int, _ names: borrowing InternedNames) {
    if key.isEmpty { script = names.words[word].script }
    let spelled = names.spelled(word)
    let own = names.key(of: word)
    for index in own.indices { key.append(own[index]) }
    for index in spelled.letters.indices { letters.append(spelled.letters[index]) }
    for index in spelled.roman.indices { roman.append(spelled.roman[index]) }
  }

  /// Whether it has a word's key.
  func equals(_ other: Span<UInt8>) -> Bool {
    key.count == other.count && key.indices.allSatisfy { key[$0] == other[$0] }
  }
}

/// Words of a name that another name may write as one.
struct JoinableRun {
  /// Positions of the words as bits.
  var mask: UInt32
  /// Letters of their romanizations.
  var letters: Int
  /// Whether the last word is read first.
  var isTurned = false
}
