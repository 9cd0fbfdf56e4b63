// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
internal import NameModel
public import StringDistance
internal import TextNormalization

/// The learned aligner of words, with the choice of table for two scripts.
///
/// Two alphabets that have a table of their own use it; every other pair is compared by its
/// romanizations. Han characters are read both ways, for a character that training has not seen
/// still has its Mandarin reading.
public struct SpellingModel: Sendable {
  /// The piece tables.
  public let tables: AlignerModel

  /// Wraps a model that was read from a file.
  public init(tables: AlignerModel) { self.tables = tables }

  /// The model that ships with the library.
  public static let standard: SpellingModel = {
    let table = unsafe nsk_table_aligner()
    guard let tables = unsafe AlignerModel(start: table.bytes, count: table.count) else {
      preconditionFailure("the embedded spelling model is damaged")
    }
    return SpellingModel(tables: tables)
  }()
}

/// Scratch memory for scoring words.
struct SpellingScratch: ~Copyable {
  var first = PieceTable.Word()
  var second = PieceTable.Word()
}

extension SpellingModel {
  /// Nats of words that share no alphabet and no romanization.
  static let strange = -30.0

  /// How much two words' letters speak for one name, in nats.
  ///
  /// - Complexity: O(*m* *n*) in the letters of the words.
  func nats(_ a: NameToken, _ b: NameToken, _ scratch: inout SpellingScratch) -> Double {
    let (first, second) = Self.inTableOrder(a, b)
    let firstAlphabet = NameLetters.alphabet(of: first.script)
    let secondAlphabet = NameLetters.alphabet(of: second.script)
    guard let entry = tables.entry(first: firstAlphabet, second: secondAlphabet) else {
      return romanNats(first, second, &scratch)
    }
    let nats = Self.nats(first.letters, second.letters, entry.table, &scratch)
    guard firstAlphabet != secondAlphabet else { return nats }
    return max(nats, romanNats(first, second, &scratch))
  }

  private func romanNats(
    _ a: NameToken, _ b: NameToken, _ scratch: inout SpellingScratch
  ) -> Double {
    let roman = NameLetters.romanAlphabet
    guard let entry = tables.entry(first: roman, second: roman) else { return Self.strange }
    return Self.nats(
      a.romanLetters, b.romanLetters, entry.table,
      &scratch)
  }

  private static func nats(
    _ a: [UInt16], _ b: [UInt16], _ table: PieceTable, _ scratch: inout SpellingScratch
  ) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return strange }
    table.prepare(a.span, on: .first, into: &scratch.first)
    table.prepare(b.span, on: .second, into: &scratch.second)
    return Double(table.score(scratch.first, scratch.second)) / PieceTable.unitsPerNat
  }

  /// Han stands first, Latin second, other scripts by their number.
  private static func inTableOrder(_ a: NameToken, _ b: NameToken) -> (NameToken, NameToken) {
    rank(a.script) <= rank(b.script) ? (a, b) : (b, a)
  }

  private static func rank(_ script: Script) -> Int {
    switch script {
    case .han: -1
    case .latin: 1000
    default: Int(NameLetters.alphabet(of: script))
    }
  }
}
