// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Endings that the cases of a name add or exchange.
public enum Inflection {
  /// Whether two match keys may be case forms of one name.
  ///
  /// - Parameters:
  ///   - a: A token in the `key` profile.
  ///   - b: Another.
  public static func mayBeFormsOfOneName(_ a: [UInt8], _ b: [UInt8]) -> Bool { a == b }
}
