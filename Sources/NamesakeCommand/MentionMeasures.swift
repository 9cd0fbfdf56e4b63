// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import MatchEvaluation
import Namesake

/// Labelled articles measured over all, by kind and by category.
struct MentionMeasures {
  /// A row: some of the articles, or their mentions of one kind.
  struct Row {
    let kind: NameKind?
    let category: String?
    var articles = 0
    var spans = SpanEvaluation()
    /// Found exactly, with a right base form that is known; and how many have it.
    var named = 0
    var wellNamed = 0
    /// Threads of mentions found exactly, as the label and as we number them.
    var threads: [(gold: [Int], found: [Int])] = []

    init(kind: NameKind? = nil, category: String? = nil) {
      (self.kind, self.category) = (kind, category)
    }
  }

  private let articles: [GoldArticle]
  private let rows: [Row]

  init(_ articles: [GoldArticle]) {
    self.articles = articles
    var rows = [Row()] + [NameKind.person, .org, .place].map { Row(kind: $0) }
    for article in articles {
      for row in rows.indices { rows[row].add(article) }
    }
    for (name, places) in CategoryGroups.of(articles, by: \.category) {
      var row = Row(category: name)
      for place in places { row.add(articles[place]) }
      rows.append(row)
    }
    self.rows = rows
  }

  /// What is said of them.
  func evaluation() -> Evaluation {
    var table = MeasureTable([
      .init("category", "category"), .init("kind", "kind"), .init("articles", "articles"),
      .init("mentions", "mentions"), .init("precision", "precision"),
      .init("recall", "recall"), .init("f1", "F1"), .init("typed_f1", "F1 with kind"),
      .init("overlap_f1", "F1 of overlaps"), .init("base_form", "base form right"),
      .init("thread_b_cubed_f1", "threads, B³ F1"),
    ])
    for row in rows { table.add(row.cells) }
    let all = rows[0].spans.exact
    let count = Int(all.truePositives + all.falseNegatives)
    return Evaluation(
      title: "Mentions",
      summary: [
        "\(articles.count) articles, \(count) mentions; \(Int(all.truePositives)) found exactly, "
          + "\(Int(all.falsePositives)) found that are none."
      ],
      models: "mentions \(TaggerModel.standard.identifier)", figures: [scatter],
      note: "Precision, recall and F1 of exactly the same places; with kind, the kind as well; of "
        + "overlaps, any common character. Base forms and threads of mentions found exactly whose "
        + "label has them. Categories of fewer than \(CategoryGroups.fewest) articles count over "
        + "all only.",
      table: table)
  }

  private var scatter: String {
    var plot = SVGPlot(x: "recall", y: "precision")
    for row in rows where row.spans.exact.truePositives > 0 {
      let exact = row.spans.exact
      let name = row.category ?? row.kind?.rawValue ?? "over all"
      plot.dot(
        exact.recall, exact.precision, style: row.category == nil ? "two" : "one",
        label: row.category == nil ? name : "",
        tip: "\(name): precision \(exact.precision.fixed(3)), recall \(exact.recall.fixed(3))")
    }
    return plot.figure(
      title: "Exact spans.", caption: "Rings over all and by kind, dots by category.")
  }
}

extension MentionMeasures.Row {
  mutating func add(_ article: GoldArticle) {
    let gold = article.gold.filter { kind == nil || $0.kind == kind }
    // At a mention whose kind nobody says every kind may be right.
    let others = kind == nil ? [] : article.gold.filter { $0.kind == nil }.map(\.range)
    let found = article.found.filter { kind == nil || $0.kind == kind }
    articles += 1
    spans.add(
      gold: gold.map { LabelledSpan(range: $0.range, kind: $0.kind?.rawValue) },
      found: found.map { LabelledSpan(range: $0.range, kind: $0.kind?.rawValue) },
      ignored: article.ignored + others)
    let truth = Dictionary(gold.map { ($0.range, $0) }) { first, _ in first }
    var both: (gold: [Int], found: [Int]) = ([], [])
    for span in found {
      guard let right = truth[span.range] else { continue }
      if let name = right.name {
        named += 1
        wellNamed += normalize(name, profile: .nfc) == span.name ? 1 : 0
      }
      if let thread = right.thread, let own = span.thread {
        both.gold.append(thread)
        both.found.append(own)
      }
    }
    if !both.gold.isEmpty { threads.append(both) }
  }

  var cells: [MeasureTable.Cell] {
    let exact = spans.exact
    let mentions = exact.truePositives + exact.falseNegatives
    let isFound = exact.truePositives + exact.falsePositives > 0
    let told = { (value: Double, isTold: Bool) in MeasureTable.Cell.measure(isTold ? value : nil) }
    return [
      .label(category), .label(kind?.rawValue ?? "all"), .count(articles),
      .count(Int(mentions)),
      told(exact.precision, isFound), told(exact.recall, mentions > 0),
      told(exact.f1, isFound && mentions > 0), told(spans.typed.f1, isFound && mentions > 0),
      told(spans.overlapping.f1, isFound && mentions > 0),
      told(Double(wellNamed) / Double(max(named, 1)), named > 0),
      told(threadF1, !threads.isEmpty),
    ]
  }

  /// Numbers of threads belong to their article.
  private var threadF1: Double {
    struct Label: Hashable {
      let article: Int
      let thread: Int
    }
    let gold = threads.enumerated().flatMap { article, both in
      both.gold.map { Label(article: article, thread: $0) }
    }
    let found = threads.enumerated().flatMap { article, both in
      both.found.map { Label(article: article, thread: $0) }
    }
    return BCubed(gold: gold, predicted: found).f1
  }
}
