// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Finds names with the trained model.
struct NameTagger {
  private let model: TaggerModel
  private var memory = TagMemory()
  private var path = TagPath()
  private var rows: [UInt32] = []

  init(_ model: TaggerModel) { self.model = model }

  /// Forgets all words, when the vocabulary has.
  mutating func forget() { memory = TagMemory() }

  /// The names of an article, in the order of the text.
  mutating func candidates(_ article: Article, proposals: [Candidate]) -> [Candidate] {
    memory.beginText()
    let tagged = TaggedText(article, proposals: proposals, &memory)
    let features = ContextFeatures(
      table: model.rows, language: tagged.language, density: tagged.density)
    var candidates: [Candidate] = []
    var scores: [TagPath.Scores] = []
    var labels: [UInt8] = []
    for line in tagged.lines {
      score(line, tagged.units, features, article, &scores)
      path.find(scores.span, transitions: model.transitions, into: &labels)
      var index = 0
      while index < labels.count {
        guard TagLabel.isFirst(labels[index]) else {
          index += 1
          continue
        }
        var end = index + 1
        while end < labels.count, labels[end] == labels[index] + 1 { end += 1 }
        let next = end
        // Endings belong to no name, nor do apostrophes in front of them.
        while end > index + 1, isEnd(tagged.units[line.lowerBound + end - 1]) { end -= 1 }
        let first = tagged.units[line.lowerBound + index]
        let last = tagged.units[line.lowerBound + end - 1]
        var candidate = Candidate(
          words: first.word..<last.word + 1,
          range: first.range.lowerBound..<last.range.upperBound)
        candidate.votes = Candidate.Votes(TagLabel.kind(labels[index]))
        candidates.append(candidate)
        index = next
      }
    }
    return candidates
  }

  private mutating func score(
    _ line: Range<Int>, _ units: [TagUnit], _ features: ContextFeatures, _ article: Article,
    _ scores: inout [TagPath.Scores]
  ) {
    scores.removeAll(keepingCapacity: true)
    for index in line where units[index].surface >= 0 {
      memory.sum(units[index].surface, model, &rows)
    }
    for index in line {
      if isBlocked(units[index], article) {
        var blocked = TagPath.Scores(repeating: TagPath.never)
        blocked[0] = 0
        scores.append(blocked)
        continue
      }
      rows.removeAll(keepingCapacity: true)
      features.append(index, of: units, to: &rows)
      var sum = TagSum()
      for row in rows { sum.add(model.weights(row & TagRows.rowMask)) }
      for place in WordTraits.places {
        let surface = units[index - place].surface
        if surface >= 0 { sum += memory.sum(surface, at: place) }
      }
      scores.append(sum.scores)
    }
  }

  private func isEnd(_ unit: TagUnit) -> Bool {
    unit.form == .ending || unit.form == .apostrophe
  }

  /// Whether a name is written in a script that the model has learned.
  func reads(_ candidate: Candidate, _ article: Article) -> Bool {
    candidate.words.contains { article.words[$0].isWord && model.knows(article.words[$0].script) }
  }

  /// Whether a unit can belong to no name: a word in a script that was not learned.
  private func isBlocked(_ unit: TagUnit, _ article: Article) -> Bool {
    let word = article.words[unit.word]
    return word.isWord && !model.knows(word.script)
  }
}
