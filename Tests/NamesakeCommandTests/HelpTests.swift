// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

@Suite("help", .serialized)
struct HelpTests {
  private let runner = CommandRunner()

  /// Every command and subcommand.
  static let commands: [[String]] = [
    [], ["normalize"], ["transliterate"], ["compare"], ["index"], ["search"], ["mentions"],
    ["dedupe"], ["evaluate"], ["evaluate", "compare"], ["evaluate", "search"],
    ["evaluate", "dedupe"], ["evaluate", "mentions"], ["train"], ["train", "transliteration"],
    ["train", "candidates"], ["train", "comparison"], ["train", "mentions"], ["bench"],
    ["selftest"],
  ]

  /// Files that the examples read, each as its command's help describes it.
  private func makeFiles() {
    _ = runner.file("people.csv", "id,name\nQ7747,Vladimir Putin\nQ56226,Kim Jong-un\n")
    _ = runner.file("new.csv", "id,name\nQ1,Giorgia Meloni\n")
    _ = runner.file("queries.csv", "query,id\nПутин,Q7747\nMeloni,\n")
    let pairs = "label,name1,name2\n1,Erdoğan,Эрдоган\n0,Erdoğan,Lavrov\n"
    _ = runner.file("pairs.csv", pairs)
    _ = runner.file("pairs.tsv", pairs.replacing(",", with: "\t"))
    _ = runner.file(
      "names.csv", "name,entity\nSergey Lavrov,a\nСергей Лавров,a\nAngela Merkel,b\n")
    _ = runner.file(
      "gold.jsonl",
      #"{"text":"Angela Merkel spoke.","mentions":[{"start":0,"end":13}]}"# + "\n")
    _ = runner.file(
      "names.tsv", "id\tlanguages\tname\n1\tru\tСергей Лавров\n1\ten\tSergey Lavrov\n")
    _ = runner.file(
      "articles.jsonl",
      #"{"text":"Angela Merkel spoke.","language":"en","entities":[{"start":0,"end":13,"type":"PER"}]}"#
        + "\n")
    _ = runner.file("words.tsv", "word1\tword2\tcount\nerdogan\tэрдоган\t3\nlavrov\tлавров\t2\n")
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    _ = runner.shell(
      "ln -s '/\(root)/Corpora' '\(runner.folder)/Corpora'; "
        + "ln -s '\(CommandRunner.command)' '\(runner.folder)/namesake'; "
        + "cd '\(runner.folder)' && ./namesake index people.csv -o people.index")
  }

  @Test("every example of every command's help runs", arguments: commands)
  func examples(command: [String]) {
    let help = runner.run(command + ["--help"])
    #expect(help.code == 0 && help.errors.isEmpty)
    guard let start = help.output.firstRange(of: "Example:") else {
      Issue.record("\(command) has no example")
      return
    }
    let name = (["namesake"] + command).joined(separator: " ")
    let lines = help.output[start.upperBound...].split(separator: "\n")
      .prefix { !$0.hasPrefix("USAGE") }
      .map { line in String(line.drop { $0 == " " }) }
      .filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    #expect(lines.contains { $0.contains(command.isEmpty ? "namesake " : name) }, "\(lines)")
    makeFiles()
    for line in lines {
      // Learning word vectors takes minutes: one step shows that the example is understood.
      let quick = command == ["train", "candidates"] ? " --steps 1" : ""
      let run = runner.shell(
        "cd '\(runner.folder)' && PATH=\"$PWD:$PATH\" && export PATH && \(line)\(quick)")
      #expect(run.code == 0, "\(line): \(run.errors)")
    }
  }

  @Test("the version names the program, the profiles, the models, ICU and Unicode")
  func version() {
    let run = runner.run(["--version"])
    #expect(run.code == 0)
    for part in ["namesake ", "key@1", "comparison ", "mentions ", "ICU ", "Unicode "] {
      #expect(run.output.contains(part))
    }
  }

  @Test("selftest holds on this build")
  func selftest() {
    let run = runner.run(["selftest"])
    #expect(run.code == 0 && run.errors.isEmpty && !run.output.isEmpty)
  }

  @Test("the example of normalize prints what the help shows")
  func normalizeExample() {
    let help = runner.run(["normalize", "--help"]).output
    let run = runner.run(["normalize", "--profile", "ascii"], input: "ERDOĞAN’IN\nЩербаков\n")
    for line in run.lines { #expect(help.contains(line)) }
  }

  @Test("completions for every shell know the commands", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) {
    let run = runner.run(["--generate-completion-script", shell])
    #expect(run.code == 0 && run.errors.isEmpty)
    for command in Self.commands where command.count == 1 {
      #expect(run.output.contains(command[0]), "\(command[0])")
    }
    #expect(run.output.contains("--threshold") || run.output.contains("threshold"))
    let script = runner.file("completion", run.output)
    if runner.shell("command -v \(shell)").code == 0 {
      #expect(runner.shell("\(shell) -n '\(script)'").code == 0)
    }
  }
}
