// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Glibc
import SystemPackage

/// The program: parses arguments, runs a command, and turns what happened into an exit code.
@main
enum Main {
  static func main() {
    // A reader that goes away shows as a write error, which the commands end quietly on.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try NamesakeCommand.parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      exit(status.code)
    } catch {
      finish(with: error)
    }
  }

  /// Help and versions go to standard output with 0, mistakes to standard error with 2.
  private static func finish(with error: any Error) -> Never {
    let message = NamesakeCommand.fullMessage(for: error)
    if NamesakeCommand.exitCode(for: error).isSuccess {
      print(message)
      exit(0)
    }
    Messages.print(message)
    exit(ExitStatus.usage.code)
  }
}

/// How a run ended: 0 done, 1 some records were bad, 2 usage or environment.
struct ExitStatus: Error, Equatable {
  let code: Int32
  static let someBad = ExitStatus(code: 1)
  static let usage = ExitStatus(code: 2)
}

/// Standard error.
enum Messages {
  /// Writes a text as it is.
  ///
  /// Where standard error cannot be written, nobody can be told.
  static func write(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }

  static func print(_ message: String) {
    write(message + "\n")
  }
}
