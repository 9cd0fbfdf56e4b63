// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A name taken apart into words with roles.
///
/// Made once for each name (`NameParser`) and compared many times.
public struct StructuredName: Sendable, Equatable {
  /// What the name is said to name, if known.
  public var kind: NameKind?
  /// The words in order of the original.
  public var tokens: [NameToken]
  /// The whole name in the `key` profile.
  public var key: [UInt8]
  /// Institutions and places that the whole name is listed under.
  public var meanings: Concordance.Meanings
  /// Whether letters of look-alike scripts are mixed inside one word (`Erdоgan` with Cyrillic о).
  public var hasMixedScripts: Bool

  /// Creates a name from its parts.
  public init(
    kind: NameKind?, tokens: [NameToken], key: [UInt8], meanings: Concordance.Meanings,
    hasMixedScripts: Bool
  ) {
    self.kind = kind
    self.tokens = tokens
    self.key = key
    self.meanings = meanings
    self.hasMixedScripts = hasMixedScripts
  }
}
