// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// The features of a comparison: their places, and the names under which a model file lists them.
final class FeatureSpace: Sendable {
  let names: [String]

  /// Curves for two words that are spelt differently.
  struct WordCurves: Sendable {
    /// There is such a pair.
    let present: Int
    /// Log-odds of the letters, over those of a perfect fit.
    let ratio: Ramp
    /// Log-odds of the letters in nats.
    let nats: Ramp
    /// Nats that a perfect fit has more.
    let loss: Ramp
    /// Log-odds with the letters weighed by how surprising they are.
    let surprise: Ramp
  }

  // Words in pairs.
  let sameScript: WordCurves
  let crossScript: WordCurves
  let inflected: WordCurves
  /// Two words of one script whose letters are syllables or words: one of them is much.
  let syllabic: WordCurves
  /// Han characters beside another script: their readings are many and their letters few.
  let readings: WordCurves
  let otherFirstLetter: Int
  let twoKnownNames: Int
  let twoInflectedKnownNames: Int
  let equal: Int
  let equalLength: Ramp
  let equalInformation: Ramp
  let equalNumber: Int
  let equalOptional: Int
  let equalInitial: Int
  let equalCommon: Int
  let initial: Int
  let nickname: Int
  let clash: Int
  let cognate: Int
  let translation: Int
  let sameForm: Int
  let wholeTranslation: Int
  let twoPlaces: Int
  let abbreviation: Int

  // Words alone.
  let missingName: Int
  let missingLength: Ramp
  let missingInformation: Ramp
  let missingInitial: Int
  let missingParticle: Int
  let missingHonorific: Int
  let missingOffice: Int
  let missingGeneration: Int
  let missingLegalForm: Int
  let missingNumber: Int
  let missingCommon: Int

  // The names as wholes.
  let intercept: Int
  let nothingFits: Int
  let oneFits: Int
  let nothingOwnFits: Int
  let allFit: Int
  let conflict: Int
  let conflictBesideFit: Int
  let conflictBesideTwoFits: Int
  let conflictBesideEqual: Int
  let twoConflicts: Int
  let missingOnBothSides: Int
  let reordered: Int
  let singleAgainstMany: Int
  let singleAgainstSingle: Int
  let share: Ramp
  let worstRatio: Ramp
  let totalLoss: Ramp

  /// The one layout.
  static let standard = FeatureSpace()

  private init() {
    var names: [String] = []
    func feature(_ name: String) -> Int {
      names.append(name)
      return names.count - 1
    }
    func ramp(_ name: String, _ knots: [Double]) -> Ramp {
      let start = names.count
      for stretch in 1..<knots.count {
        names.append("\(name) \(knots[stretch - 1])...\(knots[stretch])")
      }
      return Ramp(start: start, knots: knots)
    }
    let ratios = [-1, -0.6, -0.3, -0.1, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1, 1.2]
    let information: [Double] = [6, 9, 12, 15, 18, 22, 26, 32]
    let losses: [Double] = [-6, -2, 2, 5, 8, 12, 16, 22, 30]
    func curves(_ name: String) -> WordCurves {
      WordCurves(
        present: feature("\(name) pair"), ratio: ramp("\(name) ratio", ratios),
        nats: ramp("\(name) nats", [-10, -5, 0, 4, 8, 12, 16, 22, 32]),
        loss: ramp("\(name) loss", losses),
        surprise: ramp("\(name) surprise", [-10, -4, 0, 3, 6, 9, 12, 16, 22, 30]))
    }
    intercept = feature("intercept")
    sameScript = curves("same script")
    crossScript = curves("cross script")
    inflected = curves("inflected")
    syllabic = curves("syllabic")
    readings = curves("readings")
    otherFirstLetter = feature("first letters that differ")
    twoKnownNames = feature("two known names")
    twoInflectedKnownNames = feature("two known names inflected")
    equal = feature("equal")
    equalLength = ramp("equal letters", [1, 3, 5, 7, 10])
    equalInformation = ramp("equal information", information)
    equalNumber = feature("equal number")
    equalOptional = feature("equal optional")
    equalInitial = feature("equal initial")
    equalCommon = feature("equal common word")
    initial = feature("initial")
    nickname = feature("nickname")
    clash = feature("clash")
    cognate = feature("cognate")
    translation = feature("translation")
    sameForm = feature("same form")
    wholeTranslation = feature("whole translation")
    twoPlaces = feature("two places")
    abbreviation = feature("abbreviation")
    missingName = feature("missing name")
    missingLength = ramp("missing letters", [1, 4, 8])
    missingInformation = ramp("missing information", information)
    missingInitial = feature("missing initial")
    missingParticle = feature("missing particle")
    missingHonorific = feature("missing honorific")
    missingOffice = feature("missing office")
    missingGeneration = feature("missing generation")
    missingLegalForm = feature("missing legal form")
    missingNumber = feature("missing number")
    missingCommon = feature("missing common word")
    nothingFits = feature("nothing fits")
    oneFits = feature("one fits")
    nothingOwnFits = feature("only common words fit")
    allFit = feature("all fit")
    conflict = feature("conflict")
    conflictBesideFit = feature("conflict beside a fit")
    conflictBesideTwoFits = feature("conflict beside two fits")
    conflictBesideEqual = feature("conflict beside an equal word")
    twoConflicts = feature("two conflicts")
    missingOnBothSides = feature("missing on both sides")
    reordered = feature("reordered")
    singleAgainstMany = feature("single against many")
    singleAgainstSingle = feature("single against single")
    share = ramp("share of letters", [0, 0.2, 0.4, 0.6, 0.8, 1])
    worstRatio = ramp("worst ratio", ratios)
    totalLoss = ramp("total loss", losses)
    self.names = names
  }
}
