// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CVectorKernel

/// The table rows of every training word, one word behind the other.
struct WordRows {
  let rows: [UInt32]
  let starts: [Int]

  init(_ words: [TrainingWord], sharedRows: Int, nativeRows: Int) {
    var rows: [UInt32] = []
    var starts = [0]
    var found = [UInt32](repeating: 0, count: Int(NSK_MOST_ROWS))
    for word in words {
      let count = unsafe word.roman.withUnsafeBufferPointer { roman in
        unsafe word.letters.withUnsafeBufferPointer { letters in
          unsafe found.withUnsafeMutableBufferPointer { found -> Int32 in
            guard let start = found.baseAddress else { return 0 }
            return unsafe nsk_word_rows(
              roman.baseAddress, roman.count, letters.baseAddress, letters.count, word.alphabet,
              UInt32(sharedRows), UInt32(nativeRows), start)
          }
        }
      }
      rows += found[..<Int(count)]
      starts.append(rows.count)
    }
    self.rows = rows
    self.starts = starts
  }

  /// Number of words.
  var count: Int { starts.count - 1 }

  /// Rows of one word.
  func rows(of word: Int) -> ArraySlice<UInt32> { rows[starts[word]..<starts[word + 1]] }

  /// Rows of some words that lie evenly among all.
  func spread(count wanted: Int) -> [ArraySlice<UInt32>] {
    let step = max(1, count / wanted)
    return stride(from: 0, to: count, by: step).map { rows(of: $0) }
  }
}
