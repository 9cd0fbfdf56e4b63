// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel

/// A person, organization or place across articles.
public struct Entity: Sendable, Equatable {
  /// One spelling of an entity's name.
  public struct Form: Sendable, Equatable {
    /// The spelling, in its base form.
    public var name: String
    /// How many mentions have it.
    public var count: Int
    /// Languages of the articles that have it, sorted.
    public var languages: [String]
  }

  /// One place where the entity is named.
  public struct Place: Sendable, Equatable {
    /// Position of the article in the input.
    public var article: Int
    /// Position of the mention in the article.
    public var mention: Int
  }

  /// Stable id (`EntityIdentifier`).
  public var id: String
  /// The best name.
  public var name: String
  /// What it is.
  public var kind: NameKind
  /// Spellings, most frequent first.
  public var forms: [Form]
  /// Where it is named, in order of the input.
  public var places: [Place]
}
