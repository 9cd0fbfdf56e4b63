// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

@Suite("transliterate", .serialized)
struct TransliterateCommandTests {
  private let runner = CommandRunner()

  @Test("one line a name, in order, best first, with shares of the probability")
  func readers() {
    let run = runner.run(
      ["transliterate", "--to", "de", "--limit", "2"], input: "Ельцин\n\nAngela Merkel\n")
    #expect(run.code == 0 && run.errors.isEmpty && run.lines.count == 3)
    #expect(run.lines[0].hasPrefix(#"{"text":"Ельцин","results":[{"text":"Jelzin","score":0."#))
    #expect(run.lines[1] == #"{"text":"","results":[]}"#)
    #expect(run.lines[2].contains(#"[{"text":"Angela Merkel","score":1.0}]"#))
    let again = runner.run(
      ["transliterate", "--to", "de", "--limit", "2", "--threads", "3"],
      input: "Ельцин\n\nAngela Merkel\n")
    #expect(again.output == run.output)
  }

  @Test(
    "standards by their names, transforms of ICU by theirs",
    arguments: [
      ("iso9", "Щербаков", "Ŝerbakov"), ("bgn", "Щербаков", "Shcherbakov"),
      ("rr", "서울", "seoul"), ("hepburn", "エルドアン", "erudoan"),
      ("elot743", "Μητσοτάκης", "Mitsotákis"), ("Cyrillic-Latin", "Щербаков", "Ŝerbakov"),
    ])
  func standards(standard: String, name: String, expected: String) {
    let run = runner.run(["transliterate", "--to", standard], input: "\(name)\n")
    #expect(
      run.output == #"{"text":"\#(name)","results":[{"text":"\#(expected)","score":1.0}]}"# + "\n")
  }

  @Test("--from settles the language of the letters")
  func source() {
    let russian = runner.run(["transliterate", "--to", "bgn", "--from", "ru"], input: "Гончар\n")
    let ukrainian = runner.run(["transliterate", "--to", "bgn", "--from", "uk"], input: "Гончар\n")
    #expect(russian.output.contains("Gonchar") && ukrainian.output.contains("Honchar"))
  }

  @Test("fields and columns")
  func fields() {
    let json = runner.run(
      ["transliterate", "--field", "a.name", "--limit", "1"],
      input: #"{"a":{"name":"Путин"},"x":1}"# + "\n")
    #expect(json.output.hasPrefix(#"{"a":{"name":"Путин"},"x":1,"results":[{"text":"Putin""#))
    let table = runner.run(
      ["transliterate", "--select", "name", "--limit", "1", "--format", "csv"],
      input: "id,name\n7,Путин\n")
    #expect(table.lines[0] == "id,name,results")
    #expect(table.lines[1].hasPrefix(#"7,Путин,"[{""text"":""Putin"""#))
  }

  @Test(
    "usage errors say what is known",
    arguments: [
      (["--to", "klingon"], "Standards: bgn, elot743"),
      (["--to", "xx"], "Readers: az, bs, cs, da"),
      (["--limit", "0"], "--limit is a number from 1."), (["--from", "?!"], "is no BCP 47 tag"),
    ])
  func usage(arguments: [String], message: String) {
    let run = runner.run(["transliterate"] + arguments, input: "A\n")
    #expect(run.code == 2 && run.output.isEmpty && run.errors.contains(message), "\(run.errors)")
  }
}
