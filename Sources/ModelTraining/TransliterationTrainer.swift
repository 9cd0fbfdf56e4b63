// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import StringDistance
internal import TextNormalization

/// Learns how names are spelt across scripts and languages.
///
/// First from word pairs and from names of as many words laid side by side; then twice more from
/// word pairs that the tables found in whole names. The same rows in the same order give the same
/// bytes.
public struct TransliterationTrainer {
  private var entities = TrainingEntities()
  private var given: [(TrainingWord, TrainingWord, weight: Float)] = []
  private var parser = NameParser()

  /// Word pairs that two alphabets need for a table of their own.
  static let fewestPairs = 600
  /// The same for two alphabets neither of which is Latin: romanizations serve them well.
  static let fewestForeignPairs = 1200
  /// Word pairs that a table is trained on, at most.
  static let mostPairs = 160_000
  /// Rounds of finding word pairs in whole names.
  static let extractions = 2

  /// What a training run says of itself, line by line.
  public var report: (String) -> Void = { _ in }

  /// Creates a trainer without data.
  public init() {}

  /// Adds a pair of words and how often it was seen.
  public mutating func addWords(_ a: [UInt8], _ b: [UInt8], times: Int) {
    guard let first = word(a), let second = word(b) else { return }
    given.append((first, second, weight: Float(max(times, 1))))
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

  private mutating func word(_ text: [UInt8]) -> TrainingWord? {
    let name = parser.parse(text.span, kind: nil)
    let words = name.tokens.filter { !$0.letters.isEmpty }
    guard let first = words.first, words.allSatisfy({ $0.script == first.script }) else {
      return nil
    }
    return TrainingWord.joined(
      words.map {
        TrainingWord(
          alphabet: NameLetters.alphabet(of: $0.script), letters: $0.letters,
          roman: NameLetters.romanLetters(of: $0.roman))
      })
  }

  /// Trains.
  ///
  /// - Returns: A model file.
  public func train() -> [UInt8] {
    var sampling = NamePairSampling()
    let pairs = entities.names.flatMap { sampling.pairs(of: $0) }
    report("\(given.count) word pairs, \(entities.names.count) entities, \(pairs.count) name pairs")
    var collection = WordPairCollection()
    addGiven(to: &collection)
    for (a, b) in pairs {
      for (first, second, weight) in WordPairExtraction.byPlace(a, b) {
        collection.add(first, second, weight: weight)
      }
    }
    var bytes = model(of: collection)
    for round in 1...Self.extractions {
      report("extraction \(round)")
      var extraction = WordPairExtraction(model: Self.load(bytes))
      collection = WordPairCollection()
      addGiven(to: &collection)
      for (a, b) in pairs {
        for (first, second) in extraction.pairs(a, b) { collection.add(first, second) }
      }
      bytes = model(of: collection)
    }
    return bytes
  }

  private func addGiven(to collection: inout WordPairCollection) {
    for (first, second, weight) in given { collection.add(first, second, weight: weight) }
  }

  private func model(of collection: WordPairCollection) -> [UInt8] {
    var tables: [TrainedTable] = []
    for alphabets in collection.alphabets {
      let pairs = collection.pairs(of: alphabets, limit: Self.mostPairs)
      let isForeign =
        alphabets.first != alphabets.second && alphabets.second != Script.latin.number
      guard pairs.count >= (isForeign ? Self.fewestForeignPairs : Self.fewestPairs) else {
        continue
      }
      tables.append(
        table(first: alphabets.first, second: alphabets.second, pairs, shape: alphabets.shape))
    }
    let roman = collection.romanPairs(limit: Self.mostPairs)
    if !roman.isEmpty {
      let alphabet = NameLetters.romanAlphabet
      tables.append(table(first: alphabet, second: alphabet, roman, shape: .spellings))
    }
    return AlignerModelWriter.bytes(of: tables, rarity: rarity())
  }

  private func rarity() -> [UInt8] {
    var trainer = LetterRarityTrainer()
    for names in entities.names {
      for name in names { for word in name.words { trainer.add(word.roman) } }
    }
    return trainer.table()
  }

  private func table(
    first: UInt8, second: UInt8, _ pairs: [WordPair], shape: PieceShape
  ) -> TrainedTable {
    var trainer = MultigramTrainer(pairs: pairs, shape: shape)
    let pieces = trainer.train()
    report("  \(first)-\(second): \(pairs.count) pairs, \(pieces.count) pieces")
    return TrainedTable(
      first: first, second: second, pieces: pieces, identity: first == second ? 3 : 0)
  }

  /// The model stays in memory for the run: it is read in place.
  private static func load(_ bytes: [UInt8]) -> AlignerModel {
    guard let model = AlignerModel(lasting: bytes) else {
      preconditionFailure("a model that was just written cannot be read")
    }
    return model
  }
}
