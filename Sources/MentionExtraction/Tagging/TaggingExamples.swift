// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

package import NameModel
internal import TextBytes
package import TextNormalization

/// Turns labelled articles into the rows and labels that a tagger learns from.
package struct TaggingExamples {
  /// Rows of one unit after another.
  package private(set) var rows: [UInt32] = []
  /// End of each unit's rows.
  package private(set) var ends: [Int] = []
  /// Label of each unit.
  package private(set) var labels: [UInt8] = []
  /// End of each line's units.
  package private(set) var lineEnds: [Int] = []
  /// Scripts in which names were labelled, one bit each by ICU's number.
  package private(set) var scripts: UInt64 = 0
  /// Names that were read.
  package private(set) var nameCount = 0

  /// Set on rows of features that tell one word from all others.
  package static let identityFlag = TagRows.identityFlag
  /// The row itself.
  package static let rowMask = TagRows.rowMask

  private let table: TagRows
  private var vocabulary: Vocabulary?
  private var memory = TagMemory()
  private var tokens: [Token] = []

  package init(rowCount: Int) { table = TagRows(count: UInt64(rowCount)) }

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - language: Its language, nil to guess it.
  ///   - names: Places of all names in it, in any order; where two overlap, the longer one counts.
  ///     Endings that an apostrophe sets off are taken off.
  package mutating func add(
    _ text: Span<UInt8>, language: LanguageTag?, names: [(range: Range<Int>, kind: NameKind)]
  ) {
    var vocabulary = self.vocabulary.take() ?? Vocabulary()
    if vocabulary.beginArticle() { memory = TagMemory() }
    memory.beginText()
    let article = Article(text, language: language, consume vocabulary, &tokens)
    let tagged = TaggedText(article, proposals: NameRules.candidates(article), &memory)
    let features = ContextFeatures(
      table: table, language: tagged.language, density: tagged.density)
    let spans = names.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    var next = spans.startIndex
    for line in tagged.lines {
      let first = labels.count
      for index in line {
        appendRows(index, tagged.units, features)
        ends.append(rows.count)
        labels.append(TagLabel.outside)
      }
      lineEnds.append(ends.count)
      var taken = line.lowerBound
      while next < spans.count, let last = line.last,
        spans[next].range.lowerBound < tagged.units[last].range.upperBound
      {
        let units = Self.name(
          spans[next].kind, at: spans[next].range, in: taken..<line.upperBound, tagged.units)
        if let start = units.first {
          let kind = spans[next].kind
          for index in units { labels[first + index - line.lowerBound] = TagLabel.inside(kind) }
          labels[first + start - line.lowerBound] = TagLabel.first(kind)
          nameCount += 1
          let script = article.words[tagged.units[start].word].script.number
          if script < 64 { scripts |= 1 << UInt64(script) }
          taken = units.upperBound
        }
        next += 1
      }
    }
    self.vocabulary = article.vocabulary
  }

  /// The units of a name as we want them found: no title before a person, no ending at the end.
  private static func name(
    _ kind: NameKind, at range: Range<Int>, in line: Range<Int>, _ units: [TagUnit]
  ) -> Range<Int> {
    let touched = Self.units(of: range, in: line, units)
    guard kind == .person else { return touched }
    var first = touched.lowerBound
    while first + 1 < touched.upperBound,
      isTitle(units[first]) || first > touched.lowerBound && units[first].form == .sign
    {
      first += 1
    }
    return first..<touched.upperBound
  }

  private static func isTitle(_ unit: TagUnit) -> Bool {
    !unit.form.isDense && !unit.classes.isDisjoint(with: [.role, .honorific])
      && !unit.classes.contains(.givenName)
  }

  /// The units that a range touches, without endings at its end.
  private static func units(
    of range: Range<Int>, in line: Range<Int>, _ units: [TagUnit]
  ) -> Range<Int> {
    guard
      let first = line.first(where: {
        units[$0].range.upperBound > range.lowerBound
          && units[$0].range.lowerBound < range.upperBound
      })
    else { return line.lowerBound..<line.lowerBound }
    var end = first
    while end < line.upperBound, units[end].range.lowerBound < range.upperBound { end += 1 }
    while end > first, units[end - 1].form == .ending || units[end - 1].form == .apostrophe {
      end -= 1
    }
    return first..<end
  }

  private mutating func appendRows(
    _ index: Int, _ units: [TagUnit], _ features: ContextFeatures
  ) {
    for place in WordTraits.places {
      let surface = units[index - place].surface
      if surface >= 0 {
        memory.known[surface].traits.append(at: place, of: table, to: &rows)
      }
    }
    features.append(index, of: units, to: &rows)
  }
}
