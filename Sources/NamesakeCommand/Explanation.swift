// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake
import RecordFormats

/// The evidence of a comparison, as JSON and as lines that a desk editor understands.
struct Explanation {
  let left: StructuredName
  let right: StructuredName
  let leftText: [UInt8]
  let rightText: [UInt8]
  let comparison: Comparison

  /// Appends `[{"relation","left","right","similarity","contribution"},…]`.
  func appendJSON(to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    for (index, piece) in comparison.evidence.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      var members = JSONMembers()
      members.add("relation", string: piece.relation.rawValue)
      members.add("left") { append(words(piece.left, left, leftText), to: &$0) }
      members.add("right") { append(words(piece.right, right, rightText), to: &$0) }
      members.add("similarity", thousandths(piece.similarity))
      members.add("contribution", thousandths(piece.contribution))
      json.appendJSONObject(members)
    }
    json.append(UInt8(ascii: "]"))
  }

  /// Appends one indented line for each piece, after a line feed.
  func appendText(to text: inout [UInt8]) {
    text += Array("\n  \(signed(comparison.prior))  before looking at the words".utf8)
    for piece in comparison.evidence {
      let isWhole = piece.relation == .translation || piece.relation == .abbreviation
      let first =
        isWhole
        ? String(decoding: leftText, as: UTF8.self)
        : words(piece.left, left, leftText).joined(separator: " ")
      let second =
        isWhole
        ? String(decoding: rightText, as: UTF8.self)
        : words(piece.right, right, rightText).joined(separator: " ")
      text += Array("\n  \(signed(piece.contribution))  \(sentence(piece, first, second))".utf8)
    }
    if left.hasMixedScripts || right.hasMixedScripts {
      text += Array("\n         a word mixes letters of two scripts that look alike".utf8)
    }
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

  private func append(_ words: [String], to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    for (index, word) in words.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json.appendJSONString(word)
    }
    json.append(UInt8(ascii: "]"))
  }

  private func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private func signed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let digits = "\(tenths < 0 ? "−" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    return String(repeating: " ", count: max(0, 5 - digits.count)) + digits
  }
}
