// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// `--model` takes trained files of every kind, told by their contents, and refuses others.
@Suite("models in place of the built-in ones", .serialized)
struct ModelOptionTests {
  private let runner = CommandRunner()

  /// The built-in models are files of the repository.
  private static func builtIn(_ name: String) -> String {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/") + "/Sources/CNamesakeTables/tables/" + name
  }

  @Test("the built-in models as files give what they give built in")
  func same() {
    let names = ["Recep Tayyip Erdoğan", "Реджеп Эрдоган", "--explain", "--format", "jsonl"]
    let own = runner.run(["compare"] + names)
    let given = runner.run(
      ["compare"] + names + [
        "--model", Self.builtIn("comparison.tsv"), "--model", Self.builtIn("aligner.bin"),
      ])
    #expect(own.code == 0 && given.code == 0 && given.output == own.output)
    let people = runner.file("p.csv", "id,name\n1,Vladimir Putin\n")
    let index = "\(runner.folder)/p.index"
    let vectors = ["--model", Self.builtIn("embedding.bin")]
    #expect(runner.run(["index", people, "-o", index] + vectors).code == 0)
    let found = runner.run(["search", "--index", index] + vectors, input: "Путин\n")
    #expect(found.code == 0 && found.output.contains("Vladimir Putin"))
    let spelt = runner.run(
      ["transliterate", "--model", Self.builtIn("aligner.bin")], input: "Путин\n")
    #expect(spelt.code == 0 && spelt.output.contains("Putin"))
  }

  @Test("another model gives another score")
  func other() {
    let weights = Self.builtIn("comparison.tsv")
    let changed = runner.shell(
      "sed \"s/^bias.*/bias$(printf '\\t0%.0s' $(seq 16))/\" '\(weights)'")
    let model = runner.file("changed.tsv", changed.output)
    let own = runner.run(["compare", "Merkel", "Мeркель", "--format", "jsonl"])
    let given = runner.run(["compare", "Merkel", "Мeркель", "--format", "jsonl", "--model", model])
    #expect(given.code == 0 && given.output != own.output)
  }

  @Test("what is no model, damaged, of no use or given twice is an error with its file")
  func refused() {
    let text = runner.file("names.csv", "id,name\n")
    let cut = "\(runner.folder)/cut.bin"
    let changed = "\(runner.folder)/changed.bin"
    let weights = runner.file("w.tsv", "# id comparison-1\nbias\t1\n")
    let aligner = Self.builtIn("aligner.bin")
    let vectors = Self.builtIn("embedding.bin")
    _ = runner.shell("head -c 100000 '\(aligner)' > '\(cut)'")
    _ = runner.shell(
      "cp '\(aligner)' '\(changed)'; chmod u+w '\(changed)'; "
        + "printf 'x' | dd of='\(changed)' bs=1 seek=70000 conv=notrunc 2>/dev/null")
    for (arguments, message) in [
      ([text], "names.csv: this is no model; give a file that namesake train wrote"),
      ([cut], "cut.bin: this model of spelling is damaged or of another version"),
      ([changed], "changed.bin: this model of spelling is damaged or of another version"),
      ([weights], "w.tsv: this model of comparison is damaged or of another version (line"),
      ([vectors], "this is a model of vectors, which this command does not use"),
      ([aligner, aligner], "this is a second model of spelling"),
      (["/nowhere.bin"], "/nowhere.bin: cannot open"),
    ] {
      let run = runner.run(["compare", "A", "B"] + arguments.flatMap { ["--model", $0] })
      #expect(run.code == 2 && run.output.isEmpty)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test("--version names every model")
  func version() {
    let output = runner.run(["--version"]).output
    for kind in ["comparison comparison-", "spelling ", "vectors ", "mentions "] {
      #expect(output.contains("\n\(kind)"), "\(kind)")
    }
  }
}
