// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// Names marked by other tools, in tables of tokens and tables of names.
@Suite("files of marked names", .serialized)
struct MarkedFilesTests {
  private let runner = CommandRunner()

  private static let table = """
    Angela\tB-PER
    Merkel\tI-PER
    met\tO
    Merkel\tB-PER
    .\tO

    """

  @Test("the labels of a table of tokens are the spans of an article")
  func useSpans() {
    let file = runner.file("wire.conll", Self.table)
    let run = runner.run(["dedupe", "--use-spans", "ner", "--per-article", file])
    #expect(run.code == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        #"{"id":"wire","text":"Angela Merkel met Merkel.","ner":[{"start":0,"end":13,"type":"PER","#
          + #""entity":"#))
    let entities = runner.run(["dedupe", "--use-spans", "ner", "--format", "jsonl", file])
    #expect(entities.lines.count == 1)
    let found = runner.run(["mentions", "--format", "text", file])
    #expect(found.output.contains("0–13  Angela Merkel"))
  }

  @Test("a table of names with the text beside it; what does not stand there is told")
  func standoff() {
    _ = runner.file("a.txt", "Ĺ. Angela Merkel spoke.")
    let table = runner.file(
      "a.tsv",
      "3\t16\tAngela Merkel\tAngela Merkel\tPER\tPER-Angela-Merkel\n0\t4\tNobody\t\tPER\t\n")
    let run = runner.run(["dedupe", "--use-spans", "spans", "--format", "jsonl", table])
    #expect(run.code == 1)
    #expect(run.errors.contains("a.tsv:2:1: “Nobody” does not stand at 0–4"))
    #expect(run.output.contains(#""name":"Angela Merkel","kind":"person""#))
    #expect(run.lines.count == 1)
    let both = runner.run(
      ["dedupe", "--use-spans", "spans", "--format", "jsonl", "\(runner.folder)/a.txt", table])
    #expect(both.output == run.output)
  }

  @Test("they are gold to measure by and articles to learn from")
  func evaluateAndTrain() {
    let file = runner.file("gold.iob2", Self.table)
    let run = runner.run(["evaluate", "mentions", file, "--format", "text"])
    #expect(run.code == 0)
    #expect(run.output.contains("1 articles, 2 mentions"))
    let trained = runner.run(["train", "mentions", file, "-o", "\(runner.folder)/a.model"])
    #expect(trained.code == 0)
    #expect(trained.errors.contains("2 names in 1 lines"))
    let none = runner.run(["evaluate", "mentions", runner.file("none.conll", "a\tb\n")])
    #expect(none.code == 2)
    #expect(none.errors.contains("none.conll:1:1: no column holds labels"))
  }
}
