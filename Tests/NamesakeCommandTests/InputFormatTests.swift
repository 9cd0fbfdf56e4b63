// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// Every command reads every format, packed or not, from files, folders and standard input, and
/// says the same of it.
@Suite("formats of input", .serialized)
struct InputFormatTests {
  private let runner = CommandRunner()

  /// A command with the field that it reads.
  struct Reader: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var field: String
    /// How a field is named for JSONL and for tables, where it must be.
    var json: [String] = []
    var table: [String] = []
    /// Whether it reads plain lines.
    var takesLines = true
    /// What stands in the result of a name once, so that results can be counted.
    var mark: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let readers = [
    Reader(
      arguments: ["normalize", "--format", "jsonl"], field: "name", json: ["--field", "name"],
      table: ["--select", "name"], takesLines: false, mark: #""name_key":"#),
    Reader(
      arguments: ["transliterate", "--format", "jsonl"], field: "text",
      table: ["--select", "text"],
      mark: #""results":"#),
    Reader(arguments: ["dedupe", "--format", "jsonl"], field: "name", mark: #""entity":"#),
    Reader(
      arguments: ["search", "--format", "jsonl", "--index", "INDEX"], field: "query",
      mark: #""results":"#),
  ]

  private static let names = ["Сергей Лавров", "Angela Merkel", "O'Neill, \"Ann\""]

  private static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  private static func content(_ format: String, _ field: String) -> String {
    switch format {
    case "csv": "id,\(field)\n" + names.map { "7,\(quoted($0))\n" }.joined()
    case "tsv": "id\t\(field)\n" + names.map { "7\t\($0)\n" }.joined()
    case "jsonl":
      names.map { #"{"id":7,"\#(field)":"\#($0.replacing("\"", with: "\\\""))"}"# + "\n" }.joined()
    default: names.map { $0 + "\n" }.joined()
    }
  }

  private func prepared(_ reader: Reader) -> [String] {
    let index = "\(runner.folder)/names.index"
    let people = runner.file("people.csv", "id,name\n1,Sergey Lavrov\n2,Angela Merkel\n")
    #expect(runner.run(["index", people, "-o", index]).code == 0)
    return reader.arguments.map { $0 == "INDEX" ? index : $0 }
  }

  /// What is said of the names, without what tells the formats apart.
  private static func results(_ output: String, _ mark: String) -> [String] {
    output.split(separator: "\n").map { line in
      guard let place = line.firstRange(of: mark) else { return "" }
      return String(line[place.lowerBound...])
    }
  }

  @Test("the same of every format, packed or not, as a file or from a pipe", arguments: readers)
  func formats(reader: Reader) {
    let arguments = prepared(reader)
    var expected: [String]?
    for format in ["txt", "csv", "tsv", "jsonl"] where format != "txt" || reader.takesLines {
      let options = format == "jsonl" ? reader.json : format == "txt" ? [] : reader.table
      let isText = format == "txt" && reader.arguments[0] == "dedupe"
      let lines = isText ? ["--input-format", "text"] : []
      let file = runner.file("names.\(format)", Self.content(format, reader.field))
      _ = runner.shell("gzip -kf '\(file)'; zstd -qkf '\(file)'")
      for path in [file, file + ".gz", file + ".zst"] {
        let run = runner.run(arguments + options + lines + [path])
        #expect(run.code == 0 && run.errors.isEmpty, "\(path): \(run.errors)")
        let results = Self.results(run.output, reader.mark)
        #expect(results.count == Self.names.count && !results.contains(""), "\(run.output)")
        if expected == nil { expected = results }
        #expect(results == expected, "\(path)")
        let told = ["--input-format", format == "txt" ? "text" : format]
        let piped = runner.shell(
          "cat '\(path)' | '\(CommandRunner.command)' "
            + (arguments + options + told).map { "'\($0)'" }.joined(separator: " "))
        #expect(piped.code == 0 && Self.results(piped.output, reader.mark) == expected, "\(path)")
      }
    }
  }

  @Test("several files and a folder are read one after the other", arguments: readers)
  func several(reader: Reader) {
    let arguments = prepared(reader) + reader.json
    _ = runner.shell("mkdir -p '\(runner.folder)/all'")
    let first = runner.file("all/a.jsonl", Self.content("jsonl", reader.field))
    let second = runner.file("all/b.jsonl", Self.content("jsonl", reader.field))
    let files = runner.run(arguments + [first, second])
    #expect(files.code == 0)
    #expect(Self.results(files.output, reader.mark).count == 2 * Self.names.count)
    let folder = runner.run(arguments + ["\(runner.folder)/all"])
    #expect(folder.code == 0 && folder.output == files.output, "\(folder.errors)")
  }

  @Test("pairs of every format, packed or not", arguments: ["csv", "tsv", "jsonl"])
  func pairs(format: String) {
    let rows = [("Путин", "Putin"), ("Angela \"A\" Merkel", "Лавров, С.")]
    let content =
      switch format {
      case "csv":
        "name1,name2\n"
          + rows.map { "\(Self.quoted($0.0)),\(Self.quoted($0.1))\n" }.joined()
      case "tsv":
        "name1\tname2\n"
          + rows.map { "\($0.0)\t\($0.1)\n" }.joined()
      default:
        rows.map {
          #"{"name1":"\#($0.0.replacing("\"", with: "\\\""))","name2":"\#($0.1)"}"# + "\n"
        }.joined()
      }
    let file = runner.file("pairs.\(format)", content)
    _ = runner.shell("gzip -kf '\(file)'; zstd -qkf '\(file)'")
    let plain = runner.run(["compare", "--pairs", file, "--format", "jsonl"])
    #expect(plain.code == 0 && plain.lines.count == 2)
    #expect(plain.lines[0].contains(#""match":true"#) && plain.lines[1].contains(#""match":false"#))
    for path in [file + ".gz", file + ".zst"] {
      #expect(runner.run(["compare", "--pairs", path, "--format", "jsonl"]).output == plain.output)
    }
    let piped = runner.shell(
      "cat '\(file)' | '\(CommandRunner.command)' compare --pairs - --format jsonl")
    #expect(piped.output == plain.output)
  }

  @Test("FollowTheMoney entities are indexed by all their names, deduplicated and compared")
  func entities() {
    let entities =
      #"{"id":"a","schema":"Person","properties":{"name":["Sergey Lavrov"],"alias":["Сергей Викторович Лавров"]}}"#
      + "\n" + #"{"id":"b","schema":"Company","properties":{"name":["Gazprom"]},"datasets":["x"]}"#
      + "\n" + #"{"id":"c","schema":"Person","properties":{"name":["Сергей Лавров"]}}"# + "\n"
    let file = runner.file("entities.ftm.jsonl", entities)
    let index = "\(runner.folder)/ftm.index"
    let built = runner.run(["index", file, "-o", index])
    #expect(built.code == 0 && built.errors.isEmpty, "\(built.errors)")
    let found = runner.run(
      ["search", "--index", index, "--format", "jsonl", "--limit", "1", "--kind", "person"],
      input: "Sergey Viktorovich Lavrov\n")
    #expect(found.output.contains(#"{"id":"a","name":"Сергей Викторович Лавров""#))
    let deduped = runner.run(["dedupe", "--format", "jsonl", file])
    #expect(deduped.code == 0 && deduped.lines.count == 3)
    #expect(
      deduped.lines[1].hasPrefix(
        #"{"id":"b","schema":"Company","properties":{"name":["Gazprom"]},"datasets":["x"],"entity":"#
      ))
    let ids = deduped.lines.map { line in
      line.matches(of: #/"entity":"(\w+)"/#).map { String($0.1) }
    }
    #expect(ids[0] == ids[2] && ids[0] != ids[1])
    let pair =
      #"{"left":{"id":"a","schema":"Person","properties":{"name":["Sergey Lavrov"]}},"#
      + #""right":{"id":"c","schema":"Person","properties":{"name":["Сергей Лавров"]}},"judgement":"positive"}"#
    let compared = runner.run(
      ["compare", "--pairs", "-", "--format", "jsonl", "--input-format", "jsonl"],
      input: pair + "\n")
    #expect(compared.code == 0 && compared.output.contains(#""match":true"#), "\(compared.errors)")
  }

  @Test("two entities are compared by all their names, and the likeliest pair tells why")
  func severalNames() {
    func run(_ properties: String) -> CommandRunner.Outcome {
      runner.run(
        ["compare", "--explain", "--pairs", "-", "--format", "jsonl", "--input-format", "jsonl"],
        input: #"{"left":{"schema":"Person","properties":\#(properties)},"#
          + #""right":{"schema":"Person","properties":{"name":["Mikhail Prishvin"]}}}"# + "\n")
    }
    let other = run(#"{"name":["Angela Merkel"]}"#)
    #expect(other.output.contains(#""match":false"#), "\(other.errors)")
    let alias = run(
      #"{"name":["Angela Merkel"],"weakAlias":["M. P."],"alias":["Михаил Пришвин"]}"#)
    #expect(alias.output.contains(#""match":true"#), "\(alias.errors)")
    #expect(alias.output.contains(#""left":["Михаил"]"#))
    #expect(
      alias.output.hasPrefix(#"{"left":{"schema":"Person","properties":{"name":["Angela Merkel"],"#)
    )
  }

  @Test("csv as OpenRefine writes and reads it: BOM, line breaks and quotes in fields, CRLF")
  func openRefine() {
    let table =
      "\u{FEFF}id,name,note\r\n1,\"Лавров, Сергей\",\"two\nlines\"\r\n2,Merkel,\"say \"\"x\"\"\"\r\n"
    let file = runner.file("refine.csv", table)
    let run = runner.run(["normalize", "--select", "name", "--profile", "ascii", file])
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(
      Array(run.output.utf8)
        == Array(
          ("id,name,note,name_ascii\r\n1,\"Лавров, Сергей\",\"two\nlines\",\"Lavrov, Sergey\"\r\n"
            + "2,Merkel,\"say \"\"x\"\"\",Merkel\r\n").utf8), "\(run.output.debugDescription)")
    let entities = runner.run(["dedupe", "--select", "name", "--format", "csv", file])
    #expect(entities.code == 0 && entities.errors.isEmpty)
    #expect(entities.output.hasPrefix("id,name,note,entity,canonical,score\r\n"))
    #expect(entities.output.contains("1,\"Лавров, Сергей\",\"two\nlines\",e"))
  }
}
