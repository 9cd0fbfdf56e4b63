// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import MentionExtraction

/// The names of one article, as entity resolution takes them.
public struct ArticleNames: Sendable {
  /// Language of the article, such as `tr`; empty when unknown.
  public var language: String
  /// Its mentions with their threads.
  public var mentions: [Mention]

  /// Creates the names of an article.
  public init(language: String, mentions: [Mention]) {
    self.language = language
    self.mentions = mentions
  }
}
