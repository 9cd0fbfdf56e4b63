// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// A word, a sign, or a character of a script without spaces: what gets one label.
struct TagUnit {
  var range: Range<Int>
  /// The word of the article that it is or lies in.
  var word = -1
  /// Number of its bytes in the memory.
  var surface = -1
  var form = TagForm.edge
  var classes: LexicalClasses = []
  /// Hash of the word in the `key` profile.
  var key: UInt64 = 0
  var isJoined = false
  var startsSentence = false
  var isHeadline = false
  /// Whether an ending behind an apostrophe follows.
  var hasEnding = false
  /// How the article writes the word elsewhere, in a few steps.
  var facts: UInt8 = 0
  /// The same of other words that begin alike, as its case forms do.
  var kin: UInt8 = 0
  /// What the lexicon's longer terms that cover it are, and 1 for their beginning, 2 for their
  /// inside, 3 for their end.
  var termClasses: LexicalClasses = []
  var termPlace: UInt8 = 0
  /// The run of capitals, or of one script, that it stands in.
  var runStart = 0
  var runEnd = 0
  var runClasses: LexicalClasses = []
  /// What the rules take it for.
  var proposal = Proposal()

  static let edge = TagUnit(range: 0..<0)
}

/// What the rules take a unit for: the beginning, inside or end of a name of a kind, or nothing.
struct Proposal {
  private var kind: UInt64 = 0
  private var isFirst = false
  var isLast = false

  init() {}

  init(_ candidate: Candidate, isFirst: Bool) {
    let isFirm = candidate.votes.firmKind != nil
    switch candidate.votes.kind {
    case nil: kind = 1
    case .person: kind = isFirm ? 2 : 3
    case .org: kind = isFirm ? 4 : 5
    case .place: kind = isFirm ? 6 : 7
    }
    if candidate.isWeak { kind += 8 }
    self.isFirst = isFirst
  }

  /// The whole as a number below 64.
  var number: UInt64 { kind << 2 | (isFirst ? 1 : 0) | (isLast ? 2 : 0) }
}
