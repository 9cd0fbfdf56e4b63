// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// A string made ready to be compared with many others, and the scratch that comparing takes.
///
///     var pattern = PreparedPattern("lavrov")
///     pattern.levenshtein(to: [UInt32]("lawrow".unicodeScalars.map(\.value)).span)   // 2
///
/// A letter is a `UInt32`: the value of a Unicode scalar, or a byte, or a UTF-16 unit, as the caller
/// likes, as long as both sides agree. Nothing is folded or normalized. Kept and prepared again, it
/// allocates only while lengths grow.
public struct PreparedPattern: ~Copyable {
  /// The pattern's letters.
  private(set) var letters: [UInt32] = []
  private(set) var masks = LetterMasks()
  /// Columns of the table, a word for 64 letters of the pattern.
  var blocks: [EditBlock] = []
  /// Flags of letters that are taken, for Jaro.
  var taken: [UInt64] = []
  /// Places of the text's letters that found a partner, for Jaro.
  var partnered: [Int] = []

  /// Creates an empty pattern.
  public init() {}

  /// Creates a pattern of the string's Unicode scalars.
  public init(_ string: String) {
    self.init()
    prepare(LetterList.scalars(of: string).span)
  }

  /// Takes another pattern.
  ///
  /// - Complexity: O(*m*) expected, *m* letters.
  public mutating func prepare(_ pattern: Span<UInt32>) {
    keep(pattern)
    masks.fill(pattern)
  }

  /// Takes a pattern that is to be compared with a single text of some length, in less time than
  /// for many.
  mutating func prepare(_ pattern: Span<UInt32>, forTextOf textCount: Int) {
    keep(pattern)
    masks.fill(pattern, forTextOf: textCount)
  }

  private mutating func keep(_ pattern: Span<UInt32>) {
    letters.removeAll(keepingCapacity: true)
    letters.append(addingCapacity: pattern.count) { output in
      for index in pattern.indices { output.append(pattern[index]) }
    }
  }

  /// Letters of the pattern.
  public var count: Int { letters.count }

  /// Whether the text is the pattern.
  func equals(_ text: Span<UInt32>) -> Bool {
    guard text.count == letters.count else { return false }
    for index in text.indices where text[index] != letters[index] { return false }
    return true
  }
}

/// A block of 64 rows of a column of the table of edits.
struct EditBlock {
  /// Rows whose cell is one more than the cell above.
  var vp = ~UInt64(0)
  /// Rows whose cell is one less than the cell above.
  var vn: UInt64 = 0
  /// Rows whose cell is the one above it in the column before.
  var d0: UInt64 = 0
  /// Rows whose letter was the text's letter before.
  var eq: UInt64 = 0
  /// The cell in the last row.
  var score = 0
}
