// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Says in features how two names lie beside one another.
///
/// Each pair of words, and each word alone, gives features of its own, whose weighted sum is what
/// that word contributes; the names as wholes give the rest.
struct PairFeatures {
  private let space = FeatureSpace.standard
  private var lefts = 0
  private var rights = 0
  private var fitting = 0
  private var fittingOwn = 0
  private var equals = 0
  private var conflicts = 0
  private var fittingLetters = 0.0
  private var letters = 0.0
  private var worst = 1.0
  private var loss = 0.0
  private var missingLeft = false
  private var missingRight = false

  /// Nats that a letter of a perfect fit gives, about: the unit of ratios.
  static let natsPerLetter = 2.2
  /// Nats of a letter in the upper bound that losses are counted from.
  static let mostNatsPerLetter = 2.4

  /// Nats up to which words have nothing in common, more or less.
  private static let strangeNats = -5.0
  /// Nats from which a loss is no greater.
  private static let mostLost = 30.0

  /// Information of a letter of a word that is neither common nor rare.
  static let plainNatsPerLetter = 2.6

  /// Likeness of two words' letters: 1 for a perfect fit, 0 for words that have nothing in common.
  static func ratio(_ item: NameAlignment.Item) -> Double {
    item.match.nats / (natsPerLetter * max(meanLetters(item), 1))
  }

  private static func meanLetters(_ item: NameAlignment.Item) -> Double {
    let left = item.left?.letters ?? 0
    let right = item.right?.letters ?? 0
    return Double(left + right) / 2
  }

  /// Emits what a pair of words, or one word alone, contributes.
  mutating func emit(_ item: NameAlignment.Item, to sink: inout some FeatureSink) {
    if item.left != nil { lefts += 1 }
    if item.right != nil { rights += 1 }
    guard let left = item.left, let right = item.right else {
      return emitAlone(item, to: &sink)
    }
    let mean = Self.meanLetters(item)
    letters += 2 * mean
    var isFitting = true
    switch item.match.relation {
    case .equal:
      emitEqual(left, right, mean, to: &sink)
    case .initial: sink.add(space.initial, 1)
    case .nickname: sink.add(space.nickname, 1)
    case .cognate: sink.add(space.cognate, 1)
    case .translation: sink.add(space.translation, 1)
    case .abbreviation: sink.add(space.sameForm, 1)
    case .conflict where item.match == .clash || item.match == .otherForm:
      sink.add(space.clash, 1)
      isFitting = false
    default:
      let curves = curves(item.match.relation, left.script, right.script)
      let isStrange = item.match.nats <= Self.strangeNats
      // Words without anything in common are so in one way, however long they are.
      let ratio = isStrange ? -1 : Self.ratio(item)
      let lost = isStrange ? Self.mostLost : Self.mostNatsPerLetter * mean - item.match.nats
      sink.add(curves.present, 1)
      if left.script == right.script, left.firstLetter != right.firstLetter {
        sink.add(space.otherFirstLetter, 1)
      }
      if left.isKnownName, right.isKnownName, left.script == right.script {
        let isInflected = item.match.relation == .inflection
        sink.add(isInflected ? space.twoInflectedKnownNames : space.twoKnownNames, 1)
      }
      curves.ratio.emit(ratio, to: &sink)
      curves.nats.emit(item.match.nats, to: &sink)
      curves.loss.emit(lost, to: &sink)
      let information = (left.information + right.information) / 2
      let plain = Self.plainNatsPerLetter * mean
      let surprise = item.match.nats - plain + information
      curves.surprise.emit(isStrange ? -Self.mostLost : surprise, to: &sink)
      isFitting = item.match.nats > 0
      if item.match.relation != .inflection {
        worst = min(worst, ratio)
        if isFitting { loss += lost }
      }
    }
    if left.isCommon, right.isCommon, isFitting {
      // Two banks are not one bank: such words count for themselves and vouch for no other.
      letters -= 2 * mean
    } else if isFitting {
      fitting += 1
      if !left.isOptional || !right.isOptional { fittingOwn += 1 }
      fittingLetters += 2 * mean
    } else {
      conflicts += 1
    }
  }

  /// The curves that weigh two words which are not equal.
  private func curves(
    _ relation: Relation, _ first: Script, _ second: Script
  ) -> FeatureSpace.WordCurves {
    if relation == .inflection { return space.inflected }
    if first == second {
      return first == .han || first == .hangul ? space.syllabic : space.sameScript
    }
    return first == .han || second == .han ? space.readings : space.crossScript
  }

  private mutating func emitEqual(
    _ left: NameUnit, _ right: NameUnit, _ mean: Double, to sink: inout some FeatureSink
  ) {
    if left.role == .number {
      sink.add(space.equalNumber, 1)
    } else if left.isOptional, right.isOptional {
      sink.add(space.equalOptional, 1)
    } else if left.role == .initial {
      sink.add(space.equalInitial, 1)
    } else if left.isCommon {
      sink.add(space.equalCommon, 1)
    } else {
      sink.add(space.equal, 1)
      space.equalLength.emit(mean, to: &sink)
      space.equalInformation.emit((left.information + right.information) / 2, to: &sink)
      equals += 1
    }
  }

  private mutating func emitAlone(_ item: NameAlignment.Item, to sink: inout some FeatureSink) {
    guard let token = item.left ?? item.right else { return }
    let count = Double(token.letters)
    letters += count
    if !token.isOptional {
      if item.right == nil { missingLeft = true } else { missingRight = true }
    }
    switch token.role {
    case .name where token.isCommon: sink.add(space.missingCommon, 1)
    case .name:
      sink.add(space.missingName, 1)
      space.missingLength.emit(count, to: &sink)
      space.missingInformation.emit(token.information, to: &sink)
    case .initial: sink.add(space.missingInitial, 1)
    case .particle: sink.add(space.missingParticle, 1)
    case .honorific: sink.add(space.missingHonorific, 1)
    case .office: sink.add(space.missingOffice, 1)
    case .generation: sink.add(space.missingGeneration, 1)
    case .legalForm: sink.add(space.missingLegalForm, 1)
    case .number: sink.add(space.missingNumber, 1)
    }
  }

  /// Whether words contradict each other and none fits.
  var hasOnlyConflicts: Bool { conflicts > 0 && fitting == 0 }

  /// Emits what the names as wholes contribute, after every item.
  ///
  /// Neighbours that the other name writes as one word count as one.
  ///
  /// - Parameters:
  ///   - isReordered: Whether words that fit stand in another order.
  ///   - sink: Takes the features.
  func emitWhole(isReordered: Bool, to sink: inout some FeatureSink) {
    sink.add(space.intercept, 1)
    switch fitting {
    case 0: sink.add(space.nothingFits, 1)
    case 1: sink.add(space.oneFits, 1)
    default: break
    }
    if fittingOwn == 0 { sink.add(space.nothingOwnFits, 1) }
    if fitting == lefts, fitting == rights { sink.add(space.allFit, 1) }
    if conflicts > 0 {
      sink.add(space.conflict, 1)
      if fitting > 0 { sink.add(space.conflictBesideFit, 1) }
      if fitting > 1 { sink.add(space.conflictBesideTwoFits, 1) }
      if equals > 0 { sink.add(space.conflictBesideEqual, 1) }
      if conflicts > 1 { sink.add(space.twoConflicts, 1) }
    }
    if missingLeft, missingRight { sink.add(space.missingOnBothSides, 1) }
    if isReordered { sink.add(space.reordered, 1) }
    let fewest = min(lefts, rights)
    let most = max(lefts, rights)
    if fewest == 1 { sink.add(most > 1 ? space.singleAgainstMany : space.singleAgainstSingle, 1) }
    space.share.emit(fittingLetters / max(letters, 1), to: &sink)
    space.worstRatio.emit(worst, to: &sink)
    space.totalLoss.emit(loss, to: &sink)
  }
}
