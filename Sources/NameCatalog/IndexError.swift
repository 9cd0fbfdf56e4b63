// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Why an index cannot be read or written.
public struct IndexError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Code: Sendable {
    /// The file cannot be opened or read.
    case cannotRead
    /// The file cannot be written.
    case cannotWrite
    /// The file is something else.
    case notAnIndex
    /// The file was made by another version, profile or model.
    case otherVersion
    /// The file is cut short or its bytes have changed.
    case damaged
    /// There are more names or bytes than an index can hold.
    case tooLarge
  }

  /// What kind of trouble it is.
  public let code: Code
  /// The file.
  public let path: String
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let advice: String

  init(_ code: Code, _ path: String, _ problem: String, advice: String = "") {
    self.code = code
    self.path = path
    self.problem = problem
    self.advice = advice
  }

  /// `path: what is wrong; what to do`.
  public var description: String {
    "\(path): \(problem)\(advice.isEmpty ? "" : "; \(advice)")"
  }
}
