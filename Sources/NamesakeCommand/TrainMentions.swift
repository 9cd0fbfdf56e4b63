// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ModelTraining
import Namesake
import RecordFormats
import SystemPackage

/// `namesake train mentions`: learns to find names in articles.
struct TrainMentions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentions",
    abstract: "Learns to find names in running text.",
    discussion: """
      DATA are JSONL records with text, language and entities: all names of the text as
      [{"start":0,"end":7,"type":"PER"},…], end exclusive. Types other than persons, bodies and
      places count as no names. They may also be tables of tokens with labels (.conll, .conllu,
      .iob2), or SlavicNER's .tsv with the .txt beside it.

      Example:
        $ namesake train mentions articles.jsonl -o mentions.model
      """)

  @Argument(help: "Files of articles.")
  var data: [String]

  @Option(help: "Field of the names, a dotted path.")
  var entities = "entities"

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsetUnit: OffsetUnit = .scalar

  @Option(help: "Times that all articles are gone through.")
  var rounds = MentionTrainer.Settings().rounds

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    try reportingEnvironment {
      var trainer = MentionTrainer()
      trainer.report = { Messages.print($0) }
      let reader = LabelledArticles(spans: MarkedSpans(field: entities, unit: offsetUnit))
      var trouble = Trouble(.skip)
      for file in data {
        let issues = try reader.read(FilePath(file)) { text, language, names in
          trainer.add(text.span, language: language, names: names)
        }
        trouble.report(issues)
      }
      var settings = MentionTrainer.Settings()
      settings.rounds = rounds
      let model = trainer.train(settings)
      var sink = try OutputSink(creating: FilePath(output))
      try sink.write(model.span)
      try sink.finish()
      try trouble.finish()
    }
  }
}
