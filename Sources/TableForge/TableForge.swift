// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import ICUText
import SystemPackage
import TextBytes

/// Writes the tables that CNamesakeTables embeds.
@main
struct TableForge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the tables that the library embeds.",
    discussion: """
      Example:
        swift run TableForge --rules Sources/TableForge/Rules \
          --output Sources/CNamesakeTables/tables
      """,
    subcommands: [DiffTables.self, CountTriples.self])

  @Option(help: "Folder of the rule files.")
  var rules = "Sources/TableForge/Rules"

  @Option(help: "Folder of the lexicons.")
  var lexicons = "Sources/TableForge/Lexicons"

  @Option(help: "Folder of words and counts for the model of languages.")
  var languages = "Sources/TableForge/Languages"

  @Option(help: "Folder of the sample articles, for the model of languages.")
  var wire = "Corpora/wire"

  @Option(help: "Folder to write the tables into.")
  var output = "Sources/CNamesakeTables/tables"

  func run() throws {
    for (name, bytes) in try Self.tables(
      rules: FilePath(rules), lexicons: FilePath(lexicons), wire: FilePath(wire),
      languages: FilePath(languages))
    {
      try writeFile(FilePath(output).appending("\(name).bin"), bytes)
      print("\(name).bin \(bytes.count) bytes")
    }
  }

  /// Every table by name, in the order in which they are written.
  static func tables(
    rules: FilePath, lexicons: FilePath, wire: FilePath, languages: FilePath
  ) throws -> [(name: String, bytes: [UInt8])] {
    let key = try KeyMapping(letters: RuleFile(path: rules.appending("key.tsv")))
    let roman = try RomanMapping(folder: rules)
    let han = try HanReadings.tables(path: rules.appending("han-readings.tsv"))
    return [
      ("properties", PropertiesTable.forge()),
      ("key", key.forge()),
      ("fold", FoldMapping.forge()),
      ("nfc", FormMapping.forge(.nfc)),
      ("nfkc", FormMapping.forge(.nfkc)),
      ("latin", roman.forgeLatin()),
      ("ascii", roman.forgeASCII()),
      ("roman", try roman.forgeRules()),
      ("lexicon", try LexiconTable.forge(folder: lexicons, mapping: key)),
      ("concordance", try ConcordanceTable.forge(folder: lexicons, mapping: key)),
      ("languages", try languageModel(lexicons: lexicons, wire: wire, languages: languages)),
    ] + han
  }

  /// The model of languages.
  static func languageModel(
    lexicons: FilePath, wire: FilePath, languages: FilePath
  ) throws -> [UInt8] {
    try LanguageTable.forge(
      sources: LanguageSources(lexicons: lexicons, wire: wire, languages: languages))
  }
}
