// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ICUText
import StringDistance

/// Checks the name of an ICU transform, and says which one may be meant.
enum TransformName {
  /// How many names are suggested.
  private static let mostSuggestions = 3

  /// Checks that ICU can open a transform.
  ///
  /// - Throws: `ValidationError` that names the part which ICU has not.
  static func validate(_ identifier: String) throws {
    guard ICU.Transform(identifier) == nil else { return }
    let parts = identifier.split(separator: ";").map(trimmed).filter { !$0.isEmpty }
    guard let part = parts.first(where: { ICU.Transform($0) == nil }) else {
      throw ValidationError("ICU \(ICU.version) cannot join the transforms of '\(identifier)'.")
    }
    let near = suggestions(for: part).map { "'\($0)'" }.joined(separator: ", ")
    throw ValidationError(
      "ICU \(ICU.version) has no transform '\(part)'; it has \(near).")
  }

  private static func trimmed(_ part: Substring) -> String {
    var part = part.drop { $0 == " " }
    while part.last == " " { part.removeLast() }
    return String(part)
  }

  private static func suggestions(for part: String) -> [String] {
    let wanted = part.lowercased()
    let ranked = ICU.Transform.identifiers.map { known in
      (
        distance: 1 - StringMetric.levenshtein.similarity(wanted, known.lowercased()), name: known
      )
    }
    return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(mostSuggestions).map(\.name)
  }
}
