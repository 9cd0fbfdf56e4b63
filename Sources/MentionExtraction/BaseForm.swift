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
  ///
  /// Gathered when it is first asked for: most articles have no name in capitals.
  private var plain: [Int: Range<Int>]?
  private let nominatives: Nominatives?

  init(_ article: Article, names: [Range<Int>]) {
    self.article = article
    fold = TextNormalizer(.fold, language: article.language)
    nominatives = Nominatives(article, names: names)
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
      output += self.word(index, range, candidate.words)
      position = range.upperBound
    }
    if position < candidate.range.upperBound {
      output += article.bytes[position..<candidate.range.upperBound]
    }
    if Self.hasPlainSpaces(output) { return String(decoding: output, as: UTF8.self) }
    return String(decoding: output, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  private mutating func word(_ index: Int, _ range: Range<Int>, _ words: Range<Int>) -> [UInt8] {
    let word = article.words[index]
    let own = Array(article.bytes[range])
    guard range == word.range, word.key >= 0 else { return own }
    var bytes = own
    if word.shape == .upper {
      if let known = plainRange(of: word.key) {
        bytes = Array(article.bytes[known])
      } else if !isAcronym(index) {
        bytes = titleCase(own)
      }
    }
    guard let nominatives, word.isCapitalized else { return bytes }
    return nominatives.form(of: index, written: bytes, in: words) ?? bytes
  }

  /// Whether single spaces between words are all the white space there is; most names are so, and
  /// looking through characters is slow.
  private static func hasPlainSpaces(_ name: [UInt8]) -> Bool {
    var previous: UInt8 = 0x20
    for byte in name {
      switch byte {
      case 0x20 where previous == 0x20: return false
      case 0x09...0x0D, 0xE1...0xE3: return false
      case 0x85 where previous == 0xC2: return false
      case 0xA0 where previous == 0xC2: return false
      default: break
      }
      previous = byte
    }
    return previous != 0x20
  }

  private mutating func plainRange(of key: Int) -> Range<Int>? {
    if let plain { return plain[key] }
    var plain: [Int: Range<Int>] = [:]
    for word in article.words where word.key >= 0 {
      if word.shape == .title || word.shape == .mixed, plain[word.key] == nil {
        plain[word.key] = word.range
      }
    }
    self.plain = plain
    return plain[key]
  }

  /// Whether capitals are the word's own: NATO, but not PARIS at the head of a dispatch.
  private func isAcronym(_ index: Int) -> Bool {
    let word = article.words[index]
    let length = article.vocabulary.key(word.key).count { $0 & 0xC0 != 0x80 }
    let classes = article.terms[index]?.classes ?? []
    if classes.contains(.institution) { return length <= 8 }
    if classes.contains(.place) { return length < 4 || !hasVowel(word.key) }
    return !word.isHeadline && length <= 6 && !classes.contains(.givenName)
  }

  private func hasVowel(_ key: Int) -> Bool {
    String(decoding: article.vocabulary.key(key), as: UTF8.self)
      .contains { "aeiouyəаеиоуыэюяіїєαεηιουωаեէիոօըու".contains($0) }
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
}
