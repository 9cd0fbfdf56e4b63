// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser

/// `namesake train`: learns the models from a user's own data.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Learns a model from your own data.",
    discussion: """
      The model is one file; --model gives it to the other commands in place of the built-in one.
      The same data in the same order gives the same bytes.

      Example:
        $ namesake train transliteration names.tsv words.tsv -o spelling.model
      """,
    subcommands: [
      TrainTransliteration.self, TrainCandidates.self, TrainComparison.self, TrainMentions.self,
    ])
}
