// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import CNamesakeTables
package import NameModel
public import StringDistance

extension EmbeddingModel {
  /// The model that ships with the library.
  public static let standard: EmbeddingModel = {
    let table = unsafe nsk_table_embedding()
    guard let model = unsafe EmbeddingModel(start: table.bytes, count: table.count) else {
      preconditionFailure("the embedded model of word vectors is damaged")
    }
    return model
  }()
}

extension EmbeddedWord {
  /// The letters of a name's word; a word without letters (a number) is read by its key.
  package init(_ token: borrowing NameToken) {
    self.init(
      alphabet: NameLetters.alphabet(of: token.script),
      letters: token.letters.isEmpty ? token.key.map(UInt16.init) : token.letters,
      roman: token.romanLetters)
  }
}
