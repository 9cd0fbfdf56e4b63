// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import MatchEvaluation
import RecordFormats
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
        $ namesake evaluate compare pairs.tsv --format text --report pairs.html
      """)

  @Argument(help: "The labelled pairs; - is standard input. .gz and .zst are unpacked.")
  var gold: String

  @Option(help: "Probability from which two names match.")
  var threshold = 0.5

  @Option(help: "Also write a page with the curves to this file.")
  var report: String?

  @OptionGroup var options: RunOptions

  func validate() throws {
    guard (0...1).contains(threshold) else {
      throw ValidationError("--threshold is a probability from 0 to 1.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      var reading = EvaluateGold(options: options)
      try reading.read(FilePath(gold))
      // Measures of a part would pass for measures of the whole.
      if reading.trouble.endsRun { return try reading.trouble.finish() }
      guard !reading.pairs.isEmpty else {
        throw RecordError(
          .cannotRead, at: gold, "there is no labelled pair to measure",
          advice: "give records with label (1 or 0), name1 and name2")
      }
      let groups = EvaluateGroups(reading.pairs, threshold: threshold)
      var sink = OutputSink()
      try sink.write(EvaluateWriter(groups: groups).bytes(options.outputFormat).span)
      try sink.finish()
      if let report {
        let source = FilePath(gold).lastComponent?.string ?? gold
        try EvaluateReport(groups: groups, source: source).page.write(to: FilePath(report))
      }
      try reading.trouble.finish()
    }
  }
}
