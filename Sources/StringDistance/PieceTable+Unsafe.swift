// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CPieceAligner

/// A table of pieces: which letters of one alphabet become which letters of another, and how much
/// each pairing speaks for two words being the same name.
///
/// Pieces hold one or two letters of the first side and one to six of the second; a letter may
/// also stand alone. Their scores are the log-odds, in 64ths of a nat, of the piece under a joint
/// model against its letters under two independent ones.
///
/// - Reference: Bisani and Ney, "Joint-sequence models for grapheme-to-phoneme conversion",
///   Speech Communication 50 (2008), doi:10.1016/j.specom.2008.01.002.
///
/// Safety: the slots lie in memory that the owner of the table keeps for the program's life, and
/// there are `1 << bits` of them, at least one of which is empty.
@safe
public struct PieceTable: @unchecked Sendable {
  // Sendable: constant memory.
  private let table: nsk_piece_table

  /// Letters of a word that are looked at; the rest is ignored.
  public static let longestWord = Int(NSK_WORD_LETTERS)
  /// Letters of a piece on each side, at most.
  static let longestPiece = (first: Int(NSK_FIRST_LETTERS), second: Int(NSK_SECOND_LETTERS))
  /// Score units in one nat.
  public static let unitsPerNat = Double(NSK_SCORE_UNIT)

  /// Creates a table over memory that is never freed.
  @unsafe
  package init(
    slots: UnsafePointer<UInt32>, bits: Int, gap: Int, identity: Int, longest: (Int, Int)
  ) {
    unsafe table = nsk_piece_table(
      slots: slots, bits: UInt32(bits), gap: Int32(gap), identity: Int32(identity),
      longest: (Int32(longest.0), Int32(longest.1)))
  }

  /// Side of a table.
  public enum Side: Int32, Sendable {
    /// The alphabet that pieces have one or two letters of.
    case first = 0
    /// The alphabet that pieces have up to six letters of.
    case second = 1
  }

  /// Makes a word ready for one side of the table.
  ///
  /// - Complexity: O(*n*).
  @unsafe
  func prepare(
    _ letters: Span<UInt16>, on side: Side, into word: UnsafeMutablePointer<nsk_word>
  ) {
    unsafe letters.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else {
        unsafe word.pointee.count = 0
        return
      }
      unsafe withUnsafePointer(to: table) { table in
        unsafe nsk_word_prepare(table, side.rawValue, start, Int32(buffer.count), word)
      }
    }
  }

  /// Stands in place of a run where the lengths of the runs beside the other one are asked for.
  static let lengthsMark: UInt32 = 1

  /// Hash of a run of letters on a side.
  static func hash(_ letters: [UInt16], on side: Side) -> UInt32 {
    unsafe letters.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe nsk_gram_hash(side.rawValue, start, Int32(buffer.count))
    }
  }

  /// What the table holds for two runs: 0 for nothing, else a score plus 2048; 0 in place of a run
  /// stands for no letters.
  func payload(_ first: UInt32, _ second: UInt32) -> UInt32 {
    unsafe withUnsafePointer(to: table) { unsafe nsk_piece_payload($0, first, second) }
  }

  /// The log-odds that two words are one name, by the best row of pieces that covers both.
  ///
  /// - Complexity: O(*m* *n*).
  @unsafe
  func score(_ first: UnsafePointer<nsk_word>, _ second: UnsafePointer<nsk_word>) -> Int {
    unsafe withUnsafePointer(to: table) { Int(unsafe nsk_align($0, first, second)) }
  }
}
