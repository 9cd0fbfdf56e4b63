// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import ICUText

/// A writing system, by ICU's number for it (UScriptCode, which ICU keeps stable).
///
/// - Reference: Unicode Standard Annex #24; ISO 15924.
public struct Script: Hashable, Sendable {
  /// ICU's number.
  public let number: UInt8

  /// Creates a script from ICU's number.
  public init(number: UInt8) { self.number = number }

  /// ISO 15924 code, such as `Latn`.
  public var code: String { ICU.Properties.code(ofScript: Int32(number)) }

  /// Used by many scripts: digits, punctuation.
  public static let common = Script(number: 0)
  /// Takes the script of its base: combining marks.
  public static let inherited = Script(number: 1)
  /// Arabic.
  public static let arabic = Script(number: 2)
  /// Armenian.
  public static let armenian = Script(number: 3)
  /// Cyrillic.
  public static let cyrillic = Script(number: 8)
  /// Georgian.
  public static let georgian = Script(number: 12)
  /// Greek.
  public static let greek = Script(number: 14)
  /// Han ideographs.
  public static let han = Script(number: 17)
  /// Hangul.
  public static let hangul = Script(number: 18)
  /// Hebrew.
  public static let hebrew = Script(number: 19)
  /// Hiragana.
  public static let hiragana = Script(number: 20)
  /// Katakana.
  public static let katakana = Script(number: 22)
  /// Khmer.
  public static let khmer = Script(number: 23)
  /// Lao.
  public static let lao = Script(number: 24)
  /// Latin.
  public static let latin = Script(number: 25)
  /// Myanmar (Burmese).
  public static let myanmar = Script(number: 28)
  /// Thai.
  public static let thai = Script(number: 38)

  /// Whether the script has upper and lower case, so that case shape says something.
  public var hasCase: Bool {
    self == .latin || self == .cyrillic || self == .greek || self == .armenian
  }

  /// Whether words are written without spaces between them.
  public var isUnspaced: Bool {
    switch self {
    case .han, .hiragana, .katakana, .thai, .lao, .khmer, .myanmar: true
    default: false
    }
  }
}
