// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel

/// The words of two names with those joined that the other name writes as one.
///
/// `van der Bilt` against `Vanderbilt`, `Jong-un` against `Jongun`, `Abd al-Rahman` against
/// `Abdurrahman`: two or three neighbours become one piece when the other name has one word that
/// equals them written together, or nearly so.
struct NamePieces {
  /// One word, or neighbours read as one.
  struct Piece {
    var token: NameToken
    var positions: [Int]
  }

  private(set) var left: [Piece]
  private(set) var right: [Piece]

  init(_ a: StructuredName, _ b: StructuredName) {
    left = Self.pieces(of: a.tokens, against: b.tokens)
    right = Self.pieces(of: b.tokens, against: a.tokens)
  }

  private static func pieces(of tokens: [NameToken], against other: [NameToken]) -> [Piece] {
    var result: [Piece] = []
    var index = 0
    outer: while index < tokens.count {
      for length in [3, 2] where index + length <= tokens.count {
        let run = tokens[index..<index + length]
        if mayFit(run, other), let token = joined(Array(run), fitting: other) {
          result.append(Piece(token: token, positions: Array(index..<index + length)))
          index += length
          continue outer
        }
      }
      result.append(Piece(token: tokens[index], positions: [index]))
      index += 1
    }
    return result
  }

  /// Whether a word of the other name is about as long as these written together: a cheap test
  /// that nearly all runs fail.
  private static func mayFit(_ run: ArraySlice<NameToken>, _ other: [NameToken]) -> Bool {
    let bytes = run.reduce(0) { $0 + $1.key.count }
    let sounds = run.reduce(0) { $0 + $1.sounds.count }
    return other.contains { candidate in
      candidate.key.count == bytes || abs(candidate.sounds.count - sounds) < run.count
    }
  }

  private static func joined(_ run: [NameToken], fitting other: [NameToken]) -> NameToken? {
    guard run.allSatisfy({ $0.role == .name || $0.role == .particle }) else { return nil }
    var token = run[0]
    token.key = run.flatMap(\.key)
    token.roman = run.flatMap(\.roman)
    token.sounds = SoundClasses.sounds(of: token.roman)
    token.role = .name
    token.nicknameGroup = nil
    let fits = other.contains { candidate in
      candidate.key == token.key
        || candidate.sounds == token.sounds
          && !run.contains { part in other.contains { $0.key == part.key } }
    }
    return fits ? token : nil
  }
}
