// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import EntityResolution
import MentionExtraction
import RecordFormats
import SystemPackage
import TextNormalization

/// The sample wire with its gold, and what the engine finds in it.
struct WireCorpus {
  struct GoldMention: Hashable {
    var article: String
    var start: Int
    var end: Int
  }

  /// Articles in the order of their files.
  private(set) var ids: [String] = []
  private(set) var languages: [String] = []
  private(set) var texts: [[UInt8]] = []
  /// Entity of each gold mention, by its place in UTF-8 bytes.
  private(set) var gold: [GoldMention: String] = [:]
  private(set) var kinds: [GoldMention: String] = [:]

  /// Folder of the package, found from this file.
  static var root: FilePath {
    var path = FilePath(#filePath)
    for _ in 0..<3 { path.removeLastComponent() }
    return path
  }

  init() throws {
    for file in try FolderListing.files(in: Self.root.appending("Corpora/wire")) {
      try readArticles(file)
    }
    try readGold(Self.root.appending("Corpora/wire-gold.jsonl"))
  }

  private mutating func readArticles(_ path: FilePath) throws {
    var json = JSONRecord()
    var reader = try RecordReader(try ByteSource(path))
    while let batch = try reader.nextBatch() {
      for record in 0..<batch.count {
        _ = json.load(batch.record(record))
        ids.append(Self.string("id", in: json.root, json))
        languages.append(Self.string("language", in: json.root, json))
        texts.append(Array(Self.string("text", in: json.root, json).utf8))
      }
    }
  }

  private mutating func readGold(_ path: FilePath) throws {
    let places = Dictionary(uniqueKeysWithValues: zip(ids, texts))
    var json = JSONRecord()
    var reader = try RecordReader(try ByteSource(path))
    while let batch = try reader.nextBatch() {
      for record in 0..<batch.count {
        _ = json.load(batch.record(record))
        let id = Self.string("id", in: json.root, json)
        guard let list = json.value(at: "mentions") else { continue }
        var elements: [JSONValue] = []
        json.forEachElement(of: list) { elements.append($0) }
        for element in elements {
          let offsets = [
            Self.number("start", in: element, json), Self.number("end", in: element, json),
          ]
          let bytes = Self.byteOffsets(of: offsets, in: places[id] ?? [])
          let place = GoldMention(article: id, start: bytes[0], end: bytes[1])
          gold[place] = Self.string("entity", in: element, json)
          kinds[place] = Self.string("kind", in: element, json)
        }
      }
    }
  }

  private static func string(
    _ path: JSONPath, in object: JSONValue?, _ json: borrowing JSONRecord
  ) -> String {
    guard let value = json.value(at: path, in: object) else { return "" }
    return json.string(value) ?? ""
  }

  private static func number(
    _ path: JSONPath, in object: JSONValue, _ json: borrowing JSONRecord
  ) -> Int {
    guard let value = json.value(at: path, in: object) else { return -1 }
    return json.integer(value) ?? -1
  }

  private static func byteOffsets(of offsets: [Int], in text: [UInt8]) -> [Int] {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return offsets.map { offset in
      scalars.prefix(offset).reduce(0) { $0 + UTF8.width($1) }
    }
  }

  /// Mentions of every article, found by the engine.
  func mentions() -> [[Mention]] {
    zip(languages, texts).map { language, text in
      var extractor = MentionExtractor(language: LanguageTag(language))
      return extractor.extract(text.span)
    }
  }
}
