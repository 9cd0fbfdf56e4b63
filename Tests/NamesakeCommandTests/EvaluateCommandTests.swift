// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// `evaluate` measures, tells bad rows with their places, and ends with the contract's codes.
@Suite("evaluate", .serialized)
struct EvaluateCommandTests {
  private let runner = CommandRunner()

  private let pairs = """
    label,name1,name2,category
    1,Erdoğan,Эрдоган,cross
    0,Angela Merkel,Sergey Lavrov,cross
    1,Sergei Lavrov,Sergey Lavrov,latin

    """

  @Test("compare: one row over all, with a page")
  func compare() {
    let gold = runner.file("pairs.csv", pairs)
    let page = "\(runner.folder)/pairs.html"
    let run = runner.run(
      ["evaluate", "compare", gold, "--format", "jsonl", "--report", page])
    #expect(run.code == 0 && run.errors.isEmpty && run.lines.count == 1)
    #expect(run.output.hasPrefix(#"{"category":null,"pairs":3,"positives":2,"threshold":0.5,"#))
    for part in [#""precision":1.0"#, #""auc":1.0"#, #""brier":0."#, #""reliability":[{"from""#] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(runner.shell("grep -c '<svg' '\(page)'").lines == ["4"])
    let table = runner.run(["evaluate", "compare", gold, "--format", "tsv"])
    #expect(table.lines.count == 2 && table.lines[0].hasPrefix("category\tpairs\tpositives\t"))
    let text = runner.run(["evaluate", "compare", gold, "--format", "text"])
    #expect(text.output.contains("3 pairs, 2 the same, 1 not") && text.output.contains("over all"))
  }

  @Test("search: recall, rank and queries without an answer")
  func search() {
    let names = runner.file("people.csv", "id,name\nQ1,Vladimir Putin\nQ2,Sergey Lavrov\n")
    let index = "\(runner.folder)/people.index"
    #expect(runner.run(["index", names, "-o", index]).code == 0)
    let gold = runner.file("q.csv", "query,id\nПутин,Q1\nЛавров,Q9|Q2\nAngela Merkel,\n")
    let run = runner.run(
      [
        "evaluate", "search", "--index", index, gold, "--format", "jsonl", "--report",
        "\(runner.folder)/search.html",
      ])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(
      run.output.hasPrefix(
        #"{"category":null,"queries":3,"answerable":2,"recall_at_1":1.0,"recall_at_5":1.0,"#))
    #expect(run.output.contains(#""mrr":1.0"#))
  }

  @Test("dedupe: a row for each threshold, the chosen one first")
  func dedupe() {
    let gold = runner.file(
      "names.csv", "name,entity\nSergey Lavrov,a\nСергей Лавров,a\nAngela Merkel,b\n")
    let run = runner.run(
      [
        "evaluate", "dedupe", gold, "--format", "csv", "--threshold", "0.75", "--report",
        "\(runner.folder)/dedupe.html",
      ])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.lines[0].hasPrefix("category,threshold,names,entities,b_cubed_precision"))
    #expect(run.lines[1] == ",0.75,3,2,1.0,1.0,1.0,1.0,1.0,1.0")
    #expect(run.lines.count > 8)
  }

  @Test("mentions: exact spans, kinds, base forms, threads")
  func mentions() {
    let gold = runner.file(
      "gold.jsonl",
      #"{"text":"Angela Merkel spoke. Merkel left Ankara.","mentions":["#
        + #"{"start":0,"end":13,"kind":"person","name":"Angela Merkel","thread":4},"#
        + #"{"start":21,"end":27,"type":"PER","thread":4},{"start":33,"end":39,"kind":"misc"}]}"#
        + "\n")
    let run = runner.run(
      [
        "evaluate", "mentions", gold, "--format", "jsonl", "--report",
        "\(runner.folder)/mentions.html",
      ])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(
      run.lines[0].hasPrefix(
        #"{"category":null,"kind":"all","articles":1,"mentions":2,"precision":1.0,"recall":1.0,"#))
    #expect(run.lines[0].contains(#""base_form":1.0,"thread_b_cubed_f1":1.0"#))
    #expect(run.lines.count == 4)
  }

  @Test(
    "a bad row is told with file, line and column, and shows in the code",
    arguments: [
      (
        ["compare"], "g.csv", "label,name1,name2\nyes,A,B\n1,A,A\n0,A,C\n",
        "g.csv:2:1: the label “yes” is neither 1 nor 0; write 1 for one name, 0 for two"
      ),
      (
        ["compare"], "g.jsonl",
        #"{"label":1,"name1":"A"}"# + "\n"
          + #"{"label":1,"name1":"A","name2":"A"}"# + "\n",
        "g.jsonl:1:1: the record has no text or number in “name2”; give every record label, name1"
      ),
      (
        ["compare"], "k.csv", "label,name1,name2,kind\n1,A,B,ship\n",
        "k.csv:2:1: “ship” is no kind of name; give person, org or place"
      ),
      (
        ["dedupe"], "n.csv", "name,entity\nA B,\nA B,x\n",
        "n.csv:2:1: the name has no entity; give every name one"
      ),
      (
        ["mentions"], "m.jsonl", #"{"text":"A"}"# + "\n" + #"{"text":"A","mentions":[]}"# + "\n",
        "m.jsonl:1:1: the record has no list of mentions in “mentions”; give"
      ),
      (
        ["mentions"], "o.jsonl",
        #"{"text":"A","mentions":[{"start":0,"end":9}]}"# + "\n"
          + #"{"text":"A","mentions":[]}"# + "\n",
        "o.jsonl:1:1: the mention 0–9 does not lie in the text; count start and end in scalar"
      ),
    ])
  func badRows(command: [String], name: String, content: String, message: String) {
    let gold = runner.file(name, content)
    let run = runner.run(["evaluate"] + command + [gold, "--format", "jsonl"])
    #expect(run.code == 1 && !run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.hasSuffix("namesake: 1 bad record\n"))
    let stopped = runner.run(
      ["evaluate"] + command + [gold, "--format", "jsonl", "--on-error", "stop"])
    #expect(stopped.code == 1 && stopped.output.isEmpty)
  }

  @Test(
    "usage and environment errors end with 2",
    arguments: [
      (["compare", "/nowhere.csv"], "/nowhere.csv: cannot open"),
      (["compare", "-", "--input-format", "csv"], "there is no column"),
      (["compare", "x.csv", "--threshold", "2"], "--threshold is a probability from 0 to 1."),
      (["search", "x.csv"], "--index"),
      (["search", "x.csv", "--index", "/nowhere.index"], "/nowhere.index"),
      (["mentions", "-", "--input-format", "text"], "cannot be read from plain lines"),
      (["dedupe", "-", "--input-format", "jsonl"], "there are no labelled names to measure"),
      (["entities"], "entities"),
    ])
  func usage(arguments: [String], message: String) {
    let input = arguments[0] == "compare" ? "a,b\n1,2\n" : ""
    let run = runner.run(["evaluate"] + arguments, input: input)
    #expect(run.code == 2 && run.output.isEmpty, "\(run.output)")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
