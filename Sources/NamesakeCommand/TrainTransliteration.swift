// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ModelTraining
import RecordFormats
import SystemPackage

/// `namesake train transliteration`: learns how names are spelt across scripts and languages.
struct TrainTransliteration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transliteration",
    abstract: "Learns how names are spelt across scripts and languages.",
    discussion: """
      DATA are csv or tsv files with a header. Rows with id, languages and name are names: all
      names of one id are one person or thing (languages: codes with commas between). Rows with
      word1, word2 and optionally count are words in two spellings.

      Example:
        $ namesake train transliteration names.tsv words.tsv -o spellings.model
      """)

  @Argument(help: "Tables of names or of word pairs.")
  var data: [String]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    try reportingEnvironment {
      var trainer = TransliterationTrainer()
      trainer.report = { Messages.print($0) }
      try TrainingTables.read(data) { row in
        switch row {
        case let .words(first, second, times): trainer.addWords(first, second, times: times)
        case let .name(id, languages, text):
          trainer.addName(id: id, languages: languages, name: text)
        }
      }
      let model = trainer.train()
      var sink = try OutputSink(creating: FilePath(output))
      try sink.write(model.span)
      try sink.finish()
    }
  }
}
