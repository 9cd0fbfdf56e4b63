// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameModel

/// A name found in running text.
public struct Mention: Sendable, Equatable {
  /// UTF-8 bytes of the article's text: the name alone, without suffix, title or possessive.
  public var range: Range<Int>
  /// What the name names.
  public var kind: NameKind
  /// Base form: the nominative, without endings, in the letter case of a name.
  public var name: String
  /// Number of the person or thing within the article, from 0 in order of first appearance.
  public var thread: Int

  /// Creates a mention.
  public init(range: Range<Int>, kind: NameKind, name: String, thread: Int) {
    self.range = range
    self.kind = kind
    self.name = name
    self.thread = thread
  }
}
