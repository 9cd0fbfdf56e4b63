// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import MatchEvaluation
import SystemPackage

/// `namesake evaluate compare`: how well scores tell pairs of one name from pairs of two.
struct EvaluateCompare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Measures compare: precision, recall, calibration, over all and by category.",
    discussion: """
      GOLD is csv, tsv or jsonl with the fields label (1 for one name, 0 for two), name1, name2
      and optionally kind (person, org or place) and category. Precision, recall and F1 hold at the
      threshold; AUC and recall at 5 % false positives take a category's positives against the
      negatives of all categories. Categories of fewer than 20 pairs count over all only.
      The reliability table is in text and jsonl; csv and tsv hold the other measures.

      Example:
        label,name1,name2
        1,Erdoğan,Эрдоган
        0,Erdoğan,Lavrov
        $ namesake evaluate compare pairs.csv --format text --report pairs.html
      """)

  @Argument(help: "The labelled pairs; - is standard input. .gz and .zst are unpacked.")
  var gold: String

  @Option(help: "Probability from which two names match.")
  var threshold = 0.5

  @Option(help: "Also write a page with the curves to this file.")
  var report: String?

  @OptionGroup var model: ModelOption
  @OptionGroup var options: RunOptions

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold is a probability from 0 to 1.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      let models = try model.load(for: [.comparison, .spelling])
      var reading = GoldRun(GoldPairWork(models: models), options: options)
      try reading.read(FilePath(gold))
      let pairs = PairMeasures(reading.items, threshold: threshold)
      try pairs.evaluation(models: models)
        .write(gold: gold, report: report, format: options.outputFormat)
      try reading.trouble.finish()
    }
  }
}
