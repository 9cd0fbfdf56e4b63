// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Foundation

/// Texts of the sample wire by language, each repeated up to a megabyte.
public struct Wire: Sendable {
  /// UTF-8 of each language's text.
  public let texts: [String: [UInt8]]
  /// Every article once: language and text.
  public let articles: [(language: String, text: String)]

  /// The sample wire of this checkout.
  public static let shared = Wire()

  /// The fields of an article that matter here.
  private struct Record: Decodable {
    var language: String
    var text: String
  }

  private init() {
    do {
      try self.init(reading: Self.folder)
    } catch {
      fatalError("the sample wire cannot be read: \(error)")
    }
  }

  private static var folder: URL {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appendingPathComponent("Corpora/wire")
  }

  private init(reading folder: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var articles: [(language: String, text: String)] = []
    for file in files where file.hasSuffix(".jsonl") {
      let content = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for line in content.split(separator: "\n") {
        let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
        articles.append((record.language, record.text))
      }
    }
    var texts: [String: [UInt8]] = [:]
    for (language, group) in Dictionary(grouping: articles, by: \.language) {
      let once = group.map(\.text).joined(separator: "\n").utf8
      var bytes: [UInt8] = []
      while bytes.count < 1_000_000 { bytes += once }
      texts[language] = bytes
    }
    self.texts = texts
    self.articles = articles
  }
}
