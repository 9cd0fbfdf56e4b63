// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing
import TextNormalization

@testable import MentionExtraction

/// The best labels of a line, held against trying all of them.
@Suite struct TagPathTests {
  /// Best labels by trying every sequence.
  private func best(_ scores: [TagPath.Scores], _ transitions: [Int32]) -> (Int32, [UInt8]) {
    var best: (Int32, [UInt8]) = (.min, [])
    func extend(_ labels: [UInt8], _ sum: Int32) {
      guard labels.count < scores.count else {
        if sum > best.0 { best = (sum, labels) }
        return
      }
      for label in 0..<UInt8(TagLabel.count) {
        let previous = labels.last ?? TagLabel.outside
        guard TagLabel.follows(label, previous) else { continue }
        let step = labels.isEmpty ? 0 : transitions[Int(previous) * 8 + Int(label)]
        extend(labels + [label], sum + scores[labels.count][Int(label)] + step)
      }
    }
    extend([], 0)
    return best
  }

  @Test func findsTheBestLabels() {
    var generator = Seeded(state: 3)
    var path = TagPath()
    var labels: [UInt8] = []
    for _ in 0..<200 {
      let scores = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        var scores = TagPath.Scores(repeating: 0)
        for label in 0..<8 { scores[label] = Int32.random(in: -99...99, using: &generator) }
        return scores
      }
      let transitions = (0..<64).map { _ in Int32.random(in: -99...99, using: &generator) }
      path.find(scores.span, transitions: transitions, into: &labels)
      #expect(labels == best(scores, transitions).1)
    }
  }

  @Test func labelsNothingWhereNothingStands() {
    var path = TagPath()
    var labels: [UInt8] = [1]
    let nothing: [TagPath.Scores] = []
    path.find(nothing.span, transitions: [Int32](repeating: 0, count: 64), into: &labels)
    #expect(labels.isEmpty)
  }

  @Test func neverContinuesWhatHasNotBegun() {
    var inside = TagPath.Scores(repeating: 0)
    inside[2] = 1000
    var path = TagPath()
    var labels: [UInt8] = []
    let line = [inside]
    path.find(line.span, transitions: [Int32](repeating: 0, count: 64), into: &labels)
    #expect(labels == [0])
  }
}

/// Weights summed four at a time, held against one by one.
@Suite struct TagSumTests {
  @Test func addsWhatAPlainLoopAdds() {
    var generator = Seeded(state: 5)
    for rowCount in [0, 1, 40, 120, 257] {
      var sum = TagSum()
      var plain = [Int32](repeating: 0, count: 8)
      for _ in 0..<rowCount {
        var packed: UInt64 = 0
        for label in 0..<8 {
          let weight = Int32.random(in: -127...127, using: &generator)
          plain[label] += weight
          packed |= UInt64(weight + 128) << UInt64(8 * label)
        }
        sum.add(packed)
      }
      #expect((0..<8).map { sum.scores[$0] } == plain)
    }
  }

  @Test func addsSums() {
    var one = TagSum()
    one.add(0x8182_8384_8586_8788)
    var two = one
    two += one
    #expect(two.scores == one.scores &+ one.scores)
  }
}

/// Rows of features: inside the table, told apart by template and place.
@Suite struct TagRowsTests {
  @Test func rowsLieInTheTable() {
    let table = TagRows(count: 1000)
    var seen: Set<UInt32> = []
    for value in 0..<20_000 as Range<UInt64> {
      let row = table.row(.suffix, value &* 0x9E37_79B9_7F4A_7C15)
      #expect(row < 1000)
      seen.insert(row)
    }
    #expect(seen.count == 1000)
    #expect(table.identity(.word, 7) & TagRows.rowMask == table.row(.word, 7))
  }

  @Test func templatesAndPlacesDiffer() {
    let table = TagRows(count: 1 << 20)
    #expect(table.row(.suffix, 7) != table.row(.prefix, 7))
    #expect(table.row(.suffix, 7, place: 1) != table.row(.suffix, 7, place: 2))
  }

  @Test func endingsCarryAcrossAlphabets() {
    func letters(_ key: String) -> [UInt32] {
      WordTraits(form: .title, script: .latin, classes: [], key: key.utf8Span.span).letters
    }
    #expect(letters("ivanovski") == letters("ивановски"))
    #expect(letters("papadakis") == letters("παπαδακισ"))
  }
}

/// Model files.
@Suite struct TaggerModelTests {
  @Test func refusesWhatIsNoModel() {
    #expect(TaggerModel([]) == nil)
    #expect(TaggerModel(Array("NSKTAGGR".utf8)) == nil)
    #expect(TaggerModel([UInt8](repeating: 0, count: 5000)) == nil)
  }

  @Test func namesTheBuiltInModel() {
    #expect(TaggerModel.standard.identifier.utf8.count == 32)
  }
}
