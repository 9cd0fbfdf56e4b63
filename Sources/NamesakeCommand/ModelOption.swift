// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import NameCatalog
import NameComparison
import RecordFormats
import StringDistance
import SystemPackage

/// Models in place of the built-in ones.
struct ModelOption: ParsableArguments {
  @Option(
    name: .customLong("model"),
    help: "A model that namesake train wrote, instead of the built-in one; once for each kind.")
  var files: [String] = []

  /// Loads the models.
  ///
  /// - Parameter used: The kinds that the command has a use for.
  /// - Returns: The models given, and the built-in ones of the other kinds.
  /// - Throws: When a file is no model, is damaged, or is of a kind that the command does not use.
  func load(for used: [ModelKind]) throws(RecordError) -> ModelChoice {
    var models = ModelChoice()
    var seen: [ModelKind] = []
    for file in files {
      var source = try ByteSource(FilePath(file))
      var bytes: [UInt8] = []
      try source.readToEnd(into: &bytes)
      guard let kind = ModelKind(of: bytes) else {
        throw RecordError(
          .cannotRead, at: file, "this is no model", advice: "give a file that namesake train wrote"
        )
      }
      guard used.contains(kind) else {
        throw RecordError(
          .cannotRead, at: file, "this is a model of \(kind.name), which this command does not use",
          advice: "give one of \(used.map(\.name).joined(separator: " or "))")
      }
      guard !seen.contains(kind) else {
        throw RecordError(
          .cannotRead, at: file, "this is a second model of \(kind.name)", advice: "give one")
      }
      seen.append(kind)
      try models.take(bytes, as: kind, from: file)
    }
    return models
  }
}

/// The models of a run.
struct ModelChoice: Sendable {
  private(set) var comparison = ComparisonModel.standard
  private(set) var spelling = SpellingModel.standard
  /// nil for the built-in one, which is only touched where it is used.
  private var chosenVectors: EmbeddingModel?

  /// The word vectors.
  var vectors: EmbeddingModel { chosenVectors ?? .standard }

  fileprivate mutating func take(
    _ bytes: [UInt8], as kind: ModelKind, from file: String
  ) throws(RecordError) {
    switch kind {
    case .comparison:
      do throws(ComparisonModel.Fault) {
        comparison = try ComparisonModel(text: String(decoding: bytes, as: UTF8.self))
      } catch {
        throw Self.damaged(kind, file, error.message)
      }
    case .spelling:
      guard let tables = AlignerModel(lasting: bytes) else { throw Self.damaged(kind, file) }
      spelling = SpellingModel(tables: tables)
    case .vectors:
      guard let model = EmbeddingModel(lasting: bytes) else { throw Self.damaged(kind, file) }
      chosenVectors = model
    }
  }

  private static func damaged(
    _ kind: ModelKind, _ file: String, _ detail: String? = nil
  ) -> RecordError {
    RecordError(
      .cannotRead, at: file,
      "this model of \(kind.name) is damaged or of another version"
        + (detail.map { " (\($0))" } ?? ""),
      advice: "train it again with this version of namesake")
  }

  /// Kinds and identifiers: `comparison comparison-95234-1f…, spelling 5c…`.
  func description(_ kinds: [ModelKind]) -> String {
    kinds.map { "\($0.name) \(identifier($0))" }.joined(separator: ", ")
  }

  /// What tells a model from others of its kind.
  func identifier(_ kind: ModelKind) -> String {
    switch kind {
    case .comparison: comparison.identifier
    case .spelling: spelling.tables.identifier
    case .vectors: vectors.identifier
    }
  }

  /// A comparator with its own scratch memory.
  func makeComparator() -> NameComparator {
    NameComparator(model: comparison, spelling: spelling)
  }

  /// A searcher with its own scratch memory.
  func makeSearcher(_ index: NameIndex) -> NameSearcher {
    NameSearcher(index, model: comparison, spelling: spelling)
  }

  /// Opens an index that was made with the word vectors.
  ///
  /// - Throws: `ExitStatus` after a message.
  func openIndex(_ path: String) throws -> NameIndex {
    do throws(IndexError) {
      return try NameIndex(path: path, model: vectors)
    } catch {
      Messages.print("namesake: \(error)")
      throw ExitStatus.usage
    }
  }
}
