// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats

/// The evidence of a comparison, as JSON and as lines that a desk editor understands.
struct Explanation: Sendable {
  let left: StructuredName
  let right: StructuredName
  let leftText: [UInt8]
  let rightText: [UInt8]
  let comparison: Comparison

  /// Appends `[{"relation","left","right","similarity","contribution"},…]`.
  func appendJSON(to json: inout [UInt8]) {
    json.appendEvidence(comparison, left, leftText.span, right, rightText.span)
  }

  /// One step from no evidence to the score.
  struct Step {
    /// Log-odds (natural logarithm) that it adds.
    let contribution: Double
    /// What it is, for a desk editor.
    let sentence: String
  }

  /// The steps whose contributions make up the log-odds of the score: what was known before the
  /// words, then each piece of evidence.
  ///
  /// - Parameter quote: Makes words of the names fit for the text around them.
  /// - Returns: The steps in the order of the names' words.
  func steps(quoting quote: (String) -> String = { $0 }) -> [Step] {
    let before = Step(contribution: comparison.prior, sentence: "before looking at the words")
    return [before]
      + comparison.evidence.map { piece in
        let isWhole = piece.relation == .translation || piece.relation == .abbreviation
        let first =
          isWhole
          ? String(decoding: leftText, as: UTF8.self)
          : words(piece.left, left, leftText).joined(separator: " ")
        let second =
          isWhole
          ? String(decoding: rightText, as: UTF8.self)
          : words(piece.right, right, rightText).joined(separator: " ")
        return Step(
          contribution: piece.contribution,
          sentence: sentence(
            piece, first.isEmpty ? "" : quote(first), second.isEmpty ? "" : quote(second)))
      }
  }

  /// What a reader should be wary of, if anything.
  var caution: String? {
    left.hasMixedScripts || right.hasMixedScripts
      ? "a word mixes letters of two scripts that look alike" : nil
  }

  /// Appends one indented line for each step, after a line feed.
  func appendText(to text: inout [UInt8]) {
    for step in steps() {
      text += Array("\n  \(Self.signed(step.contribution))  \(step.sentence)".utf8)
    }
    if let caution { text += Array("\n         \(caution)".utf8) }
  }

  private func sentence(_ piece: Evidence, _ first: String, _ second: String) -> String {
    switch piece.relation {
    case .equal: "\(first) = \(second), the same word"
    case .spelling: "\(first) ~ \(second), another spelling"
    case .transliteration: "\(first) ~ \(second), the same sounds in another script"
    case .inflection: "\(first) ~ \(second), another case of the same word"
    case .initial: "\(first) ~ \(second), an initial that fits"
    case .nickname: "\(first) ~ \(second), a short form of the same name"
    case .cognate: "\(first) ~ \(second), the same name in another language"
    case .abbreviation: "\(first) ~ \(second), the first letters"
    case .translation: "\(first) = \(second), listed as one"
    case .optional: "\(first)\(second), may be left out"
    case .missing: "\(first)\(second), only in one of the names"
    case .conflict: "\(first) ≠ \(second), different words"
    }
  }

  private func words(_ positions: [Int], _ name: StructuredName, _ text: [UInt8]) -> [String] {
    positions.map { String(decoding: text[name.tokens[$0].range], as: UTF8.self) }
  }

  /// A contribution with its sign: `+2.4`, padded to five places.
  static func signed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let digits = "\(tenths < 0 ? "−" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    return String(repeating: " ", count: max(0, 5 - digits.count)) + digits
  }
}
