// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText
internal import MentionExtraction
internal import NameComparison
internal import StringDistance
internal import TextNormalization

/// What results depend on.
public enum Versions {
  /// The program and the library.
  public static let release = "0.1.0"

  /// One line each: the program, profiles, built-in models, ICU and Unicode.
  public static var lines: [String] {
    let profiles = Profile.allCases.map(\.identifier).joined(separator: " ")
    let unicode = ICU.unicodeVersion
    return [
      "namesake \(release)",
      "profiles \(profiles)",
      "comparison \(ComparisonModel.standard.identifier)",
      "spelling \(SpellingModel.standard.tables.identifier)",
      "vectors \(EmbeddingModel.standard.identifier)",
      "mentions \(TaggerModel.standard.identifier)",
      "ICU \(ICU.version), Unicode \(unicode.major).\(unicode.minor)",
    ]
  }
}
