// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

package import NameComparison
package import NameModel
internal import RecordFormats

extension [UInt8] {
  /// Appends `[{"relation","left","right","similarity","contribution"},…]`.
  ///
  /// - Parameters:
  ///   - comparison: Of two names.
  ///   - left: The first name.
  ///   - leftText: What it was parsed from.
  ///   - right: The second name.
  ///   - rightText: What that was parsed from.
  package mutating func appendEvidence(
    _ comparison: Comparison, _ left: StructuredName, _ leftText: Span<UInt8>,
    _ right: StructuredName, _ rightText: Span<UInt8>
  ) {
    append(UInt8(ascii: "["))
    for (index, piece) in comparison.evidence.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(contentsOf: #"{"relation":"#.utf8)
      appendJSONString(piece.relation.rawValue)
      append(contentsOf: #","left":"#.utf8)
      appendWords(piece.left, of: left, leftText)
      append(contentsOf: #","right":"#.utf8)
      appendWords(piece.right, of: right, rightText)
      append(contentsOf: #","similarity":"#.utf8)
      appendJSONNumber((piece.similarity * 1000).rounded() / 1000)
      append(contentsOf: #","contribution":"#.utf8)
      appendJSONNumber((piece.contribution * 1000).rounded() / 1000)
      append(UInt8(ascii: "}"))
    }
    append(UInt8(ascii: "]"))
  }

  private mutating func appendWords(
    _ positions: [Int], of name: StructuredName, _ text: Span<UInt8>
  ) {
    append(UInt8(ascii: "["))
    for (index, position) in positions.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendJSONString(text.extracting(name.tokens[position].range))
    }
    append(UInt8(ascii: "]"))
  }
}
