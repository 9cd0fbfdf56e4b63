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
        $ namesake train transliteration names.tsv words.tsv -o spelling.model
      """)

  @Argument(help: "Tables of names or of word pairs.")
  var data: [String]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    try reportingEnvironment {
      var trainer = TransliterationTrainer()
      trainer.report = { Messages.print($0) }
      for file in data {
        let path = FilePath(file)
        let columns = try TableRows.columns(of: path)
        if columns.contains("word1"), columns.contains("word2") {
          try TableRows.read(path, columns: ["word1", "word2", "count"]) { row in
            trainer.addWords(
              row[0], row[1], times: Int(String(decoding: row[2], as: UTF8.self)) ?? 1)
          }
        } else if columns.contains("id"), columns.contains("name") {
          try TableRows.read(path, columns: ["id", "languages", "name"]) { row in
            trainer.addName(id: row[0], languages: row[1], name: row[2])
          }
        } else {
          throw RecordError(
            .cannotRead, at: file, "the table has neither id and name nor word1 and word2",
            advice: "name the columns in the first line")
        }
      }
      let model = trainer.train()
      var sink = try OutputSink(creating: FilePath(output))
      try sink.write(model.span)
      try sink.finish()
    }
  }
}
