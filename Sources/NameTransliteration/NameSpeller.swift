// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

public import NameComparison
internal import NameModel
internal import StringDistance
public import TextNormalization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Spells names of any script the way the readers of a language are used to.
///
///     var speller = NameSpeller(reader: "de")
///     speller?.spell("Ельцин", limit: 3).first?.text   // "Jelzin"
///
/// A word's spellings come from two sources, of which the scores are a mixture: its romanization by
/// the rules of its script, and, where the script writes few vowels or is read in many ways above
/// all, the learned pieces of the aligner. Each is then respelt by the customs of the readers.
/// Latin names stay as they are, beside the forms without marks.
public struct NameSpeller {
  /// A spelling and how likely it is among all.
  public struct Spelling: Sendable, Equatable {
    /// The name.
    public var text: String
    /// Share of the probability, `0...1`.
    public var score: Double

    /// Creates a spelling.
    public init(text: String, score: Double) {
      self.text = text
      self.score = score
    }
  }

  private let orthography: ReaderOrthography
  let reader: String
  private let language: LanguageTag?
  private let model: SpellingModel
  var parser = NameParser()
  var romanizer: TextNormalizer
  var ascii = TextNormalizer(.ascii)
  private var generators: [Int: PieceGenerator] = [:]

  /// Spellings of a word that are looked at.
  static let wordLimit = 40

  /// Creates a speller with its own scratch memory.
  ///
  /// - Parameters:
  ///   - reader: ISO 639 code of the readers' language; nil comes out when it is not known.
  ///   - language: Language of the names, nil to tell it from the names.
  ///   - model: The learned aligner.
  public init?(
    reader: String, language: LanguageTag? = nil, model: SpellingModel = .standard
  ) {
    guard let orthography = ReaderOrthography(language: reader) else { return nil }
    self.orthography = orthography
    self.reader = reader
    self.language = language
    self.model = model
    romanizer = TextNormalizer(.latin, language: language)
  }

  /// Languages whose readers' spellings are known.
  public static var readers: [String] { ReaderOrthography.languages }

  /// Spells a name.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - limit: Most spellings.
  /// - Returns: Spellings, likeliest first, of which the scores add up to 1 at most.
  /// - Complexity: O(*n* *w*) for *n* letters and *w* ways of spelling followed.
  public mutating func spell(_ name: String, limit: Int) -> [Spelling] {
    let bytes = Array(name.utf8)
    let tokens = parser.parse(name).tokens
    guard !tokens.isEmpty else { return [Spelling(text: name, score: 1)] }
    let romans = romanWords(of: name, count: tokens.count)
    var names = [Spelling(text: "", score: 1)]
    var end = 0
    for (number, token) in tokens.enumerated() {
      var between = String(
        decoding: bytes[min(end, token.range.lowerBound)..<token.range.lowerBound],
        as: UTF8.self)
      // Scripts without spaces bind family and given name.
      if between.isEmpty, number > 0 { between = " " }
      end = max(end, token.range.upperBound)
      let source = String(decoding: bytes[token.range], as: UTF8.self)
      let words = spellings(of: token, source, roman: romans?[number])
      names = Self.best(
        names.flatMap { name in
          words.map {
            Spelling(text: name.text + between + $0.text, score: name.score * $0.score)
          }
        }, limit: max(limit, Self.wordLimit))
    }
    let tail = String(decoding: bytes[end...], as: UTF8.self)
    return names.prefix(limit).map { Spelling(text: $0.text + tail, score: $0.score) }
  }

  /// The words of the whole name's romanization, which knows its language better than each word
  /// does; nil when they are not as many as the tokens.
  private mutating func romanWords(of name: String, count: Int) -> [String]? {
    let words = romanizer.normalize(name).split { " -,.·\u{30FB}".contains($0) }
    return words.count == count ? words.map(String.init) : nil
  }

  // MARK: - Words

  private mutating func spellings(
    of token: NameToken, _ source: String, roman: String?
  ) -> [Spelling] {
    if token.script == .latin || token.letters.isEmpty { return latinSpellings(of: source) }
    if token.script == .han { return [Spelling(text: hanSpelling(of: source), score: 1)] }
    if let surnames = KoreanSurnames.surname(of: source) {
      return koreanSpellings(of: source, surnames: surnames)
    }
    let agreed = ConventionalSpellings.of(token.key)
    let known = known(agreed)
    let code = token.script.code
    let romans = orthography.spell(letters(of: roman ?? romanizer.normalize(source)), script: code)
    var found: [String: Double] = [:]
    let rest = known.isEmpty ? 1 : 1 - Self.agreedShare
    let pieces = generated(token)
    let share = rest * (pieces.isEmpty ? 1 : Self.romanShare(of: token.script))
    for spelling in romans {
      found[spelling.text, default: 0] += share * exp(spelling.logProbability)
    }
    for piece in pieces {
      // English spellings are what the pieces hold most of.
      if reader == "en" {
        let text = String(decoding: piece.letters, as: UTF8.self)
        found[text, default: 0] += (rest - share) * piece.share
      } else {
        for spelling in orthography.spell(piece.letters, script: "any").prefix(4) {
          found[spelling.text, default: 0] +=
            (rest - share) * piece.share * exp(spelling.logProbability)
        }
      }
    }
    // Where the script has no capitals, what people agree on tells whether the word has one.
    let isSmall = token.role == .particle || agreed.first?.first?.isLowercase == true
    let isCapital = Self.isCapital(source) || !isSmall && !Self.hasCase(source)
    var cased: [String: Double] = [:]
    for (text, score) in found {
      cased[isCapital ? capitalized(text) : text, default: 0] += score
    }
    for (text, share) in known { cased[text, default: 0] += Self.agreedShare * share }
    return Self.best(
      cased.map { Spelling(text: $0.key, score: $0.value) }, limit: Self.wordLimit)
  }

  /// Share of the spellings that people agree on.
  private static let agreedShare = 0.9

  /// Spellings that English readers agree on, for the readers, with their shares.
  private func known(_ agreed: [String]) -> [(text: String, share: Double)] {
    let shares = [[1.0], [0.7, 0.3], [0.6, 0.25, 0.15], [0.5, 0.25, 0.15, 0.1]]
    guard !agreed.isEmpty else { return [] }
    return zip(agreed, shares[min(agreed.count, 4) - 1]).flatMap { spelling, share in
      if reader == "en" { return [(text: spelling, share: share)] }
      // The article stays small: al-Assad.
      let article = spelling.hasPrefix("al-") ? "al-" : ""
      let word = spelling.dropFirst(article.count)
      return orthography.spell(Array(word.lowercased().utf8), script: "any").prefix(3).map {
        let isCapital = word.first?.isUppercase == true
        return (
          text: article + (isCapital ? capitalized($0.text) : $0.text),
          share: share * exp($0.logProbability)
        )
      }
    }
  }

  /// How far a script's romanization is trusted beside what was learned.
  private static func romanShare(of script: Script) -> Double {
    switch script {
    // Without vowels a romanization is no spelling.
    case .arabic, .hebrew: 0.02
    case .hangul, .katakana, .hiragana: 0.3
    default: 0.75
    }
  }

  mutating func generated(
    _ token: NameToken
  ) -> [(letters: [UInt8], share: Double)] {
    let alphabet = NameLetters.alphabet(of: token.script)
    guard token.script != .han,
      let number = model.tables.number(first: alphabet, second: Script.latin.number)
    else { return [] }
    let generator =
      generators[number]
      ?? PieceGenerator(model.tables.entries[number].table, rarity: model.tables.rarity)
    generators[number] = generator
    let candidates = generator.spellings(of: token.letters, limit: Self.wordLimit)
    let best = candidates.first?.logWeight ?? 0
    let total = candidates.reduce(0) { $0 + exp($1.logWeight - best) }
    return candidates.map { ($0.letters, exp($0.logWeight - best) / total) }
  }

  /// A romanization as the reader's rules take it: a to z, `@` for ё, hyphens.
  private mutating func letters(of roman: String) -> [UInt8] {
    var marked = ""
    for scalar in roman.lowercased().unicodeScalars {
      if scalar == "ë" {
        if marked.last == "y" { marked += "o" } else { marked += "@" }
      } else {
        marked.unicodeScalars.append(scalar)
      }
    }
    return ascii.normalize(marked).utf8.filter {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "@")
        || $0 == UInt8(ascii: "-")
    }
  }

  /// The likeliest spellings; equal ones in the order of their letters.
  static func best(_ spellings: [Spelling], limit: Int) -> [Spelling] {
    Array(
      spellings.sorted {
        $0.score != $1.score
          ? $0.score > $1.score : $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
      }.prefix(limit))
  }
}
