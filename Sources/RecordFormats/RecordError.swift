// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import SystemPackage

/// Trouble with the world around the data: a file that cannot be opened, a full disk.
///
/// Trouble inside the data is a ``RecordIssue`` and never stops a run.
package struct RecordError: Error, Sendable, Equatable {
  package enum Code: Sendable {
    case cannotOpen
    case cannotRead
    case cannotList
    case cannotWrite
    /// The reader of our output went away (`EPIPE`). Quiet: no message, exit code 0.
    case closedPipe
    /// Compressed bytes end early or are corrupt. What was good has been delivered before.
    case damagedCompression
    case missingColumn
    case ambiguousColumn
    /// A single record exceeds what can be addressed (4 GB).
    case recordTooLarge
    case noThread
    case noMemory
  }

  package let code: Code
  /// The file, as it is shown to people.
  package let place: String
  package let problem: String
  /// What the reader of the message can do.
  ///
  /// Empty when there is nothing to say.
  package let advice: String

  package init(_ code: Code, at place: String, _ problem: String, advice: String = "") {
    self.code = code
    self.place = place
    self.problem = problem
    self.advice = advice
  }

  package init(_ code: Code, at place: String, doing action: String, _ error: any Error) {
    let errno = error as? Errno
    let advice: String? =
      switch errno {
      case .noSuchFileOrDirectory: "check the path"
      case .permissionDenied: "check the permissions"
      case .isDirectory: "give the files inside it"
      case .noSpace: "free some space and run again"
      default: nil
      }
    self.init(
      code, at: place, "cannot \(action): \(errno?.description ?? "unknown error")",
      advice: advice ?? "")
  }
}

extension RecordError: CustomStringConvertible {
  /// `namesake: place: what is wrong; what to do`.
  package var description: String {
    "namesake: \(place): \(problem)\(advice.isEmpty ? "" : "; \(advice)")"
  }
}
