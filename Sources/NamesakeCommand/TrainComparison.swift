// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ModelTraining
import Namesake
import RecordFormats
import SystemPackage

/// `namesake train comparison`: learns how much each kind of evidence counts.
struct TrainComparison: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comparison",
    abstract: "Learns how much each kind of evidence counts.",
    discussion: """
      DATA are csv or tsv files with the columns label (1 for one name, 0 for two), name1, name2
      and optionally kind (person, org or place), weight (how much the pair counts beside the
      others; 1 if it is left out) and list (a number: of the pairs with one number, which follow
      each other, the one with label 1 is to score highest, and the others say nothing else).

      Example:
        $ namesake train comparison pairs.tsv -o weights.tsv
      """)

  @Argument(help: "Tables of pairs.")
  var data: [String]

  @Option(name: .shortAndLong, help: "The model file to write.")
  var output: String

  func run() throws {
    try reportingEnvironment {
      var trainer = ComparisonTrainer()
      trainer.report = { Messages.print($0) }
      for file in data {
        let path = FilePath(file)
        let columns = try TableRows.columns(of: path)
        for name in ["label", "name1", "name2"] where !columns.contains(name) {
          throw RecordError(
            .missingColumn, at: file, "the table has no column \u{201C}\(name)\u{201D}",
            advice: "name the columns label, name1 and name2 in the first line")
        }
        let wanted = ["label", "name1", "name2", "kind", "weight", "list"]
        try TableRows.read(path, columns: wanted) { pair in
          trainer.add(
            pair[1], pair[2], kind: KindField(pair[3]).kind, isSame: pair[0] == Array("1".utf8),
            weight: Self.weight(pair[4]), list: Int(String(decoding: pair[5], as: UTF8.self)))
        }
      }
      let model = trainer.train()
      let text = model.text(card: ["made of \(trainer.count) pairs by namesake train comparison"])
      var sink = try OutputSink(creating: FilePath(output))
      try sink.write(text.utf8Span.span)
      try sink.finish()
    }
  }

  /// A weight that is no positive number counts as 1.
  private static func weight(_ field: [UInt8]) -> Float {
    guard let weight = Float(String(decoding: field, as: UTF8.self)), weight > 0 else { return 1 }
    return weight
  }
}
