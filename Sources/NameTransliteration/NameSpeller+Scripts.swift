// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

internal import NameModel
internal import TextNormalization

/// Names of scripts whose readings or letters readers of every language leave as they are.
extension NameSpeller {
  // MARK: - Han and Hangul

  /// Family and given name by their readings, which readers of all languages leave as they are.
  mutating func hanSpelling(of source: String) -> String {
    let readings = ascii.normalize(romanizer.normalize(source)).split(separator: " ")
    let isCompound = Self.compoundSurnames.contains(String(source.prefix(2)))
    // Four characters without such a surname are mostly a foreign name by its sounds.
    let family = isCompound ? 2 : readings.count <= 3 ? 1 : readings.count
    let words = [readings.prefix(family), readings.dropFirst(family)].filter { !$0.isEmpty }
    return words.map { capitalized($0.joined()) }.joined(separator: " ")
  }

  /// Chinese surnames of two characters.
  private static let compoundSurnames: Set<String> = [
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "东方", "東方", "皇甫", "慕容", "令狐",
    "夏侯", "尉迟", "尉遲", "公孙", "公孫", "长孙", "長孫", "宇文", "端木",
  ]

  /// A surname in the spellings that are known, and a given name of two syllables with a hyphen.
  mutating func koreanSpellings(of source: String, surnames: [String]) -> [Spelling] {
    let syllables = source.unicodeScalars.dropFirst().map { String($0) }
    let given = syllables.map { syllable in
      parser.parse(syllable).tokens.first.map { token in
        generated(token).prefix(6).map { (String(decoding: $0.letters, as: UTF8.self), $0.share) }
      } ?? []
    }
    let shares = [0.8, 0.15, 0.05]
    return Self.best(
      zip(surnames, shares).flatMap { surname, share in
        given[0].flatMap { first in
          given[1].map { second in
            Spelling(
              text: "\(surname) \(capitalized(first.0))-\(second.0)",
              score: share * first.1 * second.1)
          }
        }
      }, limit: Self.wordLimit)
  }

  // MARK: - Latin

  mutating func latinSpellings(of source: String) -> [Spelling] {
    let plain = ascii.normalize(source)
    if plain == source { return [Spelling(text: source, score: 1)] }
    let expanded = ascii.normalize(Self.expanded(source))
    if expanded == plain {
      return [Spelling(text: source, score: 0.6), Spelling(text: plain, score: 0.4)]
    }
    return [
      Spelling(text: source, score: 0.55), Spelling(text: plain, score: 0.25),
      Spelling(text: expanded, score: 0.2),
    ]
  }

  /// Letters that German and the Nordic languages write with two where a mark is not at hand.
  private static func expanded(_ source: String) -> String {
    let pairs: [Character: String] = [
      "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
      "Ø": "Oe", "Å": "Aa", "đ": "dj", "Đ": "Dj",
    ]
    return source.reduce(into: "") { $0 += pairs[$1] ?? String($1) }
  }

  // MARK: - Capitals

  static func isCapital(_ source: String) -> Bool {
    source.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
  }

  static func hasCase(_ source: String) -> Bool {
    source.unicodeScalars.contains { $0.properties.isCased }
  }

  /// The word with a capital at its beginning and behind hyphens.
  func capitalized(_ text: String) -> String {
    var result = ""
    var isStart = true
    for character in text {
      if isStart {
        let isTurkish = character == "i" && (reader == "tr" || reader == "az")
        result += isTurkish ? "İ" : character.uppercased()
      } else {
        result.append(character)
      }
      isStart = character == "-"
    }
    return result
  }
}
