// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

@Suite("dedupe: store, report, hard lists")
struct DedupeStoreTests {
  private let runner = CommandRunner()

  /// The entity column of a table on standard output.
  private func entities(_ outcome: CommandRunner.Outcome) -> [String] {
    outcome.lines.dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return fields.count > 1 ? String(fields[1]) : ""
    }
  }

  private func dedupe(_ store: String, _ names: [String]) -> CommandRunner.Outcome {
    runner.run(
      ["dedupe", "--store", store, "--format", "tsv", "--input-format", "text"],
      input: names.map { $0 + "\n" }.joined())
  }

  @Test("a store gives later records the entities of earlier ones")
  func store() {
    let path = "\(runner.folder)/people.db"
    let first = dedupe(path, ["Sergey Lavrov", "Angela Merkel"])
    #expect(first.code == 0, "\(first.errors)")
    let second = dedupe(path, ["Сергей Лавров"])
    #expect(entities(second) == [entities(first)[0]])
  }

  @Test("killed at any moment, a store keeps all that was printed")
  func killed() {
    let path = "\(runner.folder)/killed.db"
    let names = (0..<400).map { "Nabila\($0 % 20) Okonkwo\($0)" }
    let input = runner.file("killed.txt", names.map { $0 + "\n" }.joined())
    let first = dedupe(path, ["Sergey Lavrov", "Angela Merkel"])
    #expect(first.code == 0, "\(first.errors)")
    for delay in ["0.01", "0.05", "0.1", "0.2", "0.4", "0.8"] {
      let line =
        "timeout -s KILL \(delay) \(CommandRunner.command) dedupe --store \(path) "
        + "--input-format text --format tsv \(input)"
      let outcome = runner.shell(line)
      // Whole or not at all: what was printed before the kill is there afterwards.
      let printed = entities(outcome)
      let after = dedupe(path, Array(names.prefix(printed.count)))
      #expect(after.code == 0, "\(after.errors)")
      #expect(entities(after).elementsEqual(printed) || printed.isEmpty)
    }
    #expect(entities(dedupe(path, ["Sergey Lavrov", "Angela Merkel"])) == entities(first))
  }

  @Test("a store that cannot grow is an error, and stays as it was")
  func full() {
    let path = "\(runner.folder)/full.db"
    let first = dedupe(path, ["Sergey Lavrov"])
    let names = (0..<3000).map { "Nabila\($0) Okonkwo\($0 * 7)" }
    let input = runner.file("full.txt", names.map { $0 + "\n" }.joined())
    let outcome = runner.shell(
      "trap '' XFSZ; ulimit -f 64; \(CommandRunner.command) dedupe --store \(path) "
        + "--input-format text \(input)")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("cannot be written"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(entities(dedupe(path, ["Sergey Lavrov"])) == entities(first))
  }

  @Test("what is no store is refused")
  func refused() {
    let other = runner.file("other.db", String(repeating: "no store of anything\n", count: 100))
    let outcome = dedupe(other, ["Sergey Lavrov"])
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("this is no store of entities"), "\(outcome.errors)")
  }

  @Test("a page shows the entities, the least sure first, and escapes names")
  func report() {
    let page = "\(runner.folder)/page.html"
    let outcome = runner.run(
      ["dedupe", "--report", page, "--format", "tsv"],
      input: "Sergey Lavrov\nSergei Lawrow\nAngela Merkel\nТом <b>Круз</b>\nTom <b>Cruise</b>\n")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let html = runner.shell("cat \(page)").output
    #expect(html.contains("Sergei Lawrow"))
    #expect(html.contains("Weakest link"))
    #expect(html.contains("Called by this name because"))
    #expect(!html.contains("Angela Merkel"))
    #expect(!html.contains("<b>"))
  }

  @Test(
    "identical names, one shared word, a word of a million letters: bounded work",
    arguments: [
      "yes 'Angela Merkel' | head -n 50000",
      "seq 1 4000 | sed 's/^/Muhammad /'",
      "seq 1 4000 | sed 's/^/Trading Company Limited /'",
      "printf 'a%.0s' $(seq 1 1000000); echo; echo Angela Merkel",
    ])
  func hardLists(make: String) {
    let outcome = runner.shell(
      "\(make) > \(runner.folder)/hard.txt; timeout 300 \(CommandRunner.command) dedupe "
        + "--input-format text --format tsv \(runner.folder)/hard.txt | cut -f2 | sort | uniq -c "
        + "| wc -l")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect((Int(outcome.output.filter(\.isNumber)) ?? 0) > 1, "\(outcome.output)")
  }
}
