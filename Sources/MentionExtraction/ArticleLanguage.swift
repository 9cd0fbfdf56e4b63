// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Guesses the language of an article from its script and its function words.
///
/// It need not be exact: the answer only chooses which lexicon rows and rules apply. Not for
/// labelling documents.
enum ArticleLanguage {
  static func guess(_ article: Article) -> LanguageTag? {
    let codes = article.vocabulary.lexicon.languageCodes
    var votes = [Int](repeating: 0, count: codes.count)
    var scripts: [Script: Int] = [:]
    var seen = 0
    for word in article.words where word.isWord {
      scripts[word.script, default: 0] += word.range.count
      // A long article says no more than its first thousand words.
      seen += 1
      if seen > 1500 { break }
      guard word.key >= 0, let entry = article.vocabulary.entries[word.key] else { continue }
      let bits = entry.languages(of: .functionWord).bits
      guard bits != 0, bits != .max else { continue }
      // A word that many languages share says less than one of a single language.
      let weight = max(1, 12 / bits.nonzeroBitCount)
      for bit in codes.indices where bits & 1 << UInt64(bit) != 0 { votes[bit] += weight }
    }
    guard let main = scripts.max(by: { ($0.value, $0.key.number) < ($1.value, $1.key.number) })?.key
    else { return nil }
    if let only = language(of: main, scripts) { return LanguageTag(only) }
    // Votes of languages in another script come from quoted words.
    let best = votes.indices.max { (votes[$0], $1) < (votes[$1], $0) }
    guard let best, votes[best] > 0 else { return nil }
    return LanguageTag(codes[best])
  }

  /// The language that alone, as far as the lexicons go, is written in a script.
  private static func language(of script: Script, _ scripts: [Script: Int]) -> String? {
    switch script {
    case .greek: "el"
    case .hebrew: "he"
    case .armenian: "hy"
    case .georgian: "ka"
    case .hangul: "ko"
    case .thai: "th"
    case .hiragana, .katakana: "ja"
    case .han: (scripts[.hiragana] ?? 0) * 8 > scripts[.han] ?? 0 ? "ja" : "zh"
    default: script.number == 10 ? "hi" : nil
    }
  }
}
