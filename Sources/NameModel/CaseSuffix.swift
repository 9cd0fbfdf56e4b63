// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import TextBytes
public import TextNormalization

/// Endings that stand behind an apostrophe and are not part of the name.
public enum CaseSuffix {
  /// Turkish and Azerbaijani case, plural and derivational suffixes, and the English and Dutch
  /// possessive, in the `key` profile.
  private static let suffixes: Set<[UInt8]> = Set(
    """
    s in nin un nun i yi u yu e ye a ya de da te ta den dan ten tan le la yle yla ler lar leri lari
    li lu lik luk siz suz ci cu deki daki teki taki ki ca ce den nde nda nden ndan ne na si su
    lerin larin lerde larda lere lara sin sun dir dur tir tur ydi ydu du di im um imiz umuz
    """.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) })

  /// Whether the word behind an apostrophe is such an ending.
  ///
  ///     // Erdoğan'ın, NATO'nun, ERDOĞAN'IN, Merkel's: yes. O'Neill, L'Express, D'Angelo: no.
  ///
  /// - Parameters:
  ///   - word: The letters behind the apostrophe.
  ///   - stem: The token before it.
  /// - Returns: Whether it is an ending; never after a stem of one letter.
  public static func isSuffix(_ word: Span<UInt8>, after stem: Token) -> Bool {
    guard stem.range.count > 1, word.count <= 8 else { return false }
    var normalizer = TextNormalizer(.key)
    var key = ByteBuffer()
    normalizer.normalize(word, into: &key)
    return suffixes.contains(key.array())
  }
}
