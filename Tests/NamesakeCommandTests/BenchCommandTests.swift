// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// `namesake bench` goes through every stage and checks its input; no time is tested.
@Suite("bench", .serialized)
struct BenchCommandTests {
  private let runner = CommandRunner()
  private static let nameStages = [
    "read", "normalize", "parse", "compare", "index", "search", "dedupe",
  ]
  private static let quick = ["--seconds", "0", "--progress", "never"]

  private func stages(_ arguments: [String], input: String) -> [String] {
    let run = runner.run(
      ["bench", "--format", "jsonl"] + Self.quick + arguments, input: input)
    #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
    for line in run.lines {
      for field in [#""unit":"#, #""per_second":"#, #""verdict":"#] {
        #expect(line.contains(field), "\(line)")
      }
    }
    return run.lines.map { line in
      String(line.dropFirst(#"{"stage":""#.count).prefix { $0 != "\"" })
    }
  }

  @Test(
    "names go through every stage, whatever the format",
    arguments: [
      "Angela Merkel\nАнгела Меркель\nSergey Lavrov\n",
      "id,name\n1,Angela Merkel\n2,Sergey Lavrov\n",
      "{\"name\":\"Angela Merkel\"}\n{\"name\":\"Sergey Lavrov\",\"kind\":\"person\"}\n",
      "Angela Merkel\n",
    ])
  func names(input: String) { #expect(stages([], input: input) == Self.nameStages) }

  @Test("articles go through theirs")
  func articles() {
    let article = #"{"text":"Kremlin spokesman Dmitry Peskov denied it.","language":"en"}"# + "\n"
    #expect(stages([], input: article) == ["read", "normalize", "mentions", "link"])
    let told = stages(["--as", "names", "--field", "text"], input: article)
    #expect(told == Self.nameStages)
  }

  @Test("the verdict is in words, beside what was found")
  func text() {
    let run = runner.run(
      ["bench", "--format", "text"] + Self.quick,
      input: "Angela Merkel\nАнгела Меркель\nSergey Lavrov\n")
    #expect(run.code == 0 && run.output.hasPrefix("3 names, "))
    #expect(run.output.contains("too few to judge; 2 entities"))
    #expect(run.output.contains("100.0 % find themselves"))
  }

  @Test("bad input is told in one line")
  func badInput() {
    let empty = runner.run(["bench"], input: "\n \n")
    #expect(empty.code == 2 && empty.output.isEmpty)
    #expect(empty.errors.contains("there is no text in it; give a file with a name"))
    let lost = runner.run(["bench", "nowhere.csv"])
    #expect(lost.code == 2 && lost.errors.contains("nowhere.csv"))
    let column = runner.run(["bench", "--input-format", "csv"], input: "a,b\n1,2\n")
    #expect(column.code == 2 && column.errors.contains("name the column with --select"))
    let broken = runner.run(
      ["bench"] + Self.quick, input: "{\"name\":\"Angela Merkel\"}\n{broken\n")
    #expect(broken.code == 1 && broken.errors.contains("1 bad record"))
    #expect(runner.run(["bench", "--queries", "0"]).code == 2)
  }
}
