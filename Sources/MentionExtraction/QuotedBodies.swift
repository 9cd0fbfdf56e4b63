// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Bodies by their legal form and the name in quotation marks behind it: ТОВ «Рога і копита».
///
/// The labelled articles that the tagger learns from have none, and the form leaves no doubt.
enum QuotedBodies {
  static func candidates(_ article: Article) -> [Candidate] {
    article.words.indices.compactMap { index in
      guard isForm(index, article), let end = quotationEnd(index + 1, article) else { return nil }
      let range =
        article.words[index].range.lowerBound..<article.words[end - 1].range.upperBound
      return Candidate(words: index..<end, range: range, votes: .init(org: 10))
    }
  }

  /// Whether a name is nothing but a legal form.
  static func isBare(_ candidate: Candidate, _ article: Article) -> Bool {
    candidate.words.count == 1 && isForm(candidate.words.lowerBound, article)
  }

  private static func isForm(_ index: Int, _ article: Article) -> Bool {
    article.words[index].shape == .upper && article.classes(index).contains(.legalForm)
  }

  /// Past the sign that closes the quotation that opens at a word.
  private static func quotationEnd(_ index: Int, _ article: Article) -> Int? {
    guard index < article.words.count, article.words[index].kind == .sign,
      Array(article.bytes[article.words[index].range]) == opening
    else { return nil }
    for end in index + 1..<min(index + 14, article.words.count) {
      switch article.words[end].kind {
      case .lineBreak: return nil
      case .sign where Array(article.bytes[article.words[end].range]) == closing: return end + 1
      default: break
      }
    }
    return nil
  }

  private static let opening = Array("«".utf8)
  private static let closing = Array("»".utf8)
}
