// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
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

extension SpellingModel {
  /// Order of alphabets in a table: Han first, Latin second, others by their number.
  static func rank(_ alphabet: UInt8) -> Int {
    switch alphabet {
    case Script.han.number: -1
    case Script.latin.number: 1000
    default: Int(alphabet)
    }
  }
}
