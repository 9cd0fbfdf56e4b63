// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Why a store cannot be read or written.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let advice: String

  /// `path: what is wrong; what to do`.
  public var description: String { "\(path): \(problem); \(advice)" }
}
