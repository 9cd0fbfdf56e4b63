// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Namesake
import RecordFormats
import SystemPackage

/// `namesake dedupe`: tells which names are one entity.
struct Dedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds which names are one entity, in a list or across articles.",
    discussion: """
      Names are lines, tables or JSONL with a field name: each record, in input order, gains
      entity, canonical and score. Articles are JSONL with a field text, .txt files or folders of
      these: one line for each entity, most mentioned first. --use-spans also takes the labels of
      .conll and .iob2 files, and SlavicNER's .tsv with the .txt beside it.

      Example:
        $ namesake dedupe Corpora/wire
        $ namesake dedupe --store people.db --report people.html people.csv
      """)

  @Option(
    help: "Probability from which two names are one (default: 0.75 for names, 0.7 in articles).")
  var threshold: Double?

  @Option(help: "A table of decided pairs: name1,name2,same or different. They always win.")
  var judgements: String?

  @Option(help: "Keep the entities of names in this file, and go on from those that are in it.")
  var store: String?

  @Option(
    help: "Also write a page: of names the weakest links first, of articles who is named where.")
  var report: String?

  @Option(help: "Field of a JSONL record: the name, or the article's text.")
  var field: String?

  @Option(help: "Column of a CSV or TSV table that holds the name, and after a comma the kind's.")
  var select: String?

  @Option(help: "Take the articles' own spans from this field instead of finding names.")
  var useSpans: String?

  @Flag(help: "Give each article back, every span or mention with its entity.")
  var perArticle = false

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsetUnit: OffsetUnit = .scalar

  @OptionGroup var language: LanguageOption
  @OptionGroup var options: RunOptions
  @OptionGroup var input: InputFiles

  func validate() throws {
    guard (0...1).contains(threshold ?? 0) else {
      throw ValidationError("--threshold is a probability from 0 to 1.")
    }
    if columns.count > 2 {
      throw ValidationError("--select takes the name's column and the kind's; others pass through.")
    }
  }

  func run() throws {
    try reportingEnvironment {
      let paths = try input.paths()
      guard let first = paths.first else { return }
      let format = options.inputFormat ?? RecordFormat(path: first)
      if options.inputFormat == nil, useSpans != nil || AnnotatedFile.isTokenTable(first),
        paths.contains(where: AnnotatedFile.reads)
      {
        try articles(.paths(paths))
        return
      }
      if format == .text, options.inputFormat == nil || useSpans != nil || perArticle {
        try articles(.paths(paths))
        return
      }
      var reader = try RecordReader(
        try ByteSource(first), format: options.inputFormat, guessesTables: select != nil)
      let batch = try reader.nextBatch()
      let rest = Array(paths.dropFirst())
      if let batch, reader.format == .jsonl, holdsArticles(batch) {
        try articles(.resumed(reader, batch, rest))
      } else {
        let names = DedupeNames(
          nameField: field ?? columns.first ?? "name",
          kindField: columns.count > 1 ? columns[1] : "kind", options: options,
          threshold: threshold ?? NameResolver.defaultThreshold,
          judgements: judgements.map { FilePath($0) }, store: store,
          report: report.map { FilePath($0) })
        try names.run(reader, after: batch, then: rest)
      }
    }
  }

  private var columns: [String] { select?.split(separator: ",").map(String.init) ?? [] }

  private func articles(_ source: consuming sending ArticleRun.Source) throws {
    if store != nil { throw ValidationError("--store is for names, not for articles.") }
    let decided = try judgements.map { try JudgementFile.read(FilePath($0)) } ?? Judgements()
    let settings = ArticleWorker.Settings(
      textField: field ?? "text", spansField: useSpans, language: language.tag, unit: offsetUnit)
    let work = DedupeArticles(
      run: ArticleRun(settings: settings, options: options),
      resolver: ArticleResolver(
        threshold: threshold ?? ArticleResolver.defaultThreshold, judgements: decided),
      spansField: useSpans, textField: field ?? "text", isPerArticle: perArticle,
      report: report.map { FilePath($0) }, output: options.outputFormat)
    try work.run(source)
  }

  /// Whether JSONL records are articles: the first readable one has a text and no name.
  private func holdsArticles(_ batch: RecordBatch) -> Bool {
    if useSpans != nil || perArticle { return true }
    var json = JSONRecord()
    for record in 0..<batch.count {
      var ignored: [RecordIssue] = []
      guard json.load(record, of: batch, issues: &ignored) else { continue }
      if let field { return field != "name" && json.value(at: "name") == nil }
      return json.value(at: "text") != nil && json.value(at: "name") == nil
    }
    return false
  }
}
