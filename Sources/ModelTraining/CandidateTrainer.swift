// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameComparison
internal import NameModel
internal import TextNormalization

/// Learns word vectors that lie close when two words are spellings of one name.
///
/// Word pairs come from the data or are found in whole names by the built-in aligner. The same
/// rows in the same order give the same bytes.
public struct CandidateTrainer {
  private var entities = TrainingEntities()
  private var pairs = EmbeddingPairs()
  private var parser = NameParser()

  /// Rows for runs of romanized letters, which all scripts share.
  static let sharedRows = 32_768
  /// Rows for runs of letters of a word's own alphabet.
  static let nativeRows = 32_768
  /// Lists that the vectors of a catalogue are laid in.
  static let listCount = 1024

  /// What a training run says of itself, line by line.
  public var report: (String) -> Void = { _ in }

  /// Creates a trainer without data.
  public init() {}

  /// Adds two words that are one name.
  public mutating func addWords(_ a: [UInt8], _ b: [UInt8]) {
    guard let first = TrainingWord(reading: a, &parser),
      let second = TrainingWord(reading: b, &parser)
    else { return }
    pairs.add(first, second)
  }

  /// Adds one name of an entity.
  ///
  /// - Parameters:
  ///   - id: Tells the entity.
  ///   - languages: Language codes with commas between.
  ///   - name: The name.
  public mutating func addName(id: [UInt8], languages: [UInt8], name: [UInt8]) {
    entities.add(id: id, languages: languages, name: name)
  }

  /// Trains.
  ///
  /// - Parameter steps: Batches of word pairs that are gone through.
  /// - Returns: A model file.
  public consuming func train(steps: Int = 5000) -> [UInt8] {
    var sampling = NamePairSampling()
    var extraction = WordPairExtraction(model: SpellingModel.standard.tables)
    for names in entities.names {
      for (a, b) in sampling.pairs(of: names) {
        for (first, second) in extraction.pairs(a, b) { pairs.add(first, second) }
      }
    }
    report("\(pairs.count) word pairs of \(pairs.words.count) words")
    let rows = WordRows(
      pairs.words, sharedRows: Self.sharedRows, nativeRows: Self.nativeRows)
    var batches = PairSampling(pairs)
    var learning = ContrastiveLearning(rowCount: Self.sharedRows + Self.nativeRows)
    var loss: Float = 0
    for step in 1...steps {
      let progress = Float(step) / Float(steps)
      loss += learning.learn(
        batches.next(ContrastiveLearning.batchSize), of: rows, rate: 1 - 0.9 * progress)
      if step % 500 == 0 {
        report("step \(step): loss \(loss / 500)")
        loss = 0
      }
    }
    let centres = SphericalMeans(count: Self.listCount).centres(
      of: rows.spread(count: 40_000).map { learning.vector(of: $0) })
    return EmbeddingModelWriter.bytes(
      sharedRows: Self.sharedRows, nativeRows: Self.nativeRows,
      table: learning.quantisedRows(), centreBlocks: centres)
  }
}
