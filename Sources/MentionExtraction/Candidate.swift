// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// A span that may be a name, with the evidence for what it names.
struct Candidate {
  /// Words of the article that it covers, wholly or in part.
  var words: Range<Int>
  /// Its bytes.
  var range: Range<Int>
  /// Votes for person, org and place, in the order of `NameKind`.
  var votes = Votes()
  /// Group of the lexicon that it belongs to.
  var group: Int?
  /// Whether it must find support elsewhere in the article.
  var isWeak = false

  init(
    words: Range<Int>, range: Range<Int>, votes: Votes = Votes(), group: Int? = nil,
    isWeak: Bool = false
  ) {
    self.words = words
    self.range = range
    self.votes = votes
    self.group = group
    self.isWeak = isWeak
  }

  /// A span that another tool gives; its kind outweighs what the words suggest.
  init(_ words: Range<Int>, _ span: GivenSpan, _ article: Article) {
    self.init(words: words, range: span.range.clamped(to: 0..<article.bytes.count))
    switch span.kind {
    case .person: votes.person = 100
    case .org: votes.org = 100
    case .place: votes.place = 100
    case nil:
      guard let first = words.first, let term = article.terms[first] else { return }
      if term.classes.contains(.givenName) { votes.person = 4 }
      if term.end == words.upperBound, term.classes.contains(.place) { votes.place = 6 }
      if term.end == words.upperBound, term.classes.contains(.institution) { votes.org = 8 }
      if words.contains(where: { article.classes($0).contains(.orgWord) }) { votes.org += 5 }
    }
  }

  struct Votes {
    var person = 0
    var org = 0
    var place = 0

    init(person: Int = 0, org: Int = 0, place: Int = 0) {
      self.person = person
      self.org = org
      self.place = place
    }

    /// The vote of the tagger.
    init(_ kind: NameKind) {
      self.init()
      switch kind {
      case .person: person = 5
      case .org: org = 5
      case .place: place = 5
      }
    }

    var kind: NameKind? {
      let most = max(person, org, place)
      guard most > 0 else { return nil }
      if person == most { return .person }
      return org == most ? .org : .place
    }

    /// The kind when the evidence is more than a preposition or a guess.
    var firmKind: NameKind? { max(person, org, place) >= 4 ? kind : nil }

    static func += (a: inout Votes, b: Votes) {
      a.person += b.person
      a.org += b.org
      a.place += b.place
    }
  }
}
