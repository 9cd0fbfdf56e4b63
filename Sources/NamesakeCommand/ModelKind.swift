// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// What a model file is for.
enum ModelKind: CaseIterable {
  /// Weights of evidence: `namesake train comparison`.
  case comparison
  /// Piece tables of the learned aligner: `namesake train transliteration`.
  case spelling
  /// Word vectors: `namesake train candidates`.
  case vectors

  /// What it is called.
  var name: String {
    switch self {
    case .comparison: "comparison"
    case .spelling: "spelling"
    case .vectors: "vectors"
    }
  }

  /// What a file of it begins with.
  private var magic: [UInt8] {
    switch self {
    case .comparison: Array("# id comparison-".utf8)
    case .spelling: Array("NSKALIGN".utf8)
    case .vectors: Array("NSKEMBED".utf8)
    }
  }

  /// The kind of a file, told by its first bytes; nil when it is no model.
  init?(of file: [UInt8]) {
    guard let kind = Self.allCases.first(where: { file.starts(with: $0.magic) }) else {
      return nil
    }
    self = kind
  }
}
