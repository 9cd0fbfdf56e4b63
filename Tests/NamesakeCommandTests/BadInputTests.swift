// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// Bad input never stops a run, is told in one line that says what to do, and shows in the code.
@Suite("bad input", .serialized)
struct BadInputTests {
  private let runner = CommandRunner()

  @Test("nothing in, nothing out", arguments: ["normalize", "mentions", "dedupe"])
  func empty(command: String) {
    let run = runner.run([command])
    #expect(run.code == 0 && run.output.isEmpty && run.errors.isEmpty)
  }

  @Test("a broken JSON line is skipped, named and counted")
  func brokenLine() {
    let input =
      #"{"text":"Angela Merkel spoke."}"# + "\n{broken\n"
      + #"{"text":"Angela Merkel left."}"# + "\n"
    let path = runner.file("broken.jsonl", input)
    for command in ["mentions", "dedupe"] {
      let run = runner.run([command, path])
      #expect(run.code == 1)
      #expect(run.errors.contains("\(path):2:2: ") && run.errors.contains("; each line must be"))
      #expect(run.errors.contains("1 bad record\n"))
      #expect(run.lines.count == (command == "mentions" ? 2 : 1))
    }
    let stopped = runner.run(["mentions", "--on-error", "stop", path])
    #expect(stopped.code == 1 && stopped.lines.count == 1)
  }

  @Test("a NUL byte is no text")
  func binary() {
    let path = runner.file("data.bin", [0x45, 0x00, 0xFF, 0x0A, 0x45, 0x0A])
    let run = runner.run(["normalize", path])
    #expect(run.code == 1 && run.lines == ["e \u{FFFD}", "e"])
    #expect(run.errors.contains("data.bin:1:2: a NUL byte"))
  }

  @Test("invalid UTF-8 is repaired and reported")
  func invalidUTF8() {
    let path = runner.file("bad.txt", [0x41, 0xFF, 0x42, 0x0A])
    let run = runner.run(["normalize", path])
    #expect(run.code == 1 && run.lines == ["a\u{FFFD}b"])
    #expect(run.errors.contains("bad.txt:1:1: this is not UTF-8"))
  }

  @Test("a missing column names the columns that exist")
  func missingColumn() {
    let path = runner.file("m.csv", "a,b\n1,2\n")
    for arguments in [["compare", "--pairs", path], ["dedupe", path]] {
      let run = runner.run(arguments)
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(run.errors.contains("there is no column") && run.errors.contains("“a”, “b”"))
    }
  }

  @Test("a record without the field passes through and is reported")
  func missingField() {
    let run = runner.run(["normalize", "--field", "name"], input: #"{"a":1}"# + "\n")
    #expect(run.code == 1 && run.output == #"{"a":1}"# + "\n")
    #expect(run.errors.contains("has no text in “name”"))
  }

  @Test("an unknown kind is reported, the pair is compared all the same")
  func unknownKind() {
    let run = runner.run(
      ["compare", "--pairs", "-"], input: #"{"name1":"A","name2":"B","kind":"ship"}"# + "\n")
    #expect(run.code == 1 && run.output.contains(#""score":"#))
    #expect(run.errors.contains("“ship” is no kind of name; give person, org or place"))
  }

  @Test("a file that is not there is an environment error")
  func noFile() {
    let run = runner.run(["mentions", "/nowhere/x.jsonl"])
    #expect(run.code == 2 && run.errors.contains("/nowhere/x.jsonl: cannot open"))
  }

  @Test(
    "usage errors say what is right, with code 2",
    arguments: [
      (["compare", "a"], "Give two names, or --pairs FILE."),
      (["normalize", "--profil", "key"], "Did you mean '--profile'?"),
      (["dedupe", "--threshold", "7"], "--threshold is a probability from 0 to 1."),
      (["normalize", "--offsets"], "--offsets needs --field"),
      (["mentions", "--language", "?!"], "is no BCP 47 tag"),
      (["normalize", "--transform", "Any-Lattin"], "it has 'Any-Latin'"),
      (["normalize", "--transform", "Any-Latin; Nowhere"], "has no transform 'Nowhere'"),
      (
        ["normalize", "--transform", "Any-Latin", "--profile", "key"],
        "--transform runs ICU instead of a --profile"
      ),
      (
        ["normalize", "--transform", "Any-Latin", "--field", "a", "--offsets"],
        "ICU's transforms tell no positions"
      ),
      (["normalize", "--threads", "0"], "--threads is a number from 1"),
    ])
  func usage(row: ([String], String)) {
    let run = runner.run(row.0)
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.errors.contains(row.1), "\(run.errors)")
  }

  @Test("a single line of megabytes takes its time and no more")
  func longLine() {
    let line = String(repeating: "Erdoğan ", count: 250_000)
    let run = runner.run(["normalize"], input: line + "\n")
    #expect(run.code == 0 && run.output.utf8.count == 250_000 * 8)
  }
}
