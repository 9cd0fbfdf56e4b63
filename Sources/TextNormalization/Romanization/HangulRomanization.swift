// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

/// Revised Romanization of Korean, with the sound changes between syllables.
///
/// 종로 jongno, 독립 dongnip, 신라 silla, 같이 gachi. Tense sounds are not written, and ㅎ behind
/// ㄱ, ㄷ and ㅂ stays an h, as the rules have it for names (묵호 mukho).
///
/// - Reference: Ministry of Culture and Tourism, Notification 2000-8, 4 July 2000.
enum HangulRomanization {
  static let first: UInt32 = 0xAC00
  static let last: UInt32 = 0xD7A3

  private static let initials: [StaticString] = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h",
  ]
  private static let vowels: [StaticString] = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i",
  ]
  /// Finals before a consonant or at the end.
  private static let finals: [StaticString] = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t",
  ]
  /// Finals that move before a vowel.
  private static let moved: [StaticString] = [
    "", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m",
    "b", "ps", "s", "ss", "ng", "j", "ch", "k", "t", "p", "",
  ]

  /// Parts of a syllable by number.
  private struct Syllable {
    let initial: Int
    let vowel: Int
    let final: Int

    init(_ value: UInt32) {
      let number = Int(value - HangulRomanization.first)
      (initial, vowel, final) = (number / 588, number % 588 / 28, number % 28)
    }
  }

  private static func isSyllable(_ value: UInt32) -> Bool { value >= first && value <= last }

  /// Letters of a syllable among its neighbours, 0 where there is none; at most 9.
  static func letters(of value: UInt32, behind previous: UInt32, before next: UInt32) -> Letters {
    let own = Syllable(value)
    var letters = Letters()
    letters.append(initial(own, behind: isSyllable(previous) ? Syllable(previous) : nil))
    letters.append(vowels[own.vowel])
    letters.append(final(own, before: isSyllable(next) ? Syllable(next) : nil))
    return letters
  }

  // Numbers of initials and finals in Unicode's order.
  private static let (n, r, m, silent, h) = (2, 5, 6, 11, 18)
  private static let (finalN, finalL, finalM, finalNg, finalH) = (4, 8, 16, 21, 27)

  private static func initial(_ own: Syllable, behind previous: Syllable?) -> StaticString {
    guard let previous, previous.final != 0 else { return initials[own.initial] }
    let before = previous.final
    // ㅎ, ㄶ and ㅀ make the plain stop behind them aspirated.
    if before == finalH || before == 6 || before == 15 {
      switch own.initial {
      case 0: return "k"
      case 3: return "t"
      case 12: return "ch"
      case 9 where before == finalH: return "ss"
      default: break
      }
    }
    switch own.initial {
    case r: return isLiquid(before) || before == finalN ? "l" : "n"
    case n where isLiquid(before): return "l"
    case silent where own.vowel == 20 && (before == 7 || before == 25 || before == 13):
      // 굳이 guji, 같이 gachi.
      return before == 7 ? "j" : "ch"
    default: return initials[own.initial]
    }
  }

  private static func isLiquid(_ final: Int) -> Bool {
    final == finalL || (11...13).contains(final) || final == 15
  }

  private static func final(_ own: Syllable, before next: Syllable?) -> StaticString {
    guard let next, own.final != 0 else { return finals[own.final] }
    switch next.initial {
    case silent:
      if next.vowel == 20, own.final == 7 || own.final == 25 { return "" }
      if next.vowel == 20, own.final == 13 { return "l" }
      return moved[own.final]
    case r where own.final == finalN: return "l"
    case n, m, r:
      switch unsafe finals[own.final].utf8Start.pointee {
      case UInt8(ascii: "k"): return "ng"
      case UInt8(ascii: "t"): return own.final == finalH && next.initial == r ? "l" : "n"
      case UInt8(ascii: "p"): return "m"
      default: return finals[own.final]
      }
    case 0, 3, 9, 12: return own.final == finalH ? "" : finals[own.final]
    default: return finals[own.final]
    }
  }

  /// A few letters in place.
  struct Letters {
    private(set) var bytes = InlineArray<12, UInt8>(repeating: 0)
    private(set) var count = 0

    mutating func append(_ text: StaticString) {
      for offset in 0..<text.utf8CodeUnitCount {
        bytes[count] = unsafe text.utf8Start[offset]
        count += 1
      }
    }
  }
}
