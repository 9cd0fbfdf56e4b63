// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Testing

/// The C interface as a C program sees it.
@Suite("a C program")
struct CProgramTests {
  private let runner = CommandRunner()

  /// Folder of the built library, which is beside the command.
  private var products: String {
    CommandRunner.command.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
  }

  @Test("compiles against the header without a warning, and everything holds")
  func program() {
    let program = "\(runner.folder)/program"
    let compiled = runner.shell(
      """
      PATH=/usr/local/bin:/usr/bin:/bin cc -std=c11 -Wall -Wextra -Wpedantic -Werror -g \
      -ISources/NamesakeC Tests/NamesakeCommandTests/CProgram/program.c -o '\(program)' \
      -L'\(products)' -lNamesakeC -Wl,-rpath,'\(products)' -Wl,--allow-shlib-undefined
      """)
    #expect(compiled.code == 0, "\(compiled.errors)")
    let run = runner.shell("'\(program)' '\(runner.folder)'")
    #expect(run.code == 0 && run.output == "all held\n", "\(run.errors)")
  }

  @Test("the header in the tree is what the compiler makes of the sources")
  func header() {
    let check = runner.shell(
      """
      PATH=/usr/local/bin:/usr/bin:/bin \
      .ci/c-header --check '\(products)/NamesakeC.build/include/NamesakeC-Swift.h'
      """)
    #expect(check.code == 0, "\(check.output)\(check.errors)")
  }
}
