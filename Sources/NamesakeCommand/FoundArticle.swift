// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import Namesake

/// An article with its mentions, as the commands print them.
struct FoundArticle: Sendable {
  /// One mention with its place in the unit that the user asked for.
  struct Found: Sendable {
    var start: Int
    var end: Int
    /// Exactly the source between the offsets.
    var text: String
    var mention: Mention
    /// What a catalogue calls it; empty for what no catalogue has.
    var ids: [String] = []
  }

  /// The article's id as JSON: its own value, or the file's name.
  var id: [UInt8]
  var language: String
  var mentions: [Found]
  /// The JSONL record, empty for a text file.
  var raw: [UInt8]
  /// The text, kept only for text files, which have no record to give back.
  var text: [UInt8]

  /// What entity resolution takes.
  var names: ArticleNames { ArticleNames(language: language, mentions: mentions.map(\.mention)) }
}
