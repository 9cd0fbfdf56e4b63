// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// Gives the articles of all inputs: records of JSONL files, whole text files, and tables of marked
/// names.
struct ArticleInput: ~Copyable, BatchSource {
  /// Some articles in order of the input.
  enum Batch: Sendable {
    /// JSONL records.
    case records(RecordBatch)
    /// One text file: its path and content.
    case whole(name: String, bytes: [UInt8])
    /// What was wrong with a table of marked names.
    case trouble([RecordIssue])
  }

  private let paths: [FilePath]
  private let given: Set<FilePath>
  private let format: RecordFormat?
  private let annotations: AnnotatedFile
  private let usesSpans: Bool
  private var nextPath = 0
  private var reader: RecordReader?
  private var first: RecordBatch?

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - paths: Files in order; `-` is standard input.
  ///   - format: Format where the user says it, nil to tell it from each file.
  ///   - settings: Where names that are marked beforehand are read from, and how they are counted.
  init(_ paths: [FilePath], format: RecordFormat?, settings: ArticleWorker.Settings) {
    self.paths = paths
    given = Set(paths)
    self.format = format
    usesSpans = settings.spansField != nil
    annotations = AnnotatedFile(field: settings.spansField ?? "spans", unit: settings.unit)
  }

  /// Goes on with an input that was begun, and then with others.
  ///
  /// - Parameters:
  ///   - reader: The input, after its first batch.
  ///   - first: That batch.
  ///   - paths: The inputs behind it.
  ///   - format: As above.
  ///   - settings: As above.
  init(
    resuming reader: consuming RecordReader, after first: RecordBatch, then paths: [FilePath],
    format: RecordFormat?, settings: ArticleWorker.Settings
  ) {
    self.init(paths, format: format, settings: settings)
    self.reader = consume reader
    self.first = first
  }

  mutating func next() throws(RecordError) -> Batch? {
    if let batch = first {
      first = nil
      return .records(batch)
    }
    while true {
      if let batch = try nextOfReader() { return .records(batch) }
      reader = nil
      guard nextPath < paths.count else { return nil }
      let path = paths[nextPath]
      nextPath += 1
      // The text comes with its table.
      if usesSpans, let table = AnnotatedFile.table(of: path), given.contains(table) { continue }
      if format == nil, AnnotatedFile.reads(path) {
        var issues: [RecordIssue] = []
        reader = try RecordReader(
          try annotations.source(path, issues: &issues), format: .jsonl)
        if issues.isEmpty { continue }
        return .trouble(issues)
      }
      if (format ?? RecordFormat(path: path)) == .text { return try whole(path) }
      let opened = try RecordReader(try ByteSource(path), format: format)
      switch opened.format {
      case .jsonl: reader = consume opened
      // Standard input that is no JSONL is one article.
      case .text: return try rest(of: opened)
      case .csv, .tsv:
        throw RecordError(
          .cannotRead, at: path.string, "articles cannot be read from a table",
          advice: "give JSONL with a field text, or .txt files")
      }
    }
  }

  private mutating func nextOfReader() throws(RecordError) -> RecordBatch? {
    // Taken out, because an optional of a value that cannot be copied has no chaining.
    guard var current = reader.take() else { return nil }
    let batch = try current.nextBatch()
    reader = consume current
    return batch
  }

  private func whole(_ path: FilePath) throws(RecordError) -> Batch {
    var source = try ByteSource(path)
    var bytes: [UInt8] = []
    try source.readToEnd(into: &bytes)
    return .whole(name: path.string, bytes: bytes)
  }

  private func rest(of reader: consuming RecordReader) throws(RecordError) -> Batch {
    let name = reader.file
    var bytes: [UInt8] = []
    while let batch = try reader.nextBatch() {
      for record in 0..<batch.count {
        batch.record(record).withBytes { bytes += $0 }
        bytes.append(0x0A)
      }
    }
    return .whole(name: name, bytes: bytes)
  }
}

extension Span<UInt8> {
  /// Hands a copy of the bytes to a body.
  func withBytes(_ body: ([UInt8]) -> Void) {
    body(unsafe withUnsafeBufferPointer { unsafe [UInt8]($0) })
  }
}
