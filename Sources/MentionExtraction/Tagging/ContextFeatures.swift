// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// Rows of a unit that depend on what stands around it and on the rest of the article.
struct ContextFeatures {
  let table: TagRows
  /// Hash of the article's language.
  let language: UInt64
  /// Share of words with a capital that no sentence start explains, in a few steps.
  let density: UInt64

  /// Appends the rows of the unit at `index`.
  ///
  /// - Parameters:
  ///   - index: Two units or more from either end of `units`; lines are parted by two edges.
  ///   - units: All units of the article.
  ///   - rows: Receives the rows.
  func append(_ index: Int, of units: [TagUnit], to rows: inout [UInt32]) {
    let unit = units[index]
    let before = units[index - 1]
    let after = units[index + 1]
    let form = UInt64(unit.form.rawValue)
    let formBefore = UInt64(before.form.rawValue)
    let formAfter = UInt64(after.form.rawValue)
    let farBefore = UInt64(units[index - 2].form.rawValue)
    let farAfter = UInt64(units[index + 2].form.rawValue)
    let gaps: UInt64 = (unit.isJoined ? 1 : 0) | (after.isJoined ? 2 : 0)
    rows.append(table.row(.joined, form << 2 | gaps))
    rows.append(table.row(.formsAround, (formBefore << 8 | form) << 8 | formAfter))
    rows.append(table.row(.formsBefore, ((farBefore << 8 | formBefore) << 8 | form) << 2 | gaps))
    rows.append(table.row(.formsAfter, ((form << 8 | formAfter) << 8 | farAfter) << 2 | gaps))
    let classes = UInt64(unit.classes.rawValue)
    rows.append(
      table.row(.classesBefore, (UInt64(before.classes.rawValue) << 16 | classes) << 8 | form))
    rows.append(
      table.row(.classesAfter, (classes << 16 | UInt64(after.classes.rawValue)) << 8 | form))
    rows.append(table.row(.language, language ^ form))
    if unit.termPlace != 0 {
      let term = UInt64(unit.termClasses.rawValue) << 4 | UInt64(unit.termPlace)
      rows.append(table.row(.term, term))
      rows.append(table.row(.termForm, term << 8 | form))
    }
    appendRun(index, unit, of: units, to: &rows)
    if unit.form.isDense {
      appendDense(index, of: units, to: &rows)
    } else {
      appendSpaced(unit, before, form, to: &rows)
    }
  }

  private func appendSpaced(
    _ unit: TagUnit, _ before: TagUnit, _ form: UInt64, to rows: inout [UInt32]
  ) {
    let start: UInt64 = (unit.startsSentence ? 1 : 0) | (unit.isHeadline ? 2 : 0)
    let classes = UInt64(unit.classes.rawValue)
    rows.append(table.row(.start, form << 2 | start))
    rows.append(table.row(.startClasses, (classes << 8 | form) << 2 | start))
    rows.append(table.row(.facts, UInt64(unit.facts) << 8 | form))
    rows.append(table.row(.factsStart, (UInt64(unit.facts) << 8 | form) << 2 | start))
    rows.append(table.row(.kin, (UInt64(unit.kin) << 8 | form) << 2 | start))
    guard unit.form.isCapitalized else { return }
    let formBefore = UInt64(before.form.rawValue) | (before.startsSentence ? 1 << 40 : 0)
    rows.append(table.row(.startBefore, (formBefore << 8 | form) << 2 | start))
    rows.append(table.row(.density, ((density << 8 | form) << 2 | start) << 8 | UInt64(unit.facts)))
    rows.append(table.row(.languageClasses, language ^ (classes << 8 | form)))
    if unit.hasEnding { rows.append(table.row(.endingFollows, form << 2 | start)) }
  }

  private func appendRun(
    _ index: Int, _ unit: TagUnit, of units: [TagUnit], to rows: inout [UInt32]
  ) {
    guard unit.runEnd > unit.runStart else { return }
    let form = UInt64(unit.form.rawValue)
    let length = UInt64(min(unit.runEnd - unit.runStart, 6))
    let place: UInt64 =
      (index == unit.runStart ? 1 : 0) | (index == unit.runEnd - 1 ? 2 : 0)
    rows.append(table.row(.runLength, (length << 2 | place) << 8 | form))
    rows.append(table.row(.runClasses, UInt64(unit.runClasses.rawValue) << 2 | place))
    let first = units[unit.runStart]
    let last = units[unit.runEnd - 1]
    let before = units[unit.runStart - 1]
    let after = units[unit.runEnd]
    rows.append(table.row(.runLast, UInt64(last.classes.rawValue) << 2 | place))
    rows.append(table.row(.runFirst, UInt64(first.classes.rawValue) << 2 | place))
    let formBefore = UInt64(before.form.rawValue)
    rows.append(
      table.row(
        .classesBeforeRun, (UInt64(before.classes.rawValue) << 2 | place) << 8 | formBefore))
    rows.append(table.identity(.wordBeforeRun, before.key &+ place))
    rows.append(table.identity(.wordAfterRun, after.key &+ place))
  }

  /// Strings of characters: there they do what words do elsewhere.
  private func appendDense(_ index: Int, of units: [TagUnit], to rows: inout [UInt32]) {
    let form = UInt64(units[index].form.rawValue)
    let proposal = units[index].proposal.number
    rows.append(table.row(.proposal, proposal))
    rows.append(table.row(.proposalForm, proposal << 8 | form))
    rows.append(
      table.row(
        .proposalsAround,
        (units[index - 1].proposal.number << 8 | proposal) << 8 | units[index + 1].proposal.number))
    rows.append(table.row(.proposalLanguage, language ^ (proposal << 8 | form)))
    let keys = (-2...2).map { units[index + $0].key }
    func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
      (a &* 0x9E37_79B9_7F4A_7C15 ^ b) &* 0xD6E8_FEB8_6659_FD93
    }
    rows.append(table.row(.pairFar, pair(keys[0], keys[1])))
    rows.append(table.row(.pairBefore, pair(keys[1], keys[2])))
    rows.append(table.row(.pairAfter, pair(keys[2], keys[3])))
    rows.append(table.row(.pairFurther, pair(keys[3], keys[4])))
    rows.append(table.row(.around, pair(keys[1], keys[3])))
    rows.append(table.row(.triple, pair(pair(keys[1], keys[2]), keys[3])))
    rows.append(table.row(.tripleBefore, pair(pair(keys[0], keys[1]), keys[2])))
    rows.append(table.row(.tripleAfter, pair(pair(keys[2], keys[3]), keys[4])))
    guard units[index].form == .hangul else { return }
    // A Korean word is a name and its particles: what is before and behind the syllable in it.
    var start = index
    var before: UInt64 = 0
    while units[start].isJoined, units[start - 1].form == .hangul, index - start < 6 {
      start -= 1
      before = pair(before, units[start].key)
    }
    var end = index + 1
    var after: UInt64 = 0
    while units[end].isJoined, units[end].form == .hangul, end - index < 6 {
      after = pair(after, units[end].key)
      end += 1
    }
    rows.append(table.row(.chunkStart, pair(before, keys[2])))
    rows.append(table.row(.chunkEnd, pair(after, keys[2])))
    rows.append(
      table.row(.runLength, UInt64(index - start) << 40 | UInt64(end - index) << 32 | 0xFF))
  }
}
