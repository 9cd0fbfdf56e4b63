// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import RecordFormats
import SystemPackage

/// Carries articles through mention finding in parallel and hands them on in order.
struct ArticleRun {
  let settings: ArticleWorker.Settings
  let options: RunOptions

  /// Where the articles come from.
  enum Source: ~Copyable {
    case paths([FilePath])
    /// An input that was begun, its first batch, and the inputs behind it.
    case resumed(RecordReader, RecordBatch, [FilePath])
  }

  /// What one batch gave.
  private struct Result<Output: Sendable>: Sendable {
    var output: Output
    var issues: [RecordIssue]
    var records: Int
  }

  /// Runs over all inputs and writes bytes for each article.
  ///
  /// - Returns: What was wrong with the records.
  func run(
    _ source: consuming sending Source,
    write: @escaping @Sendable (FoundArticle, inout [UInt8]) -> Void,
    deliver: ([UInt8]) throws(RecordError) -> Void
  ) throws(RecordError) -> Trouble {
    try run(source, empty: [UInt8](), collect: write, deliver: deliver)
  }

  /// Runs over all inputs and gives the articles in order.
  func articles(
    _ source: consuming sending Source
  ) throws(RecordError) -> (articles: [FoundArticle], trouble: Trouble) {
    var all: [FoundArticle] = []
    let trouble = try run(
      source, empty: [FoundArticle](), collect: { $1.append($0) },
      deliver: { (found) throws(RecordError) in all += found })
    return (all, trouble)
  }

  private func run<Output: Sendable>(
    _ source: consuming sending Source, empty: Output,
    collect: @escaping @Sendable (FoundArticle, inout Output) -> Void,
    deliver: (Output) throws(RecordError) -> Void
  ) throws(RecordError) -> Trouble {
    let input: ArticleInput
    switch consume source {
    case .paths(let paths):
      input = ArticleInput(paths, format: options.inputFormat, settings: settings)
    case .resumed(let reader, let first, let paths):
      input = ArticleInput(
        resuming: reader, after: first, then: paths, format: options.inputFormat,
        settings: settings)
    }
    let settings = self.settings
    let stops = options.onError == .stop
    var trouble = Trouble(options.onError)
    var progress = ProgressReport(options.progress)
    try OrderedPipeline.run(
      threads: options.threadCount,
      source: input,
      makeScratch: { ArticleWorker(settings) },
      work: { worker, batch in
        var issues: [RecordIssue] = []
        let articles = worker.articles(of: batch, stops: stops, issues: &issues)
        var output = empty
        for article in articles { collect(article, &output) }
        return Result(output: output, issues: issues, records: articles.count)
      },
      deliver: { (result) throws(RecordError) -> PipelineVerdict in
        trouble.report(result.issues)
        try deliver(result.output)
        progress.advance(records: result.records, consumed: 0, total: nil)
        return trouble.endsRun ? .stop : .goOn
      })
    progress.finish()
    return trouble
  }
}
