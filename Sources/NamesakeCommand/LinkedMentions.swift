// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

import NameCatalog
import Namesake

/// Gives mentions the ids of a catalogue.
enum LinkedMentions {
  /// Ids of each mention.
  ///
  /// A mention that the catalogue does not have gets the ids of its thread, where all that is
  /// catalogued there agrees: the short form is who the long form is.
  ///
  /// - Parameters:
  ///   - mentions: The mentions of an article, in order.
  ///   - catalogued: Its catalogued names, in order.
  /// - Returns: For each mention its ids, none for most.
  static func ids(of mentions: [Mention], _ catalogued: [CataloguedName]) -> [[String]] {
    var result: [[String]] = []
    var ofThread: [Int: [String]] = [:]
    var disputed: Set<Int> = []
    var next = catalogued[...]
    for mention in mentions {
      while let name = next.first, name.range.lowerBound < mention.range.lowerBound {
        next = next.dropFirst()
      }
      let ids = next.first.map { $0.range == mention.range ? $0.ids : [] } ?? []
      result.append(ids)
      if ids.isEmpty { continue }
      if let known = ofThread[mention.thread], known != ids { disputed.insert(mention.thread) }
      ofThread[mention.thread] = ids
    }
    for (place, mention) in mentions.enumerated() where result[place].isEmpty {
      if disputed.contains(mention.thread) { continue }
      result[place] = ofThread[mention.thread] ?? []
    }
    return result
  }
}
