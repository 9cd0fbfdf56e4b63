// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import ArgumentParser
import Glibc
import Namesake
import RecordFormats

/// Options that every command has.
struct RunOptions: ParsableArguments {
  @Option(help: "Output: text, jsonl, csv or tsv (default: text on a terminal, jsonl in a pipe).")
  var format: RecordFormat?

  @Option(help: "Input: text, jsonl, csv or tsv (default: from the extension or the first bytes).")
  var inputFormat: RecordFormat?

  @Option(help: "Worker threads (default: all cores). The output is the same for any number.")
  var threads: Int?

  @Option(help: "Progress on standard error: auto (on a terminal), always or never.")
  var progress: ProgressMode = .auto

  @Option(help: "What a bad record does: skip (reported and counted) or stop.")
  var onError: BadRecordPolicy = .skip

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads is a number from 1; leave it out for all cores.")
    }
  }

  /// Number of workers.
  var threadCount: Int { threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Format of the results.
  var outputFormat: RecordFormat { format ?? (isatty(STDOUT_FILENO) == 1 ? .text : .jsonl) }
}

/// When progress is shown.
enum ProgressMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Whether a run goes on after a bad record.
enum BadRecordPolicy: String, ExpressibleByArgument, CaseIterable {
  case skip, stop
}

/// The language of the input.
struct LanguageOption: ParsableArguments {
  @Option(help: "Language of the input, a BCP 47 tag such as tr or kk-Latn, or auto.")
  var language = "auto"

  func validate() throws {
    guard language == "auto" || LanguageTag(language) != nil else {
      throw ValidationError(
        "--language \(language) is no BCP 47 tag; give one such as tr, or auto.")
    }
  }

  /// nil for auto.
  var tag: LanguageTag? { language == "auto" ? nil : LanguageTag(language) }
}
