// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser

/// `namesake evaluate`: measures the commands against labelled data.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures a command against your own labelled data.",
    discussion: """
      Example:
        $ namesake evaluate compare pairs.csv --report pairs.html
      """,
    subcommands: [
      EvaluateCompare.self, EvaluateSearch.self, EvaluateDedupe.self, EvaluateMentions.self,
    ])
}
