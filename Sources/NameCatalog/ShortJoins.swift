// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Which neighbours of a name are read as one word beside themselves.
///
/// `van der Bilt` is written `Vanderbilt`, `Jong-un` `Jongun`, `Abd al-Rahman` `Abdurrahman`: short
/// words join.
enum ShortJoins {
  /// Letters of a word that joins its neighbours.
  private static let shortWord = 3
  /// Letters of a join.
  private static let longest = 14
  /// Words of a name above which nothing is joined.
  private static let mostWords = 8

  /// Whether a word of some letters makes a stretch that it stands in short.
  static func isShort(_ length: Int) -> Bool { length <= shortWord }

  /// Calls back with each stretch of two or three words to be joined, by the place of its end.
  ///
  /// - Parameters:
  ///   - count: Number of the name's words.
  ///   - length: Letters of a word.
  ///   - body: Takes the places of words that join.
  static func forEach(_ count: Int, _ length: (Int) -> Int, _ body: (Range<Int>) -> Void) {
    guard (2...mostWords).contains(count) else { return }
    for end in 2...count {
      for size in 2...3 where size <= end {
        let range = end - size..<end
        var letters = 0
        var short = 0
        for word in range {
          let own = length(word)
          letters += own
          if isShort(own) { short += 1 }
        }
        if letters <= longest, short >= size - 1 { body(range) }
      }
    }
  }
}
