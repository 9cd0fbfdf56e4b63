// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import RecordFormats
import SystemPackage

/// The inputs of a command: files, folders, or standard input.
struct InputFiles: ParsableArguments {
  @Argument(help: "Files or folders; - or nothing is standard input. .gz and .zst are unpacked.")
  var files: [String] = []

  /// Paths of all files, folders replaced by the files in them, in the order given.
  func paths() throws(RecordError) -> [FilePath] {
    if files.isEmpty { return ["-"] }
    var paths: [FilePath] = []
    for file in files {
      let path = FilePath(file)
      if FolderListing.isFolder(path) {
        let found = try FolderListing.files(in: path)
        guard !found.isEmpty else {
          throw RecordError(
            .cannotList, at: file, "the folder holds no file that can be read",
            advice: "put .txt, .jsonl, .csv or .tsv files into it")
        }
        paths += found
      } else {
        paths.append(path)
      }
    }
    return paths
  }
}

/// What went wrong in a run, counted and printed as it comes.
struct Trouble {
  private(set) var badRecords = 0
  private let policy: BadRecordPolicy

  init(_ policy: BadRecordPolicy) { self.policy = policy }

  /// Whether the run ends here.
  var endsRun: Bool { policy == .stop && badRecords > 0 }

  /// Prints issues and counts them.
  ///
  /// What could be repaired counts too: a script should know that it was.
  mutating func report(_ issues: [RecordIssue]) {
    let told = policy == .stop ? issues.prefix(1) : issues[...]
    for issue in told { Messages.print(issue.description) }
    badRecords += told.count
  }

  /// Ends the run with the right code: silently when all was well.
  func finish() throws {
    guard badRecords > 0 else { return }
    Messages.print("namesake: \(badRecords) bad record\(badRecords == 1 ? "" : "s")")
    throw ExitStatus.someBad
  }
}

/// Runs a body and turns environment errors into messages and exit codes.
func reportingEnvironment(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as RecordError {
    // The reader has seen enough: that is no error.
    if error.code == .closedPipe { throw ExitStatus(code: 0) }
    Messages.print(error.description)
    throw ExitStatus.usage
  }
}
