// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import MentionExtraction
public import NameModel
public import TextNormalization

/// Learns to find names in running text from articles whose names are marked.
///
/// A structured perceptron with averaged weights: each line is labelled with the weights so far, and
/// where a label is wrong the rows of its unit are moved one step. Labels other than the right one
/// get a handicap in their favour, so that right answers win with a margin. Everything is counted in
/// integers: the same articles in the same order give the same bytes on every machine.
///
/// - Reference: Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002,
///   doi:10.3115/1118693.1118694.
public struct MentionTrainer {
  private var examples = TaggingExamples(rowCount: MentionTrainer.rowCount)

  /// Rows of the table of weights, 8 bytes each.
  static let rowCount = 240_000

  /// What a training run says of itself, line by line.
  public var report: (String) -> Void = { _ in }

  /// How the weights are learned.
  public struct Settings: Sendable {
    /// Times that all lines are gone through.
    public var rounds = 10
    /// Handicap of the right label.
    public var margin: Int32 = 100
    /// Further handicap of the right label where the wrong one is to leave a name out.
    public var recallMargin: Int32 = 100
    /// In how many of 8 units what tells one word from all others is left out.
    public var unknownWords = 2

    /// The settings that the shipped model was made with.
    public init() {}
  }

  /// Creates a trainer without data.
  public init() {}

  /// Adds an article.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - language: Its language, nil to guess it.
  ///   - names: UTF-8 bytes of every name in it and what it names, in any order.
  public mutating func add(
    _ text: Span<UInt8>, language: LanguageTag?, names: [(range: Range<Int>, kind: NameKind)]
  ) {
    examples.add(text, language: language, names: names)
  }

  /// Trains.
  ///
  /// - Returns: A model file.
  public consuming func train(_ settings: Settings = Settings()) -> [UInt8] {
    report("\(examples.nameCount) names in \(examples.lineEnds.count) lines")
    var learning = TagLearning(rowCount: Self.rowCount, settings: settings)
    var random = SeededRandom(seed: 6)
    var order = Array(examples.lineEnds.indices)
    for round in 1...max(1, settings.rounds) {
      order.shuffle(using: &random)
      var wrong = 0
      for line in order { wrong += learning.learn(line, of: examples, &random) }
      report("round \(round): \(wrong) of \(examples.labels.count) labels wrong")
    }
    return TaggerModelWriter.bytes(learning.averaged(), scripts: examples.scripts)
  }
}
