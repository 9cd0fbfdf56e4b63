// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ICUText
import SystemPackage
import TextBytes

/// How often the names of each language have which triple of letters.
///
/// A file of counts, not of names: `triple<TAB>language count language count …`, sorted; the
/// edges of words are written `_`.
struct TripleCounts {
  /// Occurrences, all languages together, below which a triple is left out of the file.
  static let fewest = 4

  private(set) var counts: [String: [String: Int]] = [:]

  /// Reads a file of counts.
  init(path: FilePath) throws {
    for line in try String(decoding: readFile(path), as: UTF8.self).split(separator: "\n")
    where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      let words = fields.dropFirst().first?.split(separator: " ") ?? []
      for pair in stride(from: 0, to: words.count - 1, by: 2) {
        counts[String(fields[0]), default: [:]][String(words[pair])] = Int(words[pair + 1])
      }
    }
  }

  /// Counts the triples of lines `language,language,…<TAB>name`.
  init(names: String) {
    let known = Set(LanguageSources.groups.filter { $0.languages.count > 1 }.flatMap(\.languages))
    for line in names.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { continue }
      for word in LanguageTable.words(in: String(fields[1])) {
        let letters = [LetterFeature.edge] + word + [LetterFeature.edge]
        for index in 2..<letters.count {
          let triple = Self.text(letters[(index - 2)...index])
          for language in fields[0].split(separator: ",") where known.contains(String(language)) {
            counts[triple, default: [:]][String(language), default: 0] += 1
          }
        }
      }
    }
  }

  /// Counts of a language by the code of the triple.
  func codes(of language: String) -> [UInt64: Int] {
    var codes: [UInt64: Int] = [:]
    for (triple, languages) in counts {
      guard let count = languages[language] else { continue }
      let letters = triple.unicodeScalars.map { $0 == "_" ? LetterFeature.edge : $0.value }
      if letters.count == 3, let code = LetterFeature.triple(letters[0], letters[1], letters[2]) {
        codes[code] = count
      }
    }
    return codes
  }

  /// The file's text.
  var text: String {
    var lines = [
      "# Letter triples in names, by language. Counts alone: no name can be read off them.\n",
      "# Made by `TableForge count`; README.md beside it says from what.\n",
      "# Columns: triple (_ for the edge of a word), then languages with their counts\n",
    ]
    for (triple, languages) in counts.sorted(by: { $0.key < $1.key })
    where languages.values.reduce(0, +) >= Self.fewest {
      let list = languages.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      lines.append("\(triple)\t\(list.joined(separator: " "))\n")
    }
    return lines.joined()
  }

  private static func text(_ letters: ArraySlice<UInt32>) -> String {
    String(
      String.UnicodeScalarView(
        letters.compactMap { $0 == LetterFeature.edge ? "_" : Unicode.Scalar($0) }))
  }
}

/// `TableForge count`: names to counts of triples.
struct CountTriples: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: "Counts the triples of letters in names, for the model of languages.",
    discussion: """
      Reads lines of languages (with commas between), a tab and a name; writes counts.

      Example:
        TableForge count names.tsv > Sources/TableForge/Languages/name-triples.tsv
      """)

  @Argument(help: "File of names.")
  var names: String

  func run() throws {
    let text = try String(decoding: readFile(FilePath(names)), as: UTF8.self)
    print(TripleCounts(names: text).text, terminator: "")
  }
}
