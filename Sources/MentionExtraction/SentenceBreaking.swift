// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Marks the words that would be capitalised whatever they are: at the head of a sentence, in
/// headlines set in capitals, and in headlines that capitalise every word.
enum SentenceBreaking {
  static func mark(_ article: inout Article) {
    var lineStart = 0
    for index in 0...article.words.count
    where index == article.words.count || article.words[index].kind == .lineBreak {
      markLine(&article, lineStart..<index)
      lineStart = index + 1
    }
  }

  private static func markLine(_ article: inout Article, _ line: Range<Int>) {
    var starts = true
    var upper = 0
    var capital = 0
    var cased = 0
    for index in line {
      let word = article.words[index]
      switch word.kind {
      case .word:
        article.words[index].startsSentence = starts && !word.isSuffix
        starts = false
        guard word.script.hasCase, !word.isSuffix else { continue }
        let isSmall = !article.classes(index).isDisjoint(with: [.functionWord, .particle])
        if word.shape == .upper { upper += 1 }
        if word.isCapitalized, !isSmall { capital += 1 }
        if !isSmall || word.shape == .upper { cased += 1 }
      case .number: starts = false
      case .sign: if endsSentence(article, index, in: line) { starts = true }
      case .hyphen:
        // The dash behind a dateline, or one that opens an item.
        if !word.isJoined, index - line.lowerBound <= 5 { starts = true }
      case .apostrophe, .lineBreak: break
      }
    }
    let isCapitals = cased >= 3 && upper * 10 >= cased * 7
    let isTitleCase =
      cased >= 4 && line.count < 40 && capital * 100 >= cased * 85
      && !article.speaks(["de"]) && article.sign(line.upperBound - 1) != 0x2E
    if isCapitals || isTitleCase { for index in line { article.words[index].isHeadline = true } }
  }

  /// Whether the word after a sign begins a sentence.
  private static func endsSentence(_ article: Article, _ index: Int, in line: Range<Int>) -> Bool {
    let range = article.words[index].range
    switch article.bytes[range.lowerBound] {
    case 0x21, 0x3F: return true  // ! ?
    case 0x3A:  // A colon before a quotation, or behind a speaker's name in a headline.
      return true
    case 0x22, 0xC2, 0xE2, 0x28:  // " « “ „ (
      // Quotations open with a capital after a colon or a comma, and at the head of a line.
      let before = index - 1
      return before < line.lowerBound || article.sign(before) == 0x3A
        || article.sign(before) == 0x2E || article.sign(before) == 0x2C
        || article.bytes[range] == [0xE2, 0x80, 0xA6]
    case 0xE3, 0xEF, 0xD8, 0xE0: return true  // 。 ！ ？ ؟ ।
    case 0x2E:
      let before = index - 1
      guard before >= line.lowerBound, article.words[before].kind != .sign else { return true }
      let word = article.words[before]
      guard index + 1 < line.upperBound, !article.words[index + 1].isJoined else { return false }
      if word.shape == .initial { return false }
      if word.kind == .number {
        return article.words[index + 1].isCapitalized
          && !article.speaks([
            "de", "tr", "cs", "sk", "sr", "hr", "sl", "hu", "da", "nb", "fi", "az",
          ])
      }
      let isAbbreviation =
        word.range.count <= 4
        && !article.classes(before).isDisjoint(
          with: [.honorific, .role, .generation, .legalForm])
      return !isAbbreviation
    default: return false
    }
  }
}
