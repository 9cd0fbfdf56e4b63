// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextBytes
internal import TextNormalization

/// Writes the base form of a name: its words in the nominative and in the letter case of a name.
struct BaseForm {
  private let article: Article
  private var fold: TextNormalizer
  /// How the article writes a word when nothing forces its case.
  private var plain: [Int: Range<Int>] = [:]
  /// Words of the article by their first letters, for forms of one name.
  private var forms: [[UInt8]: [Int]] = [:]

  init(_ article: Article, names: [Range<Int>]) {
    self.article = article
    fold = TextNormalizer(.fold, language: article.language)
    for index in article.words.indices where article.words[index].key >= 0 {
      let word = article.words[index]
      if word.shape == .title || word.shape == .mixed, plain[word.key] == nil { plain[word.key] = word.range }
    }
    guard article.speaks(Self.inflecting) else { return }
    var seen: Set<Int> = []
    for words in names {
      for index in words where article.words[index].key >= 0 && article.words[index].isCapitalized {
        let key = article.words[index].key
        guard seen.insert(key).inserted else { continue }
        forms[Array(article.vocabulary.key(key).prefix(6)), default: []].append(key)
      }
    }
  }

  /// The base form of a candidate.
  mutating func name(of candidate: Candidate) -> String {
    var output: [UInt8] = []
    var position = candidate.range.lowerBound
    for index in candidate.words {
      let word = article.words[index]
      let range = word.range.clamped(to: candidate.range)
      guard !range.isEmpty else { continue }
      output += article.bytes[position..<range.lowerBound]
      output += self.word(index, range, isAlone: candidate.words.count == 1)
      position = range.upperBound
    }
    if position < candidate.range.upperBound { output += article.bytes[position..<candidate.range.upperBound] }
    return String(decoding: output, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  private mutating func word(_ index: Int, _ range: Range<Int>, isAlone: Bool) -> [UInt8] {
    let word = article.words[index]
    let own = Array(article.bytes[range])
    guard range == word.range, word.key >= 0 else { return own }
    var bytes = own
    if word.shape == .upper {
      if let known = plain[word.key] {
        bytes = Array(article.bytes[known])
      } else if word.isHeadline || word.range.count > 6, !isAcronym(index) {
        bytes = titleCase(own)
      }
    }
    if word.isCapitalized, let better = nominative(of: word.key) { bytes = better }
    return bytes
  }

  private func isAcronym(_ index: Int) -> Bool {
    article.terms[index]?.classes.contains(.institution) == true && article.words[index].range.count <= 6
  }

  /// Folds by the language, then gives the first letter its capital back as it was written.
  private mutating func titleCase(_ bytes: [UInt8]) -> [UInt8] {
    let first = bytes.span.scalar(at: 0).length
    var output = ByteBuffer(capacity: bytes.count + 8)
    fold.normalize(bytes.span, into: &output)
    let folded = output.array()
    guard !folded.isEmpty else { return bytes }
    let head = folded.span.scalar(at: 0).length
    return Array(bytes[0..<first]) + folded[head...]
  }

  private static let inflecting: Set<String> = [
    "ru", "uk", "be", "bg", "sr", "hr", "sl", "cs", "sk", "pl",
  ]

  /// The nominative, where the article shows it or a rule is sure.
  private func nominative(of key: Int) -> [UInt8]? {
    guard article.speaks(Self.inflecting) else { return nil }
    let own = Array(article.vocabulary.key(key))
    if !article.vocabulary.classes[key].isDisjoint(with: [.givenName, .place]) { return nil }
    var best: [UInt8]?
    for other in forms[Array(own.prefix(6))] ?? [] where other != key {
      let form = Array(article.vocabulary.key(other))
      guard form.count < (best?.count ?? own.count), Inflection.mayBeFormsOfOneName(own, form) else { continue }
      if let range = plain[other] {
        best = Array(article.bytes[range])
      }
    }
    return best ?? rule(key)
  }

  /// Russian and Ukrainian endings that only the oblique cases of a man's family name have.
  private func rule(_ key: Int) -> [UInt8]? {
    guard article.speaks(["ru", "uk"]), let range = plain[key] else { return nil }
    let text = String(decoding: article.bytes[range], as: UTF8.self)
    for (ending, base) in [
      ("ского", "ский"), ("скому", "ский"), ("ским", "ский"), ("цкого", "цкий"), ("цкому", "цкий"),
      ("ського", "ський"), ("ському", "ський"), ("ським", "ський"), ("иным", "ин"), ("ину", "ин"),
      ("овым", "ов"), ("ову", "ов"), ("евым", "ев"), ("еву", "ев"), ("ёву", "ёв"),
    ] where text.hasSuffix(ending) && text.unicodeScalars.count > ending.unicodeScalars.count + 2 {
      return Array(text.utf8.dropLast(ending.utf8.count)) + Array(base.utf8)
    }
    return nil
  }
}
