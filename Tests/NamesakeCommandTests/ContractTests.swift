// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// What CONTRACT promises of every command, tried on the built program.
@Suite("the command", .serialized)
struct ContractTests {
  private let runner = CommandRunner()

  @Test("normalize: one line in, one line out, in every profile")
  func normalizeLines() {
    let input = "IĞDIR’A\n\nЩербаков\n"
    for (profile, expected) in [
      ("key", ["igdira", "", "щербаков"]), ("fold", ["ığdır’a", "", "щербаков"]),
      ("ascii", ["IGDIR'A", "", "Shcherbakov"]), ("nfc", ["IĞDIR’A", "", "Щербаков"]),
    ] {
      let run = runner.run(["normalize", "--profile", profile], input: input)
      #expect(run.lines == expected, "\(profile)")
      #expect(run.code == 0)
    }
  }

  @Test("normalize: JSONL fields pass through byte for byte, the result is added")
  func normalizeField() {
    let run = runner.run(
      ["normalize", "--field", "who.name", "--offsets"],
      input: #"{"id": 7,"who":{"name":"\u0130stanbul"} ,"x":1.50}"# + "\n")
    #expect(
      run.output
        == #"{"id": 7,"who":{"name":"\u0130stanbul"} ,"x":1.50,"who.name_key":"istanbul","#
        + #""who.name_key_offsets":[[0,1,0,1],[1,8,1,8]]}"# + "\n")
  }

  @Test("normalize: CSV columns are added at the end, line ends are kept")
  func normalizeTable() {
    let path = runner.file("t.csv", "id,name\r\n1,\"Erdoğan, R.\"\r\n2,Merkel\r\n")
    let run = runner.run(["normalize", "--select", "name", path])
    #expect(
      run.lines == [
        "id,name,name_key\r", "1,\"Erdoğan, R.\",\"erdogan, r.\"\r", "2,Merkel,merkel\r",
      ])
  }

  @Test("normalize --transform: ICU's own transform, on lines and on a field")
  func transform() {
    let name = "Russian-Latin/BGN; Latin-ASCII"
    let lines = runner.run(["normalize", "--transform", name], input: "Щербаков\n\nЖуков\n")
    #expect(lines.lines == ["Shcherbakov", "", "Zhukov"] && lines.code == 0)
    let field = runner.run(
      ["normalize", "--field", "n", "--transform", name], input: #"{"n":"Жуков"}"# + "\n")
    #expect(field.output == #"{"n":"Жуков","n_transform":"Zhukov"}"# + "\n")
    let broken = runner.shell(
      "printf 'a\\377\\n' | \(CommandRunner.command) normalize --transform Any-Latin")
    #expect(broken.code == 1 && broken.output == "a\u{FFFD}\n" && broken.errors.contains("UTF-8"))
  }

  @Test("compare: two names, and pairs in every format")
  func compare() {
    let single = runner.run(["compare", "Erdogan", "Erdoğan"])
    #expect(single.output.hasPrefix(#"{"name1":"Erdogan","name2":"Erdoğan","score":0."#))
    #expect(single.output.contains(#""match":true"#))
    let pairs =
      #"{"name1":"Erdogan","name2":"Эрдоган","kind":"person","n":1}"# + "\n"
      + #"{"name1":"Erdogan","name2":"Merkel","kind":"person","n":2}"# + "\n"
    let run = runner.run(["compare", "--pairs", "-", "--explain"], input: pairs)
    #expect(run.lines.count == 2)
    #expect(run.lines[0].contains(#""n":1,"score":0."#) && run.lines[0].contains(#""match":true"#))
    #expect(run.lines[0].contains(#""relation":"transliteration""#))
    #expect(run.lines[1].contains(#""match":false"#))
    let table = runner.file("p.csv", "name1,name2\nErdogan,Erdoğan\n")
    let csv = runner.run(["compare", "--pairs", table, "--format", "csv"])
    #expect(csv.lines[0] == "name1,name2,score,match")
    #expect(csv.lines[1].hasPrefix("Erdogan,Erdoğan,0.") && csv.lines[1].hasSuffix(",true"))
  }

  @Test("mentions: exact offsets in all three units, no suffix in the text")
  func mentions() {
    let input =
      #"{"id":"a","text":"😀 Angela Merkel met Recep Tayyip Erdoğan. Erdoğan'ın sözleri."}"#
    for (unit, start, end) in [("scalar", 2, 15), ("utf16", 3, 16), ("utf8", 5, 18)] {
      let run = runner.run(["mentions", "--offset-unit", unit], input: input + "\n")
      #expect(run.output.hasPrefix(input.dropLast()))
      #expect(run.output.contains(#"{"start":\#(start),"end":\#(end),"text":"Angela Merkel","#))
      #expect(!run.output.contains(#""text":"Erdoğan'ın""#))
    }
  }

  @Test("dedupe: names come back in input order with entity, canonical and score")
  func dedupeNames() {
    let run = runner.run(["dedupe"], input: "Sergey Lavrov\nAngela Merkel\nСергей Лавров\n")
    #expect(run.lines.count == 3)
    let entities = run.lines.map { line in
      line.split(separator: "\"").drop { $0 != "entity" }.dropFirst(2).first.map(String.init)
    }
    #expect(entities[0] == entities[2] && entities[0] != entities[1])
    #expect(run.lines[0].hasPrefix(#"{"name":"Sergey Lavrov","entity":"e"#))
  }

  @Test("dedupe: judgements win; contradicting ones are an error that names the line")
  func judgements() {
    let names = "Mark Twain\nSamuel Clemens\n"
    let same = runner.file("same.csv", "name1,name2,judgement\nMark Twain,Samuel Clemens,same\n")
    let joined = runner.run(["dedupe", "--judgements", same, "--format", "tsv"], input: names)
    let ids = joined.lines.dropFirst().map { $0.split(separator: "\t")[1] }
    #expect(ids.count == 2 && ids.first == ids.last)
    let both = runner.file("both.csv", "A B,C D,same\nC D,A B,different\n")
    let refused = runner.run(["dedupe", "--judgements", both], input: names)
    #expect(refused.code == 2)
    #expect(refused.errors.contains("both.csv:2: ") && refused.errors.contains("remove one"))
  }

  @Test("dedupe: given spans come back with their entities, all other bytes as they were")
  func useSpans() {
    let input =
      #"{"id":1, "text":"Merkel. Angela Merkel.","spans":[{"start":0,"end":6,"x":null},{"start":8,"end":21}]}"#
    let run = runner.run(["dedupe", "--use-spans", "spans", "--per-article"], input: input + "\n")
    let stripped = run.output.replacing(#/,"entity":"e[0-9a-z]{13}"/#, with: "")
    #expect(stripped == input + "\n")
    #expect(run.output.matches(of: #/"entity":"(e[0-9a-z]{13})"/#).map(\.1).count == 2)
  }

  @Test("the bytes are the same for any number of threads")
  func threads() {
    let lines = (0..<30000).map { "Имя \($0) İSTANBUL Müller" }.joined(separator: "\n") + "\n"
    let one = runner.run(["normalize", "--threads", "1"], input: lines)
    let four = runner.run(["normalize", "--threads", "4"], input: lines)
    #expect(one.output == four.output && one.lines.count == 30000)
  }

  @Test("packed input is read as it is, from files and from standard input")
  func packed() {
    let plain = runner.file("n.txt", "Erdoğan\nMerkel\n")
    for packer in ["gzip -c", "zstd -qc"] {
      let run = runner.shell("\(packer) \(plain) | \(CommandRunner.command) normalize")
      #expect(run.lines == ["erdogan", "merkel"], "\(packer)")
    }
  }

  @Test("a reader that goes away ends the run quietly with 0")
  func closedPipe() {
    let code = runner.file("code", "")
    let run = runner.shell(
      "(yes Erdoğan | head -300000 | (\(CommandRunner.command) normalize; echo $? > \(code))) | head -1"
    )
    #expect(run.lines == ["erdogan"])
    #expect(runner.shell("cat \(code)").lines == ["0"])
    #expect(!run.errors.contains("namesake"))
  }

  @Test("progress goes to standard error and only when asked for")
  func progress() {
    let loud = runner.run(["normalize", "--progress", "always"], input: "A\nB\n")
    #expect(loud.lines == ["a", "b"] && loud.errors.contains("2 records in "))
    #expect(runner.run(["normalize"], input: "A\n").errors.isEmpty)
  }

  @Test("a folder is all its files, sorted; a text file is one article named after it")
  func folder() {
    _ = runner.file("b.txt", "Angela Merkel spoke in Berlin.\n")
    _ = runner.file("a.jsonl", #"{"id":7,"text":"Angela Merkel left."}"# + "\n")
    _ = runner.shell("cd \(runner.folder) && mkdir -p wire && mv a.jsonl b.txt wire")
    let run = runner.run(["mentions", "--format", "csv", "\(runner.folder)/wire"])
    #expect(run.lines[0] == "article,start,end,text,kind,name,thread")
    #expect(run.lines[1].hasPrefix("7,0,13,Angela Merkel,person"))
    #expect(run.lines[2].hasPrefix("b,0,13,Angela Merkel,person"))
  }
}
