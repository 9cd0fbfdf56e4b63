// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ICUText
import Namesake

/// `namesake`: the root of the commands.
struct NamesakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "namesake",
    abstract: "Finds names in any language and script, and tells which are the same.",
    discussion: """
      Example:
        $ namesake dedupe Corpora/wire
      """,
    version: version,
    subcommands: [
      Normalize.self, Transliterate.self, Compare.self, IndexNames.self, Search.self,
      Mentions.self, Dedupe.self, Evaluate.self, Train.self, Bench.self, Selftest.self,
    ])

  /// Program, normalization profiles, models, ICU and Unicode.
  static var version: String {
    let models = ModelChoice()
    let unicode = ICU.unicodeVersion
    let profiles = Profile.allCases.map(\.identifier).joined(separator: " ")
    return """
      namesake 0.1.0
      profiles \(profiles)
      comparison \(models.identifier(.comparison))
      spelling \(models.identifier(.spelling))
      vectors \(models.identifier(.vectors))
      mentions \(TaggerModel.standard.identifier)
      ICU \(ICU.version), Unicode \(unicode.major).\(unicode.minor)
      """
  }
}
