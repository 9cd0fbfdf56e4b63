// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ModelTraining
import RecordFormats
import SystemPackage

/// `namesake train candidates`: learns word vectors for finding names.
struct TrainCandidates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "Learns word vectors, by which an index finds the names worth comparing.",
    discussion: """
      DATA are csv or tsv files with a header. Rows with id, languages and name are names: all
      names of one id are one person or thing (languages: codes with commas between). Rows with
      word1 and word2 are words in two spellings.

      Example:
        $ namesake train candidates names.tsv words.tsv -o vectors.model
      """)

  @Argument(help: "Tables of names or of word pairs.")
  var data: [String]

  @Option(help: "Batches of 512 word pairs that are gone through.")
  var steps = 5000

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func validate() throws {
    guard steps >= 1 else { throw ValidationError("--steps is a number from 1.") }
  }

  func run() throws {
    try reportingEnvironment {
      var trainer = CandidateTrainer()
      trainer.report = { Messages.print($0) }
      try TrainingTables.read(data) { row in
        switch row {
        case let .words(first, second, _): trainer.addWords(first, second)
        case let .name(id, languages, text):
          trainer.addName(id: id, languages: languages, name: text)
        }
      }
      let model = trainer.train(steps: steps)
      var sink = try OutputSink(creating: FilePath(output))
      try sink.write(model.span)
      try sink.finish()
    }
  }
}
