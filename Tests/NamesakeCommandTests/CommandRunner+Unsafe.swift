// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Glibc

/// Runs the built command with given arguments and input, through temporary files, so that no pipe
/// can fill up.
struct CommandRunner {
  /// What a run left behind.
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String

    /// Output lines without the last line feed; as bytes, for "\r\n" is one character.
    var lines: [String] {
      output.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        .map { String(decoding: Array($0), as: UTF8.self) }
    }
  }

  /// A fresh folder, removed with the value's owner at the end of the process.
  let folder: String

  init() {
    var template = Array("/tmp/namesake-tests-XXXXXX".utf8CString)
    _ = unsafe mkdtemp(&template)
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Path of the command: it is built into the folder of the test bundle.
  static let command: String = {
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      guard let slash = argument.lastIndex(of: "/") else { continue }
      return "\(argument[..<slash])/namesake"
    }
    return ".build/debug/namesake"
  }()

  /// Writes a file into the folder and gives its path.
  func file(_ name: String, _ content: [UInt8]) -> String {
    let path = "\(folder)/\(name)"
    guard let handle = unsafe fopen(path, "w") else { return path }
    unsafe fwrite(content, 1, content.count, handle)
    unsafe fclose(handle)
    return path
  }

  func file(_ name: String, _ content: String) -> String { file(name, Array(content.utf8)) }

  /// Runs the command.
  func run(_ arguments: [String], input: String = "") -> Outcome {
    spawn(Self.command, arguments, input: input)
  }

  /// Runs a line of shell.
  func shell(_ line: String) -> Outcome { spawn("/bin/sh", ["-c", line], input: "") }

  private func spawn(_ program: String, _ arguments: [String], input: String) -> Outcome {
    let source = file("stdin", input)
    let output = "\(folder)/stdout"
    let errors = "\(folder)/stderr"
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawn_file_actions_addopen(&actions, 0, source, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(
      &actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var pid = pid_t()
    var pointers = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("LANG=tr_TR.UTF-8"), nil]
    let spawned = unsafe posix_spawn(&pid, program, &actions, nil, &pointers, &environment)
    guard spawned == 0 else {
      return Outcome(code: -1, output: "", errors: "cannot run \(program)")
    }
    var status: Int32 = 0
    unsafe waitpid(pid, &status, 0)
    unsafe posix_spawn_file_actions_destroy(&actions)
    // By index, because swift-format does not know `for unsafe` yet.
    for index in unsafe pointers.indices { unsafe free(pointers[index]) }
    for index in unsafe environment.indices { unsafe free(environment[index]) }
    // A signal shows as a negative code.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    return Outcome(code: code, output: Self.content(output), errors: Self.content(errors))
  }

  private static func content(_ path: String) -> String {
    guard let handle = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(handle) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, handle)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
