// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// How Han characters are read in a language beside Mandarin.
///
/// One reading a character: the Sino-Japanese one (on) in Hepburn, the Korean one in Revised
/// Romanization, Jyutping without tones, quốc ngữ. Japanese names are mostly read otherwise, which
/// no table of single characters can say.
///
/// - Reference: Unicode Standard Annex #38 (Unihan), kJapaneseOn, kHangul, kCantonese, kVietnamese.
struct HanReading {
  let table: ScalarTable
  /// Whether a space stands between two readings.
  let hasSpaces: Bool

  /// The reading that a language tag asks for; nil for Chinese and for languages without Han.
  init?(_ language: LanguageTag?) {
    switch language?.language {
    case "ja": (table, hasSpaces) = (.hanJapanese, false)
    case "ko": (table, hasSpaces) = (.hanKorean, false)
    case "yue": (table, hasSpaces) = (.hanCantonese, true)
    case "vi": (table, hasSpaces) = (.hanVietnamese, true)
    default: return nil
    }
  }
}
