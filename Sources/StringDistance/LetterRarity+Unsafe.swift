// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How surprising a romanized word is among names: its information by a model of three letters.
///
/// A table of 27 × 27 × 27 bytes: for the two letters before (0 is the word's beginning, 1 to 26
/// are a to z) and the next one (0 is the word's end), the information in 16ths of a nat.
///
/// Safety: the bytes lie in memory that the owner of the model keeps for the program's life.
@safe
public struct LetterRarity: @unchecked Sendable {
  // Sendable: constant memory.
  private let table: UnsafePointer<UInt8>

  /// Bytes of the table.
  package static let size = 27 * 27 * 27
  /// Steps in one nat.
  package static let unitsPerNat = 16.0

  /// Creates a model over memory that is never freed.
  @unsafe
  package init(table: UnsafePointer<UInt8>) { unsafe self.table = table }

  /// Information of a word in nats, about 2.5 for each letter of a common one.
  ///
  /// - Parameter letters: Letters a–z; others are passed over.
  /// - Returns: Nats, rounded to a sixteenth for each letter.
  /// - Complexity: O(*n*).
  public func information(of letters: [UInt16]) -> Double {
    var context = 0
    var sum = 0
    for letter in letters where letter >= 0x61 && letter <= 0x7A {
      let next = Int(letter) - 0x60
      unsafe sum += Int(table[context * 27 + next])
      context = (context % 27) * 27 + next
    }
    unsafe sum += Int(table[context * 27])
    return Double(sum) / Self.unitsPerNat
  }
}
