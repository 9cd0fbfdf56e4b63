// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
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
    version: Versions.lines.joined(separator: "\n"),
    subcommands: [
      Normalize.self, Transliterate.self, Compare.self, IndexNames.self, Search.self,
      Mentions.self, Dedupe.self, Evaluate.self, Train.self, Bench.self, Selftest.self,
    ])
}
