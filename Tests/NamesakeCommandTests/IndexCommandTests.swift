// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// `index` and `search` as the contract says, and what a killed or failed build leaves behind.
@Suite("index and search", .serialized)
struct IndexCommandTests {
  private let runner = CommandRunner()

  private let people = """
    id,name,kind
    Q7747,Vladimir Putin,person
    Q58217,Sergey Lavrov,person
    Q15031,Xi Jinping,person
    Q649,Moscow,place
    Q58217,Sergei Viktorovich Lavrov,person

    """

  private func built(_ content: String, _ name: String = "people.csv") -> String {
    let index = "\(runner.folder)/people.index"
    #expect(runner.run(["index", runner.file(name, content), "-o", index]).code == 0)
    return index
  }

  @Test("one line for each query, in order, best first, one result for each id")
  func search() {
    let index = built(people)
    let queries = "Путин\nЛавров\n\n习近平\n"
    let run = runner.run(
      ["search", "--index", index, "--format", "jsonl", "--input-format", "text"], input: queries)
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.lines.count == 4)
    #expect(run.lines[0].hasPrefix(#"{"query":"Путин","results":[{"id":"Q7747","name":"Vladimir"#))
    #expect(run.lines[1].hasPrefix(#"{"query":"Лавров","results":[{"id":"Q58217""#))
    #expect(run.lines[2] == #"{"query":"","results":[]}"#)
    #expect(run.lines[3].contains(#"[{"id":"Q15031","name":"Xi Jinping","score":0."#))
    for threads in ["1", "3"] {
      let again = runner.run(
        ["search", "--index", index, "--format", "jsonl", "--threads", threads], input: queries)
      #expect(again.output == run.output)
    }
  }

  @Test("limit, least score and kind")
  func options() {
    let index = built(people)
    let base = ["search", "--index", index, "--format", "jsonl"]
    let one = runner.run(base + ["--limit", "1"], input: "Sergey Lavrov\n")
    #expect(one.output.utf8.count { $0 == UInt8(ascii: "[") } == 1 && !one.output.contains("},{"))
    let sure = runner.run(base + ["--min-score", "1"], input: "Lavroff\n")
    #expect(sure.lines == [#"{"query":"Lavroff","results":[]}"#])
    let place = runner.run(base + ["--kind", "place"], input: "Vladimir Putin\n")
    #expect(!place.output.contains("Q7747"))
    let all = runner.run(base + ["--exhaustive"], input: "Moscow\n")
    #expect(all.output.contains(#"[{"id":"Q649""#))
  }

  @Test("lines and JSON are indexed too; a missing column and a strange kind are told")
  func inputs() {
    let lines = built("Angela Merkel\nOlaf Scholz\n", "people.txt")
    let found = runner.run(["search", "--index", lines, "--format", "jsonl"], input: "Шольц\n")
    #expect(found.output.contains(#"{"id":"2","name":"Olaf Scholz""#))
    let json = built(#"{"id":7,"name":"Olaf Scholz"}"# + "\n", "people.jsonl")
    let number = runner.run(["search", "--index", json, "--format", "jsonl"], input: "Scholz\n")
    #expect(number.output.contains(#"{"id":"7""#))
    let target = "\(runner.folder)/bad.index"
    let missing = runner.run(["index", runner.file("a.csv", "key,name\n1,Putin\n"), "-o", target])
    #expect(missing.code == 2 && missing.errors.contains("id"))
    let kind = runner.run(
      ["index", runner.file("k.csv", "id,name,kind\n1,Putin,tsar\n"), "-o", target])
    #expect(kind.code == 1 && kind.errors.contains("“tsar” is no kind of name"))
  }

  @Test("a file that is no index, or a damaged one, ends with a message")
  func refused() {
    let other = runner.file("other.index", "id,name\n")
    let run = runner.run(["search", "--index", other], input: "Putin\n")
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(
      run.errors == "namesake: \(other): this is no index; make one with namesake index\n")
    let index = built(people)
    #expect(runner.shell("truncate -s -1 '\(index)'").code == 0)
    let cut = runner.run(["search", "--index", index], input: "Putin\n")
    #expect(cut.code == 2 && cut.errors.contains("cut short"))
  }

  @Test("a build that is killed, or that fills the disk, leaves the old index whole")
  func survives() {
    let index = built(people)
    let before = runner.shell("cksum '\(index)'").output
    let long = runner.file(
      "long.txt", (0..<60_000).map { "Name\($0) Other\($0 % 977)" }.joined(separator: "\n"))
    let command = "'\(CommandRunner.command)' index '\(long)' -o '\(index)'"
    for delay in ["0.05", "0.4", "1"] {
      _ = runner.shell("timeout -s KILL \(delay) \(command)")
      let after = runner.shell("cksum '\(index)'").output
      let search = runner.run(["search", "--index", index, "--format", "jsonl"], input: "Путин\n")
      #expect(search.code == 0)
      if after == before { #expect(search.output.contains("Q7747")) }
    }
    let small = built(people)
    // A limit on the size of files ends the write like a full disk.
    let full = runner.shell("trap '' XFSZ; ulimit -f 64; \(command)")
    #expect(full.code == 2 && full.errors.contains("cannot write"))
    #expect(runner.shell("cksum '\(small)'").output == before)
    #expect(!runner.shell("ls '\(runner.folder)'").output.contains(".part"))
  }

  @Test("a merge that is killed, or that fills the disk, loses nothing")
  func survivesMerging() {
    let index = built(people)
    let names = (0..<20_000).map { "m\($0),Name\($0) Other\($0 % 977)" }.joined(separator: "\n")
    let more = runner.file("more.csv", "id,name\n\(names)\nQ567,Angela Merkel\n")
    #expect(runner.run(["index", more, "-o", index, "--add"]).code == 0)
    let merge = "'\(CommandRunner.command)' index -o '\(index)' --merge"
    let full = runner.shell("trap '' XFSZ; ulimit -f 64; \(merge)")
    #expect(full.code == 2 && full.errors.contains("cannot write"))
    for delay in ["0.05", "0.4", "1", "60"] {
      _ = runner.shell("timeout -s KILL \(delay) \(merge)")
      let search = runner.run(
        ["search", "--index", index, "--format", "jsonl"], input: "Путин\nМеркель\n")
      #expect(search.code == 0)
      #expect(search.output.contains("Q7747") && search.output.contains("Q567"))
    }
    #expect(!runner.shell("ls '\(runner.folder)'").output.contains(".delta"))
  }

  @Test("names are added, ids removed, and both merged")
  func changes() {
    let index = built(people)
    let more = runner.file("more.csv", "id,name,kind\nQ567,Angela Merkel,person\n")
    #expect(runner.run(["index", more, "-o", index, "--add"]).code == 0)
    let ids = ["index", "-o", index, "--remove", "--input-format", "text"]
    #expect(runner.run(ids, input: "Q7747\n").code == 0)
    let search = ["search", "--index", index, "--format", "jsonl"]
    let changed = runner.run(search, input: "Меркель\nPutin\n")
    #expect(changed.lines[0].contains(#"[{"id":"Q567""#))
    #expect(!changed.output.contains("Q7747"))
    #expect(runner.run(["index", "-o", index, "--merge"]).code == 0)
    #expect(!runner.shell("ls '\(runner.folder)'").output.contains(".delta"))
    #expect(runner.run(search, input: "Меркель\nPutin\n").output == changed.output)
    let none = runner.run(["index", more, "-o", "\(runner.folder)/none.index", "--add"])
    #expect(none.code == 2 && none.errors.contains("cannot open"))
  }
}
