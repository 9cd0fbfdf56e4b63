// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Whose letters a text is written in: the tag says it, or the letters do.
///
/// Cyrillic and Arabic letters are read differently by language. Each letter is in the alphabets
/// of some languages; a language that has all letters of the text is taken, the first in the
/// order of the rule files. Where no language has them all, each word is judged by itself first:
/// Київ in a Russian text stays Ukrainian.
struct RomanLanguages {
  /// Bits of the language that the tag names.
  private let tagged: UInt32
  /// Sanskrit and Pali, in whose words no inherent vowel is silent.
  let speaksEveryVowel: Bool
  /// How Han is read, nil for Mandarin.
  let han: HanReading?
  private var cyrillic: Alphabet
  private var arabic: Alphabet
  /// Languages that are still to be told, or that each word tells for itself.
  private(set) var unsettled: UInt32
  /// Languages that hold, of those that are settled.
  private(set) var settled: UInt32
  /// Some sentences settle it; a whole book need not be read for one letter.
  private static let head = 1024

  /// What is known of one script's languages.
  private struct Alphabet {
    let all: UInt32
    var isTold: Bool
    var text: UInt32
    var isMixed = false
    var word: UInt32 = 0
    var wordEnd = -1
  }

  init(_ tag: LanguageTag?) {
    let rules = RomanRules.standard
    let bit = tag.map { rules.bit(of: Self.ruleTag($0.language)) } ?? 0
    func alphabet(_ all: UInt32) -> Alphabet {
      Alphabet(all: all, isTold: bit & all != 0, text: bit & all)
    }
    tagged = bit
    cyrillic = alphabet(rules.cyrillic)
    arabic = alphabet(rules.arabic)
    speaksEveryVowel = bit != 0 && bit & (rules.bit(of: "sa") | rules.bit(of: "pi")) != 0
    han = HanReading(tag)
    settled = bit
    unsettled = 0
    beginText()
  }

  /// Languages that are written alike.
  private static func ruleTag(_ language: String) -> String {
    switch language {
    case "hr", "bs", "sh", "cnr", "srp": "sr"
    case "prs", "pes", "azb", "glk", "mzn", "lrc": "fa"
    case "ku", "sdh": "ckb"
    case "pnb", "skr", "bal": "ur"
    case "ydd": "yi"
    case "arz", "apc", "ary", "arb", "acm", "aeb": "ar"
    default: language
    }
  }

  /// Forgets the text, keeps the tag.
  mutating func beginText() {
    if tagged & cyrillic.all == 0 { cyrillic.isTold = false }
    if tagged & arabic.all == 0 { arabic.isTold = false }
    (cyrillic.wordEnd, arabic.wordEnd) = (-1, -1)
    settled = tagged
    unsettled =
      (cyrillic.isTold ? 0 : cyrillic.all) | (arabic.isTold ? 0 : arabic.all)
  }

  /// Whether a rule's languages hold for the word that begins at a position.
  mutating func hold(_ languages: UInt32, wordStart: Int, in source: RomanSource) -> Bool {
    if languages & cyrillic.all != 0 {
      let active = Self.active(&cyrillic, wordStart, source)
      if !cyrillic.isMixed { settle(cyrillic) }
      return languages & active != 0
    }
    if languages & arabic.all != 0 {
      let active = Self.active(&arabic, wordStart, source)
      if !arabic.isMixed { settle(arabic) }
      return languages & active != 0
    }
    return languages & tagged != 0
  }

  private mutating func settle(_ alphabet: Alphabet) {
    unsettled &= ~alphabet.all
    settled |= alphabet.text
  }

  private static func active(
    _ alphabet: inout Alphabet, _ wordStart: Int, _ source: RomanSource
  ) -> UInt32 {
    if !alphabet.isTold { tell(&alphabet, source) }
    guard alphabet.isMixed else { return alphabet.text }
    if wordStart >= alphabet.wordEnd {
      var position = wordStart
      let word = languages(ofWordAt: &position, alphabet.all, source)
      alphabet.wordEnd = max(position, wordStart + 1)
      let both = word & alphabet.text
      alphabet.word = first(both != 0 ? both : word != 0 ? word : alphabet.text)
    }
    return alphabet.word
  }

  /// Reads the head of the text word by word.
  private static func tell(_ alphabet: inout Alphabet, _ source: RomanSource) {
    var remaining = alphabet.all
    alphabet.isMixed = false
    var position = 0
    while position < min(source.count, head) {
      let word = languages(ofWordAt: &position, alphabet.all, source)
      if remaining & word != 0 { remaining &= word } else { alphabet.isMixed = true }
    }
    alphabet.text = alphabet.isMixed ? remaining : first(remaining)
    alphabet.isTold = true
    alphabet.wordEnd = -1
  }

  private static func first(_ languages: UInt32) -> UInt32 { languages & (~languages &+ 1) }

  /// Languages that have every letter of a word; moves behind the word.
  private static func languages(
    ofWordAt position: inout Int, _ all: UInt32, _ source: RomanSource
  ) -> UInt32 {
    let rules = RomanRules.standard
    var languages = all
    var (before, beforeThat): (UInt32, UInt32) = (0, 0)
    while position < source.count {
      let (value, length) = source.scalar(at: position)
      position += max(length, 1)
      let classes = rules.classes(of: value)
      if CyrillicSpelling.isHardSign(before) {
        languages &= ~CyrillicSpelling.excluded(behindHardSign: value)
      }
      guard length > 0, classes.bits & RomanClasses.word != 0 else { break }
      if let own = classes.languages, own & all != 0 { languages &= own }
      if CyrillicSpelling.isSoftSign(before) {
        languages &= ~CyrillicSpelling.excluded(by: beforeThat, value)
      }
      (beforeThat, before) = (before, value)
    }
    return languages
  }
}
