// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

@Suite("help", .serialized)
struct HelpTests {
  private let runner = CommandRunner()

  @Test(
    "every command's help has an example that names it",
    arguments: ["", "normalize", "compare", "mentions", "dedupe", "selftest"])
  func examples(command: String) {
    let run = runner.run([command, "--help"].filter { !$0.isEmpty })
    #expect(run.code == 0 && run.errors.isEmpty)
    #expect(run.output.contains("Example:"))
    #expect(run.output.contains(command.isEmpty ? "namesake dedupe" : "namesake \(command)"))
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
}
